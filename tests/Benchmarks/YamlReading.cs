using System.Diagnostics;
using System.Globalization;
using DockerConnectionStrings.Analyzers;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// What it costs to read a compose file, beside YamlDotNet. Warm: both take turns within a round of this process. Cold: the first file
/// that a process reads, compilation by the runtime included, as in a compiler that has just been started.
/// </summary>
internal static class YamlReading
{
    /// <summary>As the first argument: this process is to read one file, once, and to print how long that took.</summary>
    public const string FirstReading = "--first-reading";

    private const double MostOverYamlDotNet = 0.2;
    private const double MostGrowth = 1.5;
    private const int Rounds = 15;

    private static readonly int[] s_sizes = [100, 1_000, 10_000];

    private static readonly (string Name, Action<string> Read)[] s_readers =
    [
        ("ours", static text => YamlReader.Read(text)),
        ("YamlDotNet", static text => new YamlDotNet.RepresentationModel.YamlStream().Load(new StringReader(text))),
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        Console.WriteLine($"YAML: {Rounds} rounds over compose files of {string.Join(", ", s_sizes.Select(static lines => $"{lines:N0}"))} lines");
        var warm = MeasureWarm();
        var cold = await MeasureColdAsync();
        var figures = new List<Figure>();
        foreach (var (what, times) in new[] { ("warm", warm), ("cold", cold) })
        {
            for (var size = 0; size < s_sizes.Length; size++)
            {
                var (ours, theirs) = (times[size, 0], times[size, 1]);
                var name = $"YAML, {s_sizes[size]:N0} lines, {what}";
                figures.Add(new Figure(name, $"{ours / 1_000:N1} us"));
                figures.Add(new Figure($"{name}, ours / YamlDotNet", $"{ours / theirs:N3}", $"<= {MostOverYamlDotNet}", ours <= MostOverYamlDotNet * theirs));
            }
        }

        double PerLine(int size) => warm[size, 0] / GeneratedCompose.LinesOf(GeneratedCompose.Write(s_sizes[size]));
        var growth = PerLine(2) / PerLine(1);
        figures.Add(new Figure($"YAML, a line of {s_sizes[2]:N0} / of {s_sizes[1]:N0}, ours", $"{growth:N2}", $"<= {MostGrowth}", growth <= MostGrowth));
        return figures;
    }

    /// <summary>The work of a process that was started for a cold figure.</summary>
    /// <param name="arguments">The index of the reader, and the number of lines.</param>
    public static void ReadFirst(ReadOnlySpan<string> arguments)
    {
        var read = s_readers[int.Parse(arguments[0], CultureInfo.InvariantCulture)].Read;
        var text = GeneratedCompose.Write(int.Parse(arguments[1], CultureInfo.InvariantCulture));

        // No analyzer reads a file before it is there itself: the assemblies are loaded, for either reader, and their references bound.
        _ = (new ConnectionStringAnalyzer().SupportedDiagnostics, TextSpan.FromBounds(0, 1).End, typeof(YamlDotNet.RepresentationModel.YamlStream).Assembly);
        var start = Stopwatch.GetTimestamp();
        read(text);
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalNanoseconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Nanoseconds for each size and each reader.</summary>
    private static double[,] MeasureWarm()
    {
        var texts = s_sizes.Select(GeneratedCompose.Write).ToArray();
        var warmedUp = Stopwatch.StartNew();
        while (warmedUp.Elapsed < TimeSpan.FromSeconds(3))
        {
            Array.ForEach(s_readers, reader => Array.ForEach(texts, reader.Read));
        }

        return Medians((size, reader) =>
        {
            // As many lines of each size, so that one is measured as well as the other.
            var times = 2 * s_sizes[^1] / s_sizes[size];
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                s_readers[reader].Read(texts[size]);
            }

            return Task.FromResult(Stopwatch.GetElapsedTime(start).TotalNanoseconds / times);
        }).Result;
    }

    private static Task<double[,]> MeasureColdAsync() => Medians(static async (size, reader) =>
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { FirstReading, $"{reader}", $"{s_sizes[size]}" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(printed, CultureInfo.InvariantCulture);
    });

    /// <summary>Measures each size with each reader in each round.</summary>
    private static async Task<double[,]> Medians(Func<int, int, Task<double>> measure)
    {
        var all = new List<double>[s_sizes.Length, s_readers.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var size = 0; size < s_sizes.Length; size++)
            {
                for (var reader = 0; reader < s_readers.Length; reader++)
                {
                    (all[size, reader] ??= []).Add(await measure(size, reader));
                }
            }
        }

        var medians = new double[s_sizes.Length, s_readers.Length];
        for (var size = 0; size < s_sizes.Length; size++)
        {
            for (var reader = 0; reader < s_readers.Length; reader++)
            {
                medians[size, reader] = Median.Of(all[size, reader]);
            }
        }

        return medians;
    }
}
