using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals;

/// <summary>The test suites of YAML and JSON, out of folders that the caller names: their data is no part of this repository. See the README.</summary>
public class SuitesTests
{
    /// <summary>Blanks on the last line of a literal, without a line end: read as libyaml, and so Compose, reads them.</summary>
    private static readonly string[] s_notRead = ["JEF9/02: [\"\\n\"] | [\"\"]", "L24T/01: {\"foo\":\"x\\n \\n\"} | {\"foo\":\"x\\n \"}"];

    /// <summary>The folder of yaml/yaml-test-suite, branch <c>data</c>: a folder for each case, with <c>in.yaml</c>, <c>error</c> where it is wrong, and <c>in.json</c>.</summary>
    [Fact(Explicit = true)]
    public void Right_YAML_of_the_test_suite_is_read_with_its_values()
    {
        var cases = Directory.EnumerateFiles(FolderOf("YAML_TEST_SUITE"), "in.yaml", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!)
            .Where(folder => !folder.Contains("/tags/", StringComparison.Ordinal) && !folder.Contains("/name/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var right = cases.Where(folder => !File.Exists(Path.Combine(folder, "error"))).ToArray();
        var failed = right.Select(folder => (Name: NameOf(folder), Why: WhyNot(folder))).Where(one => one.Why is not null).ToArray();
        var wrong = cases.Except(right).Select(folder => (Name: NameOf(folder), IsRefused: !YamlReader.Read(Text(folder, "in.yaml")).Problems.IsEmpty)).ToArray();
        Report(
            $"YAML test suite: {right.Length - failed.Length} of {right.Length} right cases hold; {wrong.Count(one => one.IsRefused)} of {wrong.Length} wrong ones are refused, "
            + "and not " + string.Join(" ", wrong.Where(one => !one.IsRefused).Select(one => one.Name)));
        Assert.Equal("", string.Join("\n", failed.Select(one => $"{one.Name}: {one.Why}").Except(s_notRead)));
    }

    /// <summary>The folder of nst/JSONTestSuite. What .NET's configuration reads, comments and a comma at the end, is taken on purpose.</summary>
    [Fact(Explicit = true)]
    public void Right_JSON_of_the_test_suite_is_read()
    {
        var files = Directory.EnumerateFiles(Path.Combine(FolderOf("JSON_TEST_SUITE"), "test_parsing"), "*.json").Order(StringComparer.Ordinal).ToLookup(file => Path.GetFileName(file)[0], file => (Name: Path.GetFileName(file), IsRead: IsJson(file)));
        string Count(char kind, bool isRead) => $"{files[kind].Count(file => file.IsRead == isRead)} of {files[kind].Count()}";
        Report($"JSON test suite: {Count('y', true)} right files are read, {Count('n', false)} wrong ones are refused, {Count('i', true)} of the others are read; wrong and read: "
            + string.Join(" ", files['n'].Where(file => file.IsRead).Select(file => file.Name)));
        Assert.Empty(files['y'].Where(file => !file.IsRead).Select(file => file.Name));
    }

    private static string FolderOf(string variable)
    {
        var folder = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{variable} names no folder.");
        return folder!;
    }

    private static void Report(string line) => TestContext.Current.SendDiagnosticMessage(line);

    private static string NameOf(string folder) => Path.GetFileName(folder) is { Length: < 4 } part ? Path.GetFileName(Path.GetDirectoryName(folder)) + "/" + part : Path.GetFileName(folder);

    private static string Text(string folder, string file) => new UTF8Encoding().GetString(File.ReadAllBytes(Path.Combine(folder, file)));

    private static bool IsJson(string file) => JsonReader.Read(new UTF8Encoding().GetString(File.ReadAllBytes(file))).Problems.IsEmpty;

    /// <summary>Why a right case does not hold; null when it does.</summary>
    private static string? WhyNot(string folder)
    {
        var stream = YamlReader.Read(Text(folder, "in.yaml"));
        if (!stream.Problems.IsEmpty)
        {
            return stream.Problems[0].Reason;
        }

        if (!File.Exists(Path.Combine(folder, "in.json")))
        {
            return null;
        }

        var theirs = Documents(Text(folder, "in.json"));
        var ours = stream.Documents.Select(root => ToJson(root, YamlTree.Nodes(root).Where(node => node.Anchor is not null).ToLookup(node => node.Anchor!)));
        var (left, right) = (string.Join("\n", theirs.Where(text => text != "null")), string.Join("\n", ours.Where(text => text != "null")));
        return left == right ? null : $"{left} | {right}";
    }

    /// <summary>The values of a file that may hold several.</summary>
    private static List<string> Documents(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var documents = new List<string>();
        while (bytes.Length > 0 && Encoding.UTF8.GetString(bytes).Trim().Length > 0)
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true }));
            documents.Add(Show(JsonNode.Parse(ref reader)));
            bytes = bytes[(int)reader.BytesConsumed..];
        }

        return documents;
    }

    private static string Show(JsonNode? node) => node switch
    {
        JsonObject map => "{" + string.Join(",", map.Select(pair => Quote(pair.Key) + ":" + Show(pair.Value)).Order(StringComparer.Ordinal)) + "}",
        JsonArray list => "[" + string.Join(",", list.Select(Show)) + "]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Quote(value.GetValue<string>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value.ToJsonString()),
        null => "null",
        _ => node.ToJsonString(),
    };

    private static string ToJson(YamlNode node, ILookup<string, YamlNode> anchors) => node switch
    {
        YamlMapping map => "{" + string.Join(",", map.Entries.Select(entry => Key(entry.Key, anchors) + ":" + ToJson(entry.Value, anchors)).Order(StringComparer.Ordinal)) + "}",
        YamlSequence list => "[" + string.Join(",", list.Items.Select(item => ToJson(item, anchors))) + "]",
        YamlAlias alias => ToJson(anchors[alias.Name].Last(target => target.Span.End <= alias.Span.Start), anchors),
        YamlScalar { Style: YamlScalarStyle.Plain, Tag: null } scalar => Plain(scalar.Value),
        YamlScalar scalar => scalar.Tag is "!!int" or "!!float" or "!!bool" or "!!null" ? Plain(scalar.Value) : Quote(scalar.Value),
        _ => "",
    };

    private static string Key(YamlNode key, ILookup<string, YamlNode> anchors) => key is YamlScalar scalar ? Quote(scalar.Value) : key is YamlAlias alias && anchors[alias.Name].Last() is YamlScalar named ? Quote(named.Value) : "";

    private static string Plain(string value) => value is "" or "~" or "null" ? "null" : value is "true" or "false" ? value : Number(value);

    private static string Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture)
        : text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) ? hex.ToString(CultureInfo.InvariantCulture)
        : Quote(text);

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
