using DockerConnectionStrings.Analyzers.Topology;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Files of a test, with <c>[|marks|]</c> around what is looked for.</summary>
internal sealed class MarkedFiles
{
    private readonly List<(string Path, string Text)> _files = [];

    /// <param name="files">The files; the first is <c>/repo/compose.yml</c> where it has no path.</param>
    public MarkedFiles(params (string Path, string Text)[] files)
    {
        foreach (var (path, marked) in files)
        {
            var text = marked.ReplaceLineEndings("\n");
            for (var open = text.IndexOf("[|", StringComparison.Ordinal); open >= 0; open = text.IndexOf("[|", StringComparison.Ordinal))
            {
                var close = text.IndexOf("|]", open, StringComparison.Ordinal) - 2;
                text = text.Remove(close + 2, 2).Remove(open, 2);
                Marks.Add((path, TextSpan.FromBounds(open, close)));
            }

            _files.Add((path, text));
        }
    }

    /// <summary>The marked places, in the order of the files.</summary>
    public List<(string Path, TextSpan Span)> Marks { get; } = [];

    public IReadOnlyList<(string Path, string Text)> All => _files;

    public string TextOf(string path) => _files.Single(file => file.Path == path).Text;

    public DockerTopology Read() => Topologies.Of([.. _files]);

    /// <summary>The files with other characters at a place.</summary>
    public MarkedFiles With(string path, TextSpan span, string text) =>
        new([.. _files.Select(file => file.Path == path ? (path, file.Text[..span.Start] + text + file.Text[span.End..]) : file)]);
}
