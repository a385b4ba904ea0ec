using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Json;

public class JsonReaderTests
{
    public static TheoryData<string> Documents => new(JsonDocuments.All.Keys);

    public static TheoryData<string, string, string> Broken => new(JsonDocuments.Broken);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_reads_as_System_Text_Json_reads_it(string name)
    {
        var text = JsonDocuments.All[name];

        Assert.Empty(JsonReader.Read(text).Problems);
        Assert.Equal(JsonOracle.Theirs(text), JsonOracle.Ours(text));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_not_JSON_is_a_problem_with_its_place_and_the_rest_is_read(string marked, string reason, string read)
    {
        var text = marked.Replace("§", "");
        var stream = JsonReader.Read(text);

        Assert.Equal(marked.IndexOf('§'), stream.Problems[0].Position);
        Assert.Equal(reason, stream.Problems[0].Reason);
        Assert.Equal(read, JsonOracle.Show(stream));
        Assert.Equal(stream.Problems.OrderBy(problem => problem.Position), stream.Problems);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void System_Text_Json_agrees_that_it_is_not_JSON(string marked, string reason, string read) =>
        Assert.False(JsonOracle.Accepts(marked.Replace("§", "")), reason + read);

    /// <summary>
    /// System.Text.Json reads the file and throws for the value; .NET's own strings hold such characters, so the value is
    /// kept. A test's arguments would not keep it.
    /// </summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_kept()
    {
        (string Written, string Value, int Escapes)[] cases =
        [
            ("\\uD83D", "\uD83D", 1),
            ("a\\uDE00b", "a\uDE00b", 1),
            ("\\uDE00\\uD83D", "\uDE00\uD83D", 2),
            ("\\uD83D\\n\\uDE00", "\uD83D\n\uDE00", 3),
            ("\\uD83D\\uD83D\\uDE00", "\uD83D\uD83D\uDE00", 2),
            ("\\uD83Da\uDE00", "\uD83Da\uDE00", 1),
        ];
        foreach (var (written, value, escapes) in cases)
        {
            var stream = JsonReader.Read($"[\"{written}\"]");
            var scalar = Assert.Single(YamlTree.Scalars(stream));

            Assert.Empty(stream.Problems);
            Assert.Equal(value, scalar.Value);
            Assert.Equal(escapes, scalar.Text.Runs.Count(run => run.Kind == RunKind.Escape));
            Assert.False(JsonOracle.Accepts($"[\"{written}\"]") is true && JsonOracle.IsReadable($"[\"{written}\"]"));
        }
    }

    [Fact]
    public void The_styles_tell_a_string_from_what_stands_without_quotes() =>
        Assert.Equal(
            [YamlScalarStyle.DoubleQuoted, YamlScalarStyle.Plain, YamlScalarStyle.DoubleQuoted, YamlScalarStyle.DoubleQuoted],
            YamlTree.Scalars(JsonReader.Read("""{ "a": 1, "b": "1" }""")).Select(scalar => scalar.Style));

    [Fact]
    public void Repeated_keys_are_kept()
    {
        var mapping = Assert.IsType<YamlMapping>(JsonReader.Read("""{ "a": 1, "b": 2, "a": 3 }""").Documents[0]);

        Assert.Equal(3, mapping.Entries.Count);
        Assert.Equal("3", Assert.IsType<YamlScalar>(mapping["a"]).Value);
    }
}
