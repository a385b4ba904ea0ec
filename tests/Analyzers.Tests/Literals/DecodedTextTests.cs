using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Literals;

public class DecodedTextTests
{
    // ab\tcd{hole}ef + "gh" + CONST, from source position 10 on.
    private static readonly DecodedText s_text = Build();

    [Theory]
    [InlineData(0, 2, 10, 12)]
    [InlineData(1, 3, 11, 15)]
    [InlineData(2, 1, 12, 14)]
    [InlineData(3, 2, 14, 16)]
    [InlineData(6, 2, 22, 24)]
    public void A_range_of_one_literal_has_its_place(int start, int length, int from, int to) =>
        Assert.Equal(TextSpan.FromBounds(from, to), s_text.EditableSpan(start, length));

    [Theory]
    [InlineData(4, 2)]
    [InlineData(5, 1)]
    [InlineData(7, 2)]
    [InlineData(10, 1)]
    [InlineData(3, 0)]
    [InlineData(14, 2)]
    public void A_range_over_a_hole_a_seam_or_a_constant_has_none(int start, int length) => Assert.Null(s_text.EditableSpan(start, length));

    /// <summary>Behind the character before, else before the one behind; a literal that is only borrowed takes nothing.</summary>
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 11)]
    [InlineData(2, 12)]
    [InlineData(3, 14)]
    [InlineData(5, 16)]
    [InlineData(6, 22)]
    [InlineData(8, 24)]
    [InlineData(14, null)]
    public void An_insertion_lies_in_a_literal_of_the_text_itself(int at, int? position) => Assert.Equal(position, s_text.InsertionPlace(at));

    [Fact]
    public void A_borrowed_literal_is_edited_and_takes_no_insertion()
    {
        var builder = new DecodedText.Builder();
        builder.AddIdentity("Server=", 0, 7, 50);
        builder.AddBorrowed("localhost", 10, RunKind.Borrowed);
        builder.AddIdentity(";Uid=a", 0, 6, 63);
        var text = builder.ToDecodedText();
        Assert.Equal(new TextSpan(10, 9), text.EditableSpan(7, 9));
        Assert.Equal(new TextSpan(10, 9), text.ShownSpan(7, 9));
        Assert.Equal(63, text.InsertionPlace(16));
    }

    [Fact]
    public void A_text_of_another_file_is_edited_where_it_is_borrowed_only()
    {
        var builder = new DecodedText.Builder();
        builder.AddIdentity("Server=", 0, 7, 50);
        builder.AddBorrowed("localhost", 10, RunKind.Fallback);
        builder.AddHole(70, 3);
        var text = builder.ToDecodedText().SeenFrom(9, 11);
        Assert.Equal(new TextSpan(10, 9), text.EditableSpan(7, 9));
        Assert.Null(text.EditableSpan(0, 7));
        Assert.Null(text.InsertionPlace(16));
        Assert.True(text.HasHole(16, 1));
    }

    [Fact]
    public void A_range_that_is_only_read_is_shown_and_not_edited()
    {
        var builder = new DecodedText.Builder();
        builder.AddIdentity("Port=", 0, 5, 50);
        builder.AddBorrowed("3306", 10, RunKind.Borrowed);
        builder.AddIdentity(";", 0, 1, 60);
        var text = builder.ToDecodedText().WithConstant(5, 4);
        Assert.Equal("Port=3306;", text.Value);
        Assert.Null(text.EditableSpan(5, 4));
        Assert.Equal(new TextSpan(10, 4), text.ShownSpan(5, 4));
        Assert.Equal(60, text.PlaceOf(9));
    }

    [Fact]
    public void A_surrogate_pair_of_one_escape_is_not_cut()
    {
        var builder = new DecodedText.Builder();
        builder.AddEscape("\U0001F600", 1, 10);
        Assert.Null(builder.ToDecodedText().EditableSpan(0, 1));
        Assert.Equal(new TextSpan(1, 10), builder.ToDecodedText().EditableSpan(0, 2));
    }

    [Fact]
    public void The_shown_span_covers_seams_and_constants()
    {
        Assert.Equal(TextSpan.FromBounds(22, 31), s_text.ShownSpan(6, 3));
        Assert.Equal(TextSpan.FromBounds(40, 45), s_text.ShownSpan(11, 2));
    }

    [Fact]
    public void A_literal_without_escapes_is_one_run() => Assert.Single(DecodedText.Verbatim("Server=localhost", 5).Runs);

    private static DecodedText Build()
    {
        var builder = new DecodedText.Builder();
        builder.AddIdentity("ab", 0, 2, 10);
        builder.AddEscape("\t", 12, 2);
        builder.AddIdentity("cd", 0, 2, 14);
        builder.AddHole(16, 6);
        builder.AddIdentity("ef", 0, 2, 22);
        builder.AddIdentity("gh", 0, 2, 30);
        builder.AddConstant("const", 40, 5);
        return builder.ToDecodedText();
    }
}
