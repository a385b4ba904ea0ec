using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Json;

public class JsonPlacesTests
{
    public static TheoryData<string> Documents => new(JsonDocuments.All.Keys);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Runs_abut_and_cover_the_value_of_each_scalar(string name) => AssertRuns(JsonDocuments.All[name]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_scalar_that_is_rewritten_in_place_changes_and_nothing_else(string name) => AssertRewrites(JsonDocuments.All[name]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_character_that_is_rewritten_in_place_changes_and_nothing_else(string name)
    {
        var text = JsonDocuments.All[name];
        var scalars = YamlTree.Scalars(JsonReader.Read(text)).ToArray();
        for (var i = 0; i < scalars.Length; i++)
        {
            var (value, map) = (scalars[i].Value, scalars[i].Text);
            for (var at = 0; at < value.Length && scalars[i].Style == YamlScalarStyle.DoubleQuoted; at++)
            {
                // Half of an escaped pair has no place of its own.
                var isEscapedPair = map.Runs.Any(run => run is { Kind: RunKind.Escape, ValueLength: 2 } && run.ValueStart <= at && run.ValueEnd > at);
                var isPair = char.IsSurrogate(value[at]);
                var length = isPair ? 2 : 1;
                Assert.Equal(isEscapedPair, map.EditableSpan(at, 1) is null);
                if (map.EditableSpan(at, length) is { } span)
                {
                    var rewritten = text.Remove(span.Start, span.Length).Insert(span.Start, "x");
                    var expected = scalars.Select((scalar, j) => j == i ? value.Remove(at, length).Insert(at, "x") : scalar.Value);
                    Assert.Equal(expected, JsonOracle.Scalars(rewritten));
                }

                at += length - 1;
            }
        }
    }

    // Each case is a string, the escape of its value marked below it: what it stands for takes the marked characters.
    [Theory]
    [InlineData("[\"a\\nb\"]", "\n", "   ^^")]
    [InlineData("[\"a\\u0026b\"]", "&", "   ^^^^^^")]
    [InlineData("[\"a\\uD83D\\uDE00b\"]", "😀", "   ^^^^^^^^^^^^")]
    public void An_escape_has_the_place_of_all_its_characters(string text, string decoded, string marks)
    {
        var scalar = Assert.Single(YamlTree.Scalars(JsonReader.Read(text)));
        var escape = Assert.Single(scalar.Text.Runs, run => run.Kind == RunKind.Escape);

        Assert.Equal(decoded, scalar.Value.Substring(escape.ValueStart, escape.ValueLength));
        Assert.Equal(marks, new string(' ', escape.SourceStart) + new string('^', escape.SourceLength));
    }

    [Theory]
    [InlineData("{\"a\": \"b\\n\" }", "\"b\\n\"")]
    [InlineData("{\"a\": 12/**/}", "12")]
    [InlineData("{\"a\": [ 1, {} ] }", "[ 1, {} ]")]
    [InlineData("{\"a\": { \"b\": 1, } }", "{ \"b\": 1, }")]
    [InlineData("{\"a\": \"b\r\n}", "\"b")]
    [InlineData("{\"a\": [ 1, \n", "[ 1")]
    [InlineData("{\"a\": [ \n", "[")]
    [InlineData("{\"a\": { \"b\" \n", "{ \"b\"")]
    [InlineData("{\"a\": { \"b\": \n", "{ \"b\":")]
    public void The_span_of_a_node_holds_its_own_characters(string text, string expected)
    {
        var mapping = Assert.IsType<YamlMapping>(JsonReader.Read(text).Documents[0]);

        Assert.Equal(expected, text.Substring(mapping.Entries[0].Value.Span.Start, mapping.Entries[0].Value.Span.Length));
    }

    [Theory]
    [InlineData("{\"a\": , }", 5)]
    [InlineData("{\"a\" , }", 4)]
    [InlineData("{\"a\": // b\n", 5)]
    [InlineData("{ : 1}", 2)]
    public void A_value_that_is_left_out_has_an_empty_span_where_it_would_stand(string text, int position)
    {
        var scalar = YamlTree.Scalars(JsonReader.Read(text)).First(scalar => scalar.Value.Length == 0);

        Assert.Equal(position, scalar.Span.Start);
        Assert.Equal(0, scalar.Span.Length);
        Assert.Empty(scalar.Text.Runs);
    }

    /// <summary>The YAML tests' own check of a tree, for JSON.</summary>
    internal static void AssertRuns(string text) => YamlTree.AssertPlaces(text, JsonReader.Read(text));

    /// <summary>Each scalar takes other text in place, and System.Text.Json reads the file with this one difference.</summary>
    internal static void AssertRewrites(string text)
    {
        var scalars = YamlTree.Scalars(JsonReader.Read(text)).ToArray();
        for (var i = 0; i < scalars.Length; i++)
        {
            if (scalars[i].Text.EditableSpan(0, scalars[i].Value.Length) is not { } span)
            {
                Assert.Equal("", scalars[i].Value);
                continue;
            }

            var (written, value) = scalars[i].Style == YamlScalarStyle.Plain ? ("-1.5", "-1.5") : ("\\u0041 b\\\\", "A b\\");
            var rewritten = text.Remove(span.Start, span.Length).Insert(span.Start, written);
            Assert.Equal(scalars.Select((scalar, j) => j == i ? value : scalar.Value), JsonOracle.Scalars(rewritten));
        }
    }
}
