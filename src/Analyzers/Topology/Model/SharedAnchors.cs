using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>
/// The anchors of a compose file that are used more than once: what is changed there changes in several places. An alias is a use, and so is
/// the place of the anchor itself, unless it stands in an extension (<c>x-...</c>), which means nothing by itself; what stands in an anchored
/// node is used as often as that.
/// </summary>
internal sealed class SharedAnchors
{
    /// <summary>Stands for a place in no anchored node.</summary>
    private const int Outside = -1;

    /// <summary>Stands for a place in an extension, in no anchored node.</summary>
    private const int InExtension = -2;

    /// <summary>More uses are counted as so many.</summary>
    private const int Several = 2;

    private readonly ImmutableArray<YamlNode> _shared;

    private SharedAnchors(ImmutableArray<YamlNode> shared) => _shared = shared;

    /// <summary>Finds them in the documents of a file. The time is linear in their nodes.</summary>
    public static SharedAnchors Of(ImmutableArray<YamlNode> documents)
    {
        var walk = new Walk();
        foreach (var document in documents)
        {
            walk.Visit(document);
        }

        return new SharedAnchors(walk.ToShared());
    }

    /// <summary>The name of the innermost such anchor that holds a range; null when none does.</summary>
    /// <param name="span">Source positions.</param>
    public string? NameAt(TextSpan span)
    {
        YamlNode? innermost = null;
        foreach (var node in _shared)
        {
            if (node.Span.Contains(span) && (innermost is null || innermost.Span.Contains(node.Span)))
            {
                innermost = node;
            }
        }

        return innermost?.Anchor;
    }

    /// <summary>The anchored nodes, and from where each is used: its own place and that of its aliases.</summary>
    private sealed class Walk
    {
        private readonly List<YamlNode> _anchored = [];
        private readonly List<List<int>> _usedFrom = [];

        /// <summary>Walks a document in its order, since an alias names the last anchor before it.</summary>
        public void Visit(YamlNode document)
        {
            var anchors = new Dictionary<string, int>(StringComparer.Ordinal);
            var left = new Stack<(YamlNode Node, int Owner)>();
            left.Push((document, Outside));
            while (left.Count > 0)
            {
                var (node, owner) = left.Pop();
                if (node is YamlAlias alias && anchors.TryGetValue(alias.Name, out var target))
                {
                    _usedFrom[target].Add(owner);
                }

                if (node.Anchor is { } name)
                {
                    _usedFrom.Add([owner]);
                    _anchored.Add(node);
                    owner = anchors[name] = _anchored.Count - 1;
                }

                foreach (var item in (node as YamlSequence)?.Items.Reverse() ?? [])
                {
                    left.Push((item, owner));
                }

                foreach (var entry in (node as YamlMapping)?.Entries.Reverse() ?? [])
                {
                    var isExtension = node == document && entry.Key is YamlScalar key && key.Value.StartsWith("x-", StringComparison.Ordinal);
                    left.Push((entry.Value, isExtension ? InExtension : owner));
                    left.Push((entry.Key, owner));
                }
            }
        }

        /// <summary>Counts the uses, from the places outside to the anchored nodes that they reach; each node's count changes twice at most.</summary>
        public ImmutableArray<YamlNode> ToShared()
        {
            var uses = new int[_anchored.Count];
            var reaches = new List<int>[_anchored.Count];
            var changed = new Queue<(int Node, int By)>();
            for (var node = 0; node < _anchored.Count; node++)
            {
                foreach (var owner in _usedFrom[node])
                {
                    if (owner >= 0)
                    {
                        (reaches[owner] ??= []).Add(node);
                    }
                    else if (owner == Outside)
                    {
                        Count(node, 1);
                    }
                }
            }

            while (changed.Count > 0)
            {
                var (node, by) = changed.Dequeue();
                foreach (var reached in reaches[node] ?? [])
                {
                    Count(reached, by);
                }
            }

            return _anchored.Where((_, node) => uses[node] == Several).ToImmutableArray();

            void Count(int node, int by)
            {
                var now = Math.Min(Several, uses[node] + by);
                if (now > uses[node])
                {
                    changed.Enqueue((node, now - uses[node]));
                    uses[node] = now;
                }
            }
        }
    }
}
