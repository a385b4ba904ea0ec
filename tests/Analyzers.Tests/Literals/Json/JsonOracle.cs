using System.Text.Json;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Json;

/// <summary>One text form for what two readers make of a file: its brackets, keys, strings, numbers and names.</summary>
internal static class JsonOracle
{
    /// <summary>As the configuration of .NET reads a file, but for the depth, which is 64 there.</summary>
    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 100 };

    public static string Ours(string text) => Show(JsonReader.Read(text));

    public static string Theirs(string text)
    {
        using var document = Parse(text);
        return Show(document.RootElement);
    }

    public static string Show(YamlStream stream) => string.Join("\n", stream.Documents.Select(Show));

    public static string Show(YamlNode node) => node switch
    {
        YamlMapping mapping => "{" + string.Join(", ", mapping.Entries.Select(entry => $"{Show(entry.Key)}: {Show(entry.Value)}")) + "}",
        YamlSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Show)) + "]",
        YamlScalar { Style: YamlScalarStyle.DoubleQuoted } scalar => Quote(scalar.Value),
        YamlScalar scalar => scalar.Value,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The keys, strings, numbers and names that System.Text.Json reads, in the order of the file.</summary>
    public static IReadOnlyList<string> Scalars(string text)
    {
        using var document = Parse(text);
        return Scalars(document.RootElement).ToArray();
    }

    /// <summary>True when System.Text.Json reads a file; null when it cannot be asked, as its files are UTF-8 and have no lone surrogates.</summary>
    public static bool? Accepts(string text)
    {
        try
        {
            using var document = Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>True when every string of the file can be had of System.Text.Json: an escape may be half of a surrogate pair.</summary>
    public static bool IsReadable(string text)
    {
        try
        {
            Theirs(text);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whoever reads a file takes the byte order mark away before System.Text.Json sees the text.</summary>
    private static JsonDocument Parse(string text) => JsonDocument.Parse(text.StartsWith('\uFEFF') ? text[1..] : text, s_options);

    private static string Show(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(", ", element.EnumerateObject().Select(property => $"{Quote(property.Name)}: {Show(property.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(", ", element.EnumerateArray().Select(Show)) + "]",
        JsonValueKind.String => Quote(element.GetString()!),
        _ => element.GetRawText(),
    };

    private static IEnumerable<string> Scalars(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Scalars(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Scalars),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };

    private static string Quote(string value) => "'" + value.Replace("\\", "\\\\").Replace("'", "\\'").Replace("\n", "\\n").Replace("\r", "\\r") + "'";
}
