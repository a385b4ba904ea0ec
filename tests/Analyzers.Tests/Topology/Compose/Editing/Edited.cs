using System.Text;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

/// <summary>A compose file with edits, as the code fix applies them.</summary>
internal static class Edited
{
    /// <summary>A file before and after: <c>+</c> lines and <c>{+ +}</c> are added, <c>{- -}</c> is removed.</summary>
    public static (string Before, string After) Parse(string marked)
    {
        var lines = marked.Split('\n');
        return (Choose(string.Join("\n", lines.Where(line => !line.StartsWith('+'))), '-'), Choose(string.Join("\n", lines.Select(line => line.StartsWith('+') ? line[1..] : line)), '+'));
    }

    private static string Choose(string text, char sign)
    {
        var chosen = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 4 <= text.Length && text[i] == '{' && text[i + 1] is '+' or '-')
            {
                var end = text.IndexOf($"{text[i + 1]}}}", i + 3, StringComparison.Ordinal);
                chosen.Append(text[i + 1] == sign ? text[(i + 2)..end] : "");
                i = end + 1;
            }
            else
            {
                chosen.Append(text[i]);
            }
        }

        return chosen.ToString();
    }

    /// <param name="file">The file.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="others">The files that copies are of, by path.</param>
    public static string TextOf(ComposeFile file, IEnumerable<Edit> edits, IReadOnlyDictionary<string, string>? others = null)
    {
        Assert.All(edits, edit => Assert.True(edit.FitsInto(file.Text, edit.Start) && edit.Path == file.Path));
        return file.Text.WithChanges(edits.Select(edit => new TextChange(
            new TextSpan(edit.Start, edit.OldText.Length),
            edit.NewText.Resolve(copy => copy.ReadFrom(copy.Path == file.Path ? file.Text : SourceText.From(others![copy.Path!]), copy.Start))!)).OrderBy(change => change.Span)).ToString();
    }
}
