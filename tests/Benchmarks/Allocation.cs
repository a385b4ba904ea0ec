using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DockerConnectionStrings.Analyzers;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>The bytes that one analysis of the tree of <see cref="PerLiteralCost"/> allocates. Nearly all are the compiler's: what counts is the difference.</summary>
public class Allocation
{
    private readonly CSharpCompilation _compilation = GeneratedProject.EfCoreShape.Value;

    [Benchmark(Baseline = true)]
    public Task<int> DoNothing() => AnalyzeAsync(new DoNothingAnalyzer());

    [Benchmark]
    public Task<int> Ours() => AnalyzeAsync(new ConnectionStringAnalyzer());

    internal static IReadOnlyList<Figure> Measure()
    {
        Console.WriteLine("Allocation: the same tree, whole analyses");
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring)
                .WithWarmupCount(0).WithIterationCount(1).WithInvocationCount(1).WithUnrollFactor(1))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        var summary = BenchmarkRunner.Run<Allocation>(config);
        if (summary.Reports.Length != 2 || summary.Reports.Any(static report => !report.Success))
        {
            throw new InvalidOperationException("BenchmarkDotNet ran nothing: " + string.Join("; ", summary.ValidationErrors));
        }

        MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
        long BytesOf(string name)
        {
            var report = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == name);
            return report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        }

        var (nothing, ours) = (BytesOf(nameof(DoNothing)), BytesOf(nameof(Ours)));
        return
        [
            new Figure("allocated, do-nothing", $"{nothing / 1e6:N1} MB"),
            new Figure("allocated, ours", $"{ours / 1e6:N1} MB"),
            new Figure("allocated, ours / do-nothing", $"{(double)ours / nothing:N4}"),
        ];
    }

    private async Task<int> AnalyzeAsync(DiagnosticAnalyzer analyzer) =>
        (await Driver.Of(_compilation, analyzer).GetAnalyzerDiagnosticsAsync(CancellationToken.None)).Length;
}
