using CsCheck;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.EnvFile;

/// <summary>Random entries, written in random styles.</summary>
internal static class GeneratedEnvFile
{
    private static readonly Gen<string> Value =
        Gen.OneOf("localhost", "3306", "a", "é", "😀", " ", "  ", "#", "\"", "'", "\\", "\n", "\r\n", "\t", "=", ":", ";", "$", "$$", "${A}", "\\n", "\u00A0")
            .Array[0, 8].Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> Key = Gen.OneOf("A", "DB_HOST", "ConnectionStrings__Default", "a.b", "x-y", "v[0]", "é", "exported", "1");

    private static readonly Gen<string> Blanks = Gen.OneOf("", "", "", " ", "\t", "  ");

    private static readonly Gen<string> End = Gen.OneOf("\n", "\n", "\r\n", " \n", " # comment\n", " # it's \"c\"\r\n", "\n\n# comment\n", "\n \t\n");

    private static readonly Gen<(string Text, (string, string?, YamlScalarStyle) Read)> Entry = Gen.Select(
        Gen.Select(Gen.OneOf("", "", "export "), Key, Blanks), Gen.OneOf("=", "=", ":"), Gen.Select(Blanks, Value, Gen.Int[0, 3]), End, Write);

    /// <summary>A file, and the key, the value and the style of each entry.</summary>
    public static Gen<(string Text, IReadOnlyList<(string Key, string? Value, YamlScalarStyle Style)> Entries)> Files { get; } = Gen.Select(
        Gen.OneOf("", "", "\uFEFF", "# comment\n\n"), Entry.Array[0, 6],
        (start, entries) => (start + string.Concat(entries.Select(entry => entry.Text)), (IReadOnlyList<(string, string?, YamlScalarStyle)>)entries.Select(entry => entry.Read).ToArray()));

    private static (string Text, (string Key, string? Value, YamlScalarStyle Style) Read) Write((string Export, string Name, string Blanks) key, string sign, (string Blanks, string Text, int Style) value, string end)
    {
        var start = key.Blanks + key.Export + key.Name + key.Blanks;
        if (value.Style == 0 && value.Text.Length == 0)
        {
            return (start + (end.StartsWith(" #", StringComparison.Ordinal) ? "\n" : end), (key.Name, null, default));
        }

        start += sign + value.Blanks;
        var isPlain = value.Style < 2 && value.Text.Trim() == value.Text && value.Text.Length > 0 && value.Text[0] is not ('"' or '\'')
            && !value.Text.Contains('\n', StringComparison.Ordinal) && !value.Text.Contains(" #", StringComparison.Ordinal);
        if (isPlain)
        {
            return (start + value.Text + end, (key.Name, value.Text, YamlScalarStyle.Plain));
        }

        // Within single quotes a backslash before the quote, or before another backslash, cannot be written as itself.
        var isSingle = value.Style < 3 && !value.Text.Contains('\\', StringComparison.Ordinal);
        var written = isSingle ? "'" + value.Text.Replace("'", "\\'") + "'" : "\"" + value.Text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\t", "\\t") + "\"";
        return (start + written + end, (key.Name, value.Text, isSingle ? YamlScalarStyle.SingleQuoted : YamlScalarStyle.DoubleQuoted));
    }
}
