using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.Json;

/// <summary>
/// Reads JSON (RFC 8259) as the configuration of .NET does, with comments and commas at the end of a list, and keeps the
/// place of every character. A file that is not JSON, such as one that is half typed, is read as well as it can be.
/// </summary>
internal static class JsonReader
{
    /// <summary>Reads a file. Never throws on account of the text; the time is linear in its length.</summary>
    /// <param name="text">The file as it is, byte order mark and line ends included: source positions count its characters.</param>
    /// <returns>
    /// The root, if there is one, in the nodes of YAML, whose flow style JSON is: a string is double-quoted, every other
    /// scalar plain. All entries of a key are kept. A value that is left out is a plain scalar without characters.
    /// </returns>
    public static YamlStream Read(string text)
    {
        var cursor = new JsonCursor(text);
        var tree = new JsonTree(cursor);
        while (cursor.MoveToToken())
        {
            switch (cursor.Current)
            {
                case '{' or '[':
                    tree.Open();
                    break;
                case '}' or ']':
                    tree.Close();
                    break;
                case ',':
                    tree.Separate();
                    break;
                case ':':
                    tree.EndKey();
                    break;
                case '"':
                    tree.Add(JsonString.Read(cursor));
                    break;
                default:
                    tree.Add(JsonWord.Read(cursor));
                    break;
            }
        }

        return new YamlStream(tree.ToDocuments(), cursor.ToProblems());
    }
}
