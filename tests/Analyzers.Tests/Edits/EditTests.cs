using DockerConnectionStrings.Analyzers.Edits;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Edits;

public class EditTests
{
    private const string File = "a.yml";

    /// <summary>The insertion is made at the <c>^</c> of the first text, and looks for its place at the <c>^</c> of the second.</summary>
    [Theory]
    [InlineData("a: b^\n", "a: b^\n", true)]
    [InlineData("a: b^\n", "a: b^", false)]
    [InlineData("a: b^\n", "a: c^\n", true)] // a letter of a value does not travel
    [InlineData("a: b^\n  c: d\n", "a: b^\n c: d\n", false)]
    [InlineData("a: b^\r\nc: d\r\n", "a: b^\nc: d\r\n", false)]
    [InlineData("a: 'b'^\n", "a: b^ \n", false)]
    [InlineData("a: 'b'^ # c\n", "a: 'b'^ # c\n", true)]
    [InlineData("\"^a\"", "\"^b\"", true)]
    [InlineData("\"^a\"", "'^a'", false)]
    [InlineData("\"^a\"", "^\"a\"", false)]
    [InlineData("a^b", "a^c", true)]
    [InlineData("a^b", "b^b", false)]
    [InlineData("a^", "a^", true)]
    [InlineData("a^", "a^b", false)]
    [InlineData("a}^", "a}^", true)]
    [InlineData("^a", "^a", false)] // nothing tells the place
    [InlineData("^", "^", true)]
    public void An_insertion_into_another_file_knows_its_neighbours(string from, string into, bool fits)
    {
        var edit = Edit.Insertion(File, SourceText.From(from.Replace("^", "", StringComparison.Ordinal)), from.IndexOf('^', StringComparison.Ordinal), "x");
        Assert.Equal(fits, edit.FitsInto(SourceText.From(into.Replace("^", "", StringComparison.Ordinal)), into.IndexOf('^', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, "", true)] // beside the diagnostic nothing else is asked
    [InlineData(3, "", true)]
    [InlineData(-1, "", false)]
    [InlineData(4, "", false)]
    [InlineData(1, "bc", true)]
    [InlineData(1, "bx", false)]
    [InlineData(2, "bc", false)]
    [InlineData(int.MaxValue, "bc", false)]
    public void An_edit_of_the_own_file_asks_for_its_old_text(int start, string oldText, bool fits) => Assert.Equal(fits, new Edit(start, oldText, "x").FitsInto(SourceText.From("abc"), start));

    [Theory]
    [InlineData(1, 2, "\"", "\"", "pw")]
    [InlineData(1, 2, "", "\"", "pw")]
    [InlineData(1, 2, "", "", null)] // nothing tells the place
    [InlineData(1, 2, "'", "\"", null)]
    [InlineData(1, 3, "\"", "\"", null)]
    [InlineData(-1, 2, "\"", "\"", null)]
    [InlineData(1, -2, "\"", "\"", null)]
    [InlineData(1, int.MaxValue, "\"", "\"", null)]
    public void A_copy_is_read_where_its_neighbours_are(int start, int length, string before, string behind, string? expected) =>
        Assert.Equal(expected, new Copy(start, length, before, behind).ReadFrom(SourceText.From("\"pw\""), start));

    [Theory]
    [InlineData("a'b\"c\\d$e", "", "", "a'b\"c\\d$e")]
    [InlineData("a'b\"c\\d$e", "'$", "", "a''b\"c\\d$$e")]
    [InlineData("a'b\"c\\d$e", "$", "\"\\", "a'b\\\"c\\\\d$$e")]
    public void A_copy_is_escaped_for_where_it_goes(string characters, string doubled, string backslashed, string expected) =>
        Assert.Equal(expected, (new Copy(1, characters.Length, "<", ">") { Doubled = doubled, Backslashed = backslashed }).ReadFrom(SourceText.From("<" + characters + ">"), 1));

    [Fact]
    public void A_copy_of_a_place_knows_no_letter_beside_it()
    {
        var text = SourceText.From("Password='till-4711'");
        Assert.Equal(("'", "'"), (Copy.Of(File, text, new TextSpan(10, 9)).Before, Copy.Of(File, text, new TextSpan(10, 9)).Behind));
        Assert.Equal(("-", ""), (Copy.Of(File, text, new TextSpan(15, 1)).Before, Copy.Of(File, text, new TextSpan(15, 1)).Behind));
        Assert.Equal(("", ""), (Copy.Of(File, text, new TextSpan(0, 3)).Before, Copy.Of(File, text, new TextSpan(0, 3)).Behind));
    }

    [Fact]
    public void Texts_of_equal_pieces_are_equal()
    {
        var copy = new Copy(1, 2, "\"", "\"", File);
        EditText text = (EditText)"a" + "b" + copy + "" + "c";
        Assert.Equal((EditText)"ab" + copy + "c", text);
        Assert.Equal(text.GetHashCode(), ((EditText)"ab" + copy + "c").GetHashCode());
        Assert.NotEqual((EditText)"ab" + copy, text);
        Assert.Equal(3, text.Pieces.Length);
        Assert.Equal("abpwc", text.Resolve(_ => "pw"));
        Assert.Null(text.Resolve(_ => null));
        Assert.DoesNotContain("pw", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_another_file_edit_and_copies_count_from_its_start()
    {
        var edit = new Edit(2, "a", (EditText)new Copy(-5, 2, "'", "'") + new Copy(1, 2, "'", "'", "other.json")).InFile(File, 10);
        Assert.Equal((12, File), (edit.Start, edit.Path));
        Assert.Equal([(5, File), (1, "other.json")], edit.NewText.Pieces.Select(piece => (piece.Copy!.Start, piece.Copy.Path!)));
        Assert.Equal(edit, edit.InFile("third.yml", 99));
    }
}
