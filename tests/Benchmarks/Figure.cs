namespace DockerConnectionStrings.Benchmarks;

/// <summary>A line of the table at the end.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Goal">What it should be; null for a figure that is only watched.</param>
/// <param name="IsMet">False when the goal is missed.</param>
internal sealed record Figure(string Name, string Value, string? Goal = null, bool IsMet = true)
{
    public static void Print(IReadOnlyList<Figure> figures)
    {
        var name = figures.Max(static figure => figure.Name.Length);
        var value = figures.Max(static figure => figure.Value.Length);
        Console.WriteLine();
        foreach (var figure in figures)
        {
            var goal = figure.Goal is null ? "" : $"  goal {figure.Goal}: {(figure.IsMet ? "met" : "MISSED")}";
            Console.WriteLine($"{figure.Name.PadRight(name)}  {figure.Value.PadLeft(value)}{goal}");
        }
    }
}
