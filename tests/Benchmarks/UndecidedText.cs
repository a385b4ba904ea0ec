using DockerConnectionStrings.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// What it costs to decide a text that does not say whose it is, in a project with two drivers: it is a constant or a field, and another
/// file hands it to a driver. Cold is a build: no tree has been looked at. Warm is the same compilation once more: what Roslyn keeps
/// for a tree (<c>SyntaxTreeValueProvider</c>) is there.
/// </summary>
internal static class UndecidedText
{
    private const int Files = 2_000;
    private const int Rounds = 2;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        Console.WriteLine($"An undecided text: {Files:N0} files, {Rounds} rounds over fresh trees");
        var (coldBase, warmBase, _) = await MeasureAsync(0, oneName: false);
        var figures = new List<Figure>();
        foreach (var (texts, oneName) in new[] { (1, false), (1_000, false), (1_000, true) })
        {
            var (cold, warm, findings) = await MeasureAsync(texts, oneName);
            figures.Add(new Figure(
                $"undecided, {texts:N0} texts{(oneName ? " of one name" : "")}, cold / warm, each",
                $"{(cold - coldBase) * 1_000 / texts:N1} / {(warm - warmBase) * 1_000 / texts:N1} us"));
            figures.Add(new Figure("  of them reported", $"{findings:N0}"));
        }

        return figures;
    }

    /// <summary>The analyzer's own milliseconds, cold and warm, and what it reports.</summary>
    private static async Task<(double Cold, double Warm, int Findings)> MeasureAsync(int texts, bool oneName)
    {
        var (cold, warm, findings) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var compilation = GeneratedProject.Compile(Enumerable.Range(0, Files).Select(index => Source(index, texts, oneName)));
            foreach (var times in new[] { cold, warm })
            {
                var (time, found) = await RunAsync(compilation);
                times.Add(time);
                findings = found;
            }
        }

        Console.WriteLine($"  {texts:N0} texts{(oneName ? " of one name" : "")}: cold {Median.Of(cold):N1} ms, warm {Median.Of(warm):N1} ms, {findings:N0} reported");
        return (Median.Of(cold), Median.Of(warm), findings);
    }

    private static async Task<(double Milliseconds, int Findings)> RunAsync(CSharpCompilation compilation)
    {
        var analyzer = new ConnectionStringAnalyzer();
        var driver = Driver.Of(compilation, analyzer);
        var findings = await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return ((await Driver.OwnTimeAsync(driver, analyzer)).TotalMilliseconds, findings.Length);
    }

    /// <summary>The first files hold the texts, the last ones use them.</summary>
    private static string Source(int index, int texts, bool oneName)
    {
        var fromEnd = Files - 1 - index;
        string Name(int text) => oneName ? "Db" : $"Db{text}";
        return GeneratedFile.Write(index, lines: 20, usings: fromEnd < texts ? $"using {GeneratedFile.NamespaceOf(fromEnd)};" : "")
            + (index < texts
                ? $"\npublic static class Config{index} {{ public {(index % 2 == 0 ? "const" : "static readonly")} string {Name(index)} = \"Server=localhost;Database=shop;Uid=root;Pwd=x\"; }}"
                : "")
            + (fromEnd < texts
                ? $"\npublic class Shop{fromEnd} {{ public object Open() => new MySqlConnector.MySqlConnection(Config{fromEnd}.{Name(fromEnd)}); }}"
                : "");
    }
}
