namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>No file of the product uses one that uses it in turn, through whichever others, but for readers of what is nested.</summary>
public class CircleTests
{
    /// <summary>Files that call one another because what they read holds itself.</summary>
    private static readonly string[] s_recursive =
    [
        "Literals/Yaml/YamlBlocks.cs, Literals/Yaml/YamlFlow.cs",
        "Literals/Yaml/YamlChildren.cs, Literals/Yaml/YamlCursor.cs, Literals/Yaml/YamlNode.cs, Literals/Yaml/YamlProperties.cs, Literals/Yaml/YamlStream.cs",
    ];

    [Fact]
    public void Files_use_one_another_in_no_circle() => Assert.Empty(Circles().Except(s_recursive));

    /// <summary>The strongly connected components of more than one file, each with its files in order.</summary>
    private static IEnumerable<string> Circles()
    {
        var reached = ProductSources.FileEdges.Keys.ToDictionary(file => file, Reached);
        return reached.Keys
            .Where(file => reached[file].Contains(file))
            .Select(file => string.Join(", ", reached[file].Where(other => reached.TryGetValue(other, out var back) && back.Contains(file)).Order(StringComparer.Ordinal)))
            .Distinct();
    }

    private static HashSet<string> Reached(string file)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<string>([file]);
        while (pending.TryPop(out var next))
        {
            foreach (var used in ProductSources.FileEdges.TryGetValue(next, out var edges) ? edges : [])
            {
                if (reached.Add(used))
                {
                    pending.Push(used);
                }
            }
        }

        return reached;
    }
}
