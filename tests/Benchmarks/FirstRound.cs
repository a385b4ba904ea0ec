using System.Runtime;
using DockerConnectionStrings.Analyzers;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// What the first compilation of a process pays, as every build on a server does: the runtime compiles our code, and tables are filled.
/// The compiler's own code is warm. Run it in a process of its own.
/// </summary>
internal static class FirstRound
{
    private const int Files = 60;

    private const string Text =
        "public static class Shop { public static object Open() => new MySqlConnector.MySqlConnection(\"Server=localhost;Port=3306;Database=shop;Uid=shop;Pwd=x\"); }";

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var sources = Enumerable.Range(0, Files).Select(static index => GeneratedFile.Write(index, lines: 40)).ToArray();
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await Driver.Of(GeneratedProject.Compile(sources), new DoNothingAnalyzer()).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        }

        return
        [
            await RoundAsync("first round, no text", sources),
            await RoundAsync("second round, the first text", [.. sources, Text]),
            await RoundAsync("third round, the same again", [.. sources, Text]),
        ];
    }

    private static async Task<Figure> RoundAsync(string name, string[] sources)
    {
        var compilation = GeneratedProject.Compile(sources);
        compilation.GetDiagnostics();
        var (methods, time) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
        var analyzer = new ConnectionStringAnalyzer();
        var driver = Driver.Of(compilation, analyzer);
        await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        var own = (await Driver.OwnTimeAsync(driver, analyzer)).TotalMilliseconds;
        return new Figure(
            name, $"{own:N0} ms ({JitInfo.GetCompiledMethodCount() - methods:N0} methods compiled in {(JitInfo.GetCompilationTime() - time).TotalMilliseconds:N0} ms)");
    }
}
