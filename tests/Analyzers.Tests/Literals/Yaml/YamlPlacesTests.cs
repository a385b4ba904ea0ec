using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

public class YamlPlacesTests
{
    public static TheoryData<string> Documents => new(YamlDocuments.All.Keys);

    public static TheoryData<string> ComposeFiles => new(SampleComposeFiles.Names);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Runs_abut_and_cover_the_value_of_each_scalar(string name) => YamlTree.AssertPlaces(YamlDocuments.All[name]);

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Runs_abut_and_cover_the_value_of_each_scalar_of_a_whole_file(string name) => YamlTree.AssertPlaces(SampleComposeFiles.Read(name));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_word_that_is_rewritten_in_place_changes_its_scalar_and_nothing_else(string name) => AssertRewrites(YamlDocuments.All[name]);

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void A_word_that_is_rewritten_in_place_of_a_whole_file_changes_its_scalar_and_nothing_else(string name) => AssertRewrites(SampleComposeFiles.Read(name));

    // Each case is a scalar, the escapes of its value marked below it: what they stand for takes the marked characters.
    [Theory]
    [InlineData("a: 'it''s'", "'", "      ^^")]
    [InlineData("a: \"b\\tc\"", "\t", "     ^^")]
    [InlineData("a: \"b\\U0001F600c\"", "😀", "     ^^^^^^^^^^")]
    [InlineData("a: b  \n   c", " ", "    ^^^^^^")]
    [InlineData("a: 'b\r\n\r\n  c'", "\n", "     ^^^^^^")]
    [InlineData("a: |\n  b\n  c", "\n", "        ^^^")]
    [InlineData("a: >\n  b\n  c", " ", "        ^^^")]
    [InlineData("a: >-\n  b\n\n\n  c\n", "\n\n", "         ^^^^^")]
    [InlineData("a: |\r\n  b\r\n", "\n", "         ^^")]
    public void An_escape_has_the_place_of_all_its_characters(string text, string decoded, string marks)
    {
        var scalar = YamlTree.Scalars(YamlReader.Read(text)).Last();
        var escape = Assert.Single(scalar.Text.Runs, run => run.Kind == RunKind.Escape);

        Assert.Equal(decoded, scalar.Value.Substring(escape.ValueStart, escape.ValueLength));
        Assert.Equal(marks, new string(' ', escape.SourceStart) + new string('^', escape.SourceLength));
    }

    [Theory]
    [InlineData("a:\nb: c", 2)]
    [InlineData("a: !x # y\nb: c", 6)]
    [InlineData("- \n- b", 1)]
    [InlineData("[a: , b]", 3)]
    [InlineData("{a, b}", 2)]
    [InlineData("? a\n", 3)]
    public void A_value_that_is_left_out_has_an_empty_span_where_it_would_stand(string text, int position)
    {
        var scalar = YamlTree.Scalars(YamlReader.Read(text)).First(scalar => scalar.Value.Length == 0);

        Assert.Equal(position, scalar.Span.Start);
        Assert.Equal(0, scalar.Span.Length);
        Assert.Empty(scalar.Text.Runs);
    }

    [Theory]
    [InlineData("a: &b !c 'd' # e", "'d'")]
    [InlineData("a: [ b, c ] # d", "[ b, c ]")]
    [InlineData("a:\n  b: c\n  d:\n    - e \n", "b: c\n  d:\n    - e")]
    [InlineData("a: | # b\n  c\n  d\n\n# e\n", "| # b\n  c\n  d\n")]
    [InlineData("a: >-\n  c\n\nd: e", ">-\n  c")]
    public void The_span_of_a_node_holds_its_own_characters(string text, string expected)
    {
        var mapping = Assert.IsType<YamlMapping>(YamlReader.Read(text).Documents[0]);

        Assert.Equal(expected, text.Substring(mapping.Entries[0].Value.Span.Start, mapping.Entries[0].Value.Span.Length));
    }

    private static void AssertRewrites(string text)
    {
        var original = YamlReader.Read(text);
        var scalars = YamlTree.Scalars(original).ToArray();
        for (var i = 0; i < scalars.Length; i++)
        {
            if (YamlTree.Rewrite(text, scalars[i], "rewritten") is not { } rewritten)
            {
                continue;
            }

            var read = YamlReader.Read(rewritten.Text);
            Assert.Empty(read.Problems);
            Assert.Equal(YamlTree.Shape(original), YamlTree.Shape(read));
            Assert.Equal(scalars.Select((scalar, j) => j == i ? rewritten.Value : scalar.Value), YamlTree.Scalars(read).Select(scalar => scalar.Value));
        }
    }
}
