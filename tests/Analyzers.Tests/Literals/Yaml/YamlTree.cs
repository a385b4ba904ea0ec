using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>What holds for every tree, and ways into it.</summary>
internal static class YamlTree
{
    public static IEnumerable<YamlScalar> Scalars(YamlStream stream) => stream.Documents.SelectMany(Nodes).OfType<YamlScalar>();

    /// <summary>The kind of each node, and the number of its children.</summary>
    public static IEnumerable<(Type Kind, int Children)> Shape(YamlStream stream) =>
        stream.Documents.SelectMany(Nodes).Select(node => (node.GetType(), Children(node).Count()));

    /// <summary>A node and all below it, in the order of the file.</summary>
    public static IEnumerable<YamlNode> Nodes(YamlNode node) => Children(node).SelectMany(Nodes).Prepend(node);

    /// <summary>The children lie within their parent, one behind the other; the runs of a scalar abut, cover its value, and lie within it.</summary>
    public static void AssertPlaces(string text) => AssertPlaces(text, YamlReader.Read(text));

    /// <summary>The same of a tree that any reader made of the text.</summary>
    public static void AssertPlaces(string text, YamlStream stream)
    {
        foreach (var node in stream.Documents.SelectMany(Nodes))
        {
            var end = node.Span.Start;
            foreach (var child in Children(node))
            {
                Assert.InRange(child.Span.Start, end, node.Span.End);
                Assert.InRange(child.Span.End, child.Span.Start, node.Span.End);
                end = child.Span.End;
            }

            if (node is YamlScalar scalar)
            {
                AssertRuns(text, scalar);
            }
        }
    }

    /// <summary>The file with a word of a scalar rewritten in place, and the value that the scalar has then; null without such a word.</summary>
    public static (string Text, string Value)? Rewrite(string text, YamlScalar scalar, string replacement)
    {
        foreach (var run in scalar.Text.Runs)
        {
            var word = Enumerable.Range(run.ValueStart, run.ValueLength).SkipWhile(i => !char.IsAsciiLetter(scalar.Value[i])).TakeWhile(i => char.IsAsciiLetter(scalar.Value[i])).ToArray();
            if (run.Kind == RunKind.Identity && word.Length > 1 && scalar.Text.EditableSpan(word[0], word.Length) is { } span)
            {
                Assert.Equal(scalar.Value.AsSpan(word[0], word.Length), text.AsSpan(span.Start, span.Length));
                return (text.Remove(span.Start, span.Length).Insert(span.Start, replacement), scalar.Value.Remove(word[0], word.Length).Insert(word[0], replacement));
            }
        }

        return null;
    }

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
        YamlSequence sequence => sequence.Items,
        _ => [],
    };

    /// <summary>The runs of a scalar abut, cover its value, and lie within it.</summary>
    public static void AssertRuns(string text, YamlScalar scalar)
    {
        var (valueEnd, sourceEnd) = (0, scalar.Span.Start);
        foreach (var run in scalar.Text.Runs)
        {
            Assert.Equal(valueEnd, run.ValueStart);
            Assert.True(run.ValueLength > 0);
            Assert.InRange(run.SourceStart, sourceEnd, scalar.Span.End);
            Assert.InRange(run.SourceEnd, run.SourceStart + 1, scalar.Span.End);
            (valueEnd, sourceEnd) = (run.ValueEnd, run.SourceEnd);
            if (run.Kind == RunKind.Identity)
            {
                Assert.Equal(scalar.Value.AsSpan(run.ValueStart, run.ValueLength), text.AsSpan(run.SourceStart, run.SourceLength));
            }
        }

        Assert.Equal(scalar.Value.Length, valueEnd);
    }
}
