namespace DockerConnectionStrings.Benchmarks;

/// <summary>The middle of several measurements: one that something else on the machine has disturbed does not move it.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
