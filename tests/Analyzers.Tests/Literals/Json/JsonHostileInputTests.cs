using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Json;

/// <summary>A reader that scanned again what it has read would take minutes for the largest of these, and its time would grow with the square of the text.</summary>
public class JsonHostileInputTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void A_hundred_thousand_keys_are_read()
    {
        var text = "{" + string.Join(",\n", Enumerable.Range(0, 100_000).Select(i => $"\"key{i}\": \"value{i}\"")) + "}";

        Assert.Equal(100_000, Assert.IsType<YamlMapping>(Read(text, problems: 0)).Entries.Count);
        Assert.Equal(JsonOracle.Theirs(text), JsonOracle.Ours(text));
        LinearTime.Assert(50_000, n => "{" + string.Join(",\n", Enumerable.Range(0, n).Select(i => $"\"key{i}\": \"value{i}\"")) + "}", text => JsonReader.Read(text));
    }

    [Fact]
    public void Five_million_characters_are_read()
    {
        var value = string.Concat(Enumerable.Repeat("Server=localhost;\\n", 5 * Million / 18));

        Read($"[\"{value}\", {new string('1', 5 * Million)}, /*{value}*/ \"\"]", problems: 0);
    }

    [Fact]
    public void A_hundred_thousand_levels_are_one_problem_and_the_rest_is_read()
    {
        const int Levels = 100_000;
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]") })
        {
            var deep = string.Concat(Enumerable.Repeat(open, Levels)) + "1" + string.Concat(Enumerable.Repeat(close, Levels));
            var root = Assert.IsType<YamlMapping>(Read($"{{ \"deep\": {deep}, \"last\": \"b\" }}", problems: 1));

            Assert.Equal("b", Assert.IsType<YamlScalar>(root["last"]).Value);
            Assert.Equal(100, Depth(root));
            LinearTime.Assert(
                100_000, n => string.Concat(Enumerable.Repeat(open, n)) + "1" + string.Concat(Enumerable.Repeat(close, n)), text => JsonReader.Read(text), open);
        }
    }

    [Fact]
    public void Brackets_that_are_not_closed_are_a_problem()
    {
        Read(new string('[', Million), problems: 101);
        Read(new string('{', 100), problems: 298);
        Read("[" + new string('}', 1_000), problems: 1_001);
        Read(string.Concat(Enumerable.Repeat("{\"a\":[", 50)) + new string('}', 50), problems: 50);
        JsonReader.Read(string.Concat(Enumerable.Repeat("[{", Million / 2)) + new string(']', Million / 2));
        JsonReader.Read("{\"a\":" + new string('[', Million / 2) + string.Concat(Enumerable.Repeat("\"b\":", Million / 4)));
        LinearTime.Assert(100_000, n => string.Concat(Enumerable.Repeat("[{", n)) + new string(']', n), text => JsonReader.Read(text), "[{");
    }

    [Fact]
    public void Many_characters_of_one_kind_are_read()
    {
        foreach (var character in "\"'[]{},:/*\\ \t\n\r0-.eaut\0\uFEFF\uD800\uDC00")
        {
            foreach (var start in new[] { "", "[", "{", "{\"a\":", "\"", "[1", "/*", "//" })
            {
                LinearTime.Assert(Million / 10, n => start + new string(character, n), text => JsonReader.Read(text), start + character);
            }
        }
    }

    [Fact]
    public void Many_lines_that_are_not_closed_are_read()
    {
        foreach (var line in new[] { "\"a", "\"a\": \"b", "\"a\": [\"b", "\"a\": {", "\"a\": [{", "}", "]", "},{", "\"a\" \"b\"", "\"a\":", ",", ":", "\"\\", "\"\\u00", "/*", "//", "x y", "1 2" })
        {
            foreach (var start in new[] { "", "{" })
            {
                LinearTime.Assert(30_000, n => start + string.Concat(Enumerable.Repeat(line + "\n", n)), text => Assert.NotEmpty(JsonReader.Read(text).Problems), start + line);
            }
        }
    }

    private static int Depth(YamlNode root)
    {
        var depth = 0;
        for (YamlNode? node = root; node is not null; depth++)
        {
            node = node is YamlMapping { Entries: [var entry, ..] } ? entry.Value : node is YamlSequence { Items: [var item, ..] } ? item : null;
        }

        return depth - 1;
    }

    private static YamlNode Read(string text, int problems)
    {
        var stream = JsonReader.Read(text);
        Assert.Equal(problems, stream.Problems.Length);
        return Assert.Single(stream.Documents);
    }
}
