using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>A reader that scanned again what it has read would take minutes for the largest of these, and its time would grow with the square of the text.</summary>
public class YamlHostileInputTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void A_hundred_thousand_keys_are_read()
    {
        Assert.Equal(100_000, Assert.IsType<YamlMapping>(Read(Lines(100_000, i => $"key{i}: value"), problems: 0)).Entries.Count);
        LinearTime.Assert(50_000, n => Lines(n, i => $"key{i}: value"), text => YamlReader.Read(text));
    }

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
    public void Many_lines_of_one_kind_are_read()
    {
        foreach (var line in new[] { "# a", "a: &b c", "a: *b", "a: !reset null", "&a !b", "--- a", "...", "- - - a", "? ? a", "? a\n: b", "?", ":", "a: [[b], {c: d}]", "a: |\n\n  b\n", "a: >", "a:\n    b: c\n  d: e", "\t- a", " \t a: b\n- c" })
        {
            LinearTime.Assert(50_000, n => Lines(n, _ => line), text => YamlReader.Read(text), line);
        }
    }

    [Fact]
    public void A_line_of_many_pieces_is_read()
    {
        foreach (var (start, piece, end) in new[] { ("a: [", "b, ", "]"), ("a: {", "'b':c,", "}"), ("a: [", ",", "]"), ("a: [", "? ", "]"), ("a: '", "''", "'"), ("a: \"", "\\n", "\""), ("a: ", "b #", ""), ("a: ", "b:", ""), ("", "&a ", "b"), ("", "-\t", "a"), ("a: |", "1", "\n b"), ("a: [", "]}", "") })
        {
            LinearTime.Assert(100_000, n => start + string.Concat(Enumerable.Repeat(piece, n)) + end, text => YamlReader.Read(text), start + piece);
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
    public void Many_characters_of_one_kind_are_read()
    {
        foreach (var character in "\"'[]{},:-?|>&*!#%@` \t\n\r\\a\0\uFEFF")
        {
            LinearTime.Assert(Million / 4, n => new string(character, n), text => YamlReader.Read(text), $"{character}");
            LinearTime.Assert(Million / 10, n => "a: \"" + new string(character, n), text => YamlReader.Read(text), $"a: \"{character}");
        }
    }

    [Fact]
    public void Many_lines_that_are_not_closed_are_read()
    {
        foreach (var line in new[] { "a: \"b", "a: 'b", "a: [b", "a: {b", "a: [\"b", "- \"", "- [[[", "\"a", "[a", "a: b: c", " a: b\nc", "\ta: b", "a: |x", "&", "*", "? [", ": {", "--- \"", "a: \"b\n\n\n" })
        {
            LinearTime.Assert(30_000, n => Lines(n, _ => line), text => Assert.InRange(YamlReader.Read(text).Problems.Length, 1, 6 * 30_000), line);
        }
    }

    [Fact]
    public void Unclosed_brackets_above_many_comments_and_blank_lines_are_read()
    {
        foreach (var line in new[] { "# a", "", "   ", "\t" })
        {
            LinearTime.Assert(100_000, n => "a: " + new string('[', 100) + "\n" + Lines(n, _ => line) + "b: c", text => YamlReader.Read(text), line);
            LinearTime.Assert(100_000, n => string.Concat(Enumerable.Repeat("- ", 99)) + "a\n" + Lines(n, _ => line) + "b: c", text => YamlReader.Read(text), line);
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
