using System.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// What the package adds to <c>dotnet build</c> of <c>samples/WebApi</c> when one source file is newer than the output. Copies with and without it are
/// built in turns, by a warm compiler server of their own. A second copy without it shows what two equal builds differ by.
/// </summary>
internal static class BuildCost
{
    private const int Rounds = 15;
    private const int WarmUps = 5;

    private static readonly (string Name, bool HasPackage)[] s_copies = [("without", false), ("with", true), ("control", false)];

    public static IReadOnlyList<Figure> Measure()
    {
        Console.WriteLine("build: packing, restoring, warming up");
        using var copies = new SampleCopies("WebApi");
        copies.Pack();
        foreach (var (name, hasPackage) in s_copies)
        {
            copies.Add(name, hasPackage);
        }

        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            foreach (var (name, hasPackage) in s_copies)
            {
                Check(name, hasPackage, copies.Build(name, "--verbosity", "detailed"));
            }
        }

        Console.WriteLine($"build: {Rounds} rounds of samples/WebApi");
        var times = s_copies.ToDictionary(static copy => copy.Name, static _ => new List<double>());
        var order = s_copies.Select(static copy => copy.Name).ToArray();
        var random = new Random(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            // Shuffled: what a build leaves for the server to do later (methods to compile anew, memory to collect) falls on the next one, whichever that is.
            random.Shuffle(order);
            foreach (var name in order)
            {
                var start = Stopwatch.GetTimestamp();
                copies.Build(name);
                times[name].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var (without, with, control) = (Median.Of(times["without"]), Median.Of(times["with"]), Median.Of(times["control"]));
        return
        [
            new Figure("build, without the package", $"{without:N0} ms"),
            new Figure("build, with the package", $"{with:N0} ms"),
            new Figure("build, with / without", $"{with / without:N3}"),
            new Figure("build, without / without", $"{control / without:N3}"),
        ];
    }

    /// <summary>Throws where a build is not the one that is to be measured.</summary>
    private static void Check(string name, bool hasPackage, string output)
    {
        if (!output.Contains("CompilerServer: server - server processed compilation", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The build '{name}' has used no compiler server.");
        }

        if (output.Contains(": warning DKC", StringComparison.Ordinal) != hasPackage)
        {
            throw new InvalidOperationException($"The build '{name}' should {(hasPackage ? "" : "not ")}report the sample's mistakes.");
        }
    }
}
