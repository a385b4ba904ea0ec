using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Xunit;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>A reader that scanned again what it has read would take minutes for each of these; so they show that it does not, without a clock.</summary>
public class YamlHostileInputTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void A_hundred_thousand_keys_are_read() =>
        Assert.Equal(100_000, Assert.IsType<YamlMapping>(Read(Lines(100_000, i => $"key{i}: value"), problems: 0)).Entries.Count);

    [Fact]
    public void A_hundred_thousand_lines_of_a_scalar_are_read()
    {
        foreach (var header in new[] { "", "'", "\"", "|\n ", ">\n " })
        {
            var quote = header.Trim('|', '>', '\n', ' ');
            var scalar = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(Read("a: " + header + string.Concat(Enumerable.Repeat("b\n ", 100_000)) + quote, problems: 0))["a"]);
            Assert.True(scalar.Value.Length >= 199_999);
        }
    }

    [Fact]
    public void A_hundred_thousand_lines_of_one_kind_are_read()
    {
        foreach (var line in new[] { "# a", "a: &b c", "a: *b", "a: !reset null", "&a !b", "--- a", "...", "- - - a", "? ? a", "? a\n: b", "?", ":", "a: [[b], {c: d}]", "a: |\n\n  b\n", "a: >", "a:\n    b: c\n  d: e", "\t- a", " \t a: b\n- c" })
        {
            YamlReader.Read(Lines(100_000, _ => line));
        }
    }

    [Fact]
    public void A_line_of_a_hundred_thousand_pieces_is_read()
    {
        foreach (var (start, piece, end) in new[] { ("a: [", "b, ", "]"), ("a: {", "'b':c,", "}"), ("a: [", ",", "]"), ("a: [", "? ", "]"), ("a: '", "''", "'"), ("a: \"", "\\n", "\""), ("a: ", "b #", ""), ("a: ", "b:", ""), ("", "&a ", "b"), ("", "-\t", "a"), ("a: |", "1", "\n b"), ("a: [", "]}", "") })
        {
            YamlReader.Read(start + string.Concat(Enumerable.Repeat(piece, 100_000)) + end);
        }
    }

    [Fact]
    public void Opening_brackets_are_a_problem()
    {
        Read(new string('[', 10_000), problems: 100);
        Read(new string('{', 10_000), problems: 100);
        Read(new string('[', Million) + new string(']', Million), problems: 1);
        Read(string.Concat(Enumerable.Repeat("[{", 10_000)), problems: 100);
    }

    [Fact]
    public void Dashes_on_one_line_are_a_problem()
    {
        Read(string.Concat(Enumerable.Repeat("- ", 10_000)) + "a", problems: 1);
        Read(string.Concat(Enumerable.Repeat("? ", 10_000)) + "a", problems: 1);
    }

    [Fact]
    public void Nested_lines_below_the_limit_are_a_problem_and_the_rest_is_read()
    {
        var root = Read(string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i) + "a:\n")) + "b: c\n", problems: 1);

        Assert.Equal("c", Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(root)["b"]).Value);
    }

    [Fact]
    public void A_million_characters_of_one_kind_are_read()
    {
        foreach (var character in "\"'[]{},:-?|>&*!#%@` \t\n\r\\a\0\uFEFF")
        {
            YamlReader.Read(new string(character, Million));
            YamlReader.Read("a: \"" + new string(character, Million / 10));
        }
    }

    [Fact]
    public void Thirty_thousand_lines_that_are_not_closed_are_read()
    {
        foreach (var line in new[] { "a: \"b", "a: 'b", "a: [b", "a: {b", "a: [\"b", "- \"", "- [[[", "\"a", "[a", "a: b: c", " a: b\nc", "\ta: b", "a: |x", "&", "*", "? [", ": {", "--- \"", "a: \"b\n\n\n" })
        {
            Assert.InRange(YamlReader.Read(Lines(30_000, _ => line)).Problems.Length, 1, 6 * 30_000);
        }
    }

    [Fact]
    public void Unclosed_brackets_above_a_hundred_thousand_comments_and_blank_lines_are_read()
    {
        foreach (var line in new[] { "# a", "", "   ", "\t" })
        {
            YamlReader.Read("a: " + new string('[', 100) + "\n" + Lines(100_000, _ => line) + "b: c");
            YamlReader.Read(string.Concat(Enumerable.Repeat("- ", 99)) + "a\n" + Lines(100_000, _ => line) + "b: c");
        }
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static YamlNode Read(string text, int problems)
    {
        var stream = YamlReader.Read(text);
        Assert.Equal(problems, stream.Problems.Length);
        return Assert.Single(stream.Documents);
    }
}
