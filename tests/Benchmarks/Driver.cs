using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>Roslyn's own driver and stopwatch. It runs one action at a time, so that the figures of one process can be compared.</summary>
internal static class Driver
{
    public static CompilationWithAnalyzers Of(Compilation compilation, DiagnosticAnalyzer analyzer, AnalyzerOptions? options = null) => compilation.WithAnalyzers(
        [analyzer],
        new CompilationWithAnalyzersOptions(
            options ?? GeneratedProject.Options,
            static (failure, failed, _) => Environment.FailFast($"{failed.GetType().Name} has thrown", failure),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true));

    /// <summary>The time spent in the analyzer's own actions, so without what the compiler does anyway.</summary>
    public static async Task<TimeSpan> OwnTimeAsync(CompilationWithAnalyzers driver, DiagnosticAnalyzer analyzer) =>
        (await driver.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
}
