using DockerConnectionStrings.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// What a string literal costs, over a tree in which hardly one is a connection text: the price that every project pays. The
/// analyzers take turns within a round, so that whatever slows this machine down for a while slows down all of them.
/// Each has a driver of its own, over the same compilation.
/// </summary>
internal static class PerLiteralCost
{
    private const double MostOverDoNothing = 5;
    private const double LeastUnderSonar = 15;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int rounds)
    {
        var compilation = GeneratedProject.EfCoreShape.Value;
        var literals = Count(compilation, SyntaxKind.StringLiteralExpression);
        Console.WriteLine(
            $"One literal: {compilation.SyntaxTrees.Length:N0} files, {literals:N0} string literals ({Count(compilation, SyntaxKind.AddExpression):N0} additions and "
            + $"{Count(compilation, SyntaxKind.InterpolatedStringExpression):N0} interpolated strings, which ours looks at, too), {rounds} rounds after one that is not counted");

        DiagnosticAnalyzer[] analyzers = [new DoNothingAnalyzer(), new ConnectionStringAnalyzer(), await SonarHardCodedIp.CreateAsync()];
        var times = analyzers.Select(static _ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < analyzers.Length; i++)
            {
                // What the run before has left is not to be collected within this one.
                GC.Collect();
                var driver = Driver.Of(compilation, analyzers[i]);
                await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
                var perLiteral = (await Driver.OwnTimeAsync(driver, analyzers[i])).TotalNanoseconds / literals;
                Console.Write($"  {analyzers[i].GetType().Name} {perLiteral:N1} ns");
                if (round > 0)
                {
                    times[i].Add(perLiteral);
                }
            }

            Console.WriteLine(round == 0 ? "  (warming up)" : "");
        }

        var empty = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            empty.Add(await EmptyAsync(new ConnectionStringAnalyzer()));
        }

        var (nothing, ours, sonar) = (Median.Of(times[0]), Median.Of(times[1]), Median.Of(times[2]));
        return
        [
            new Figure("one literal, do-nothing", $"{nothing:N1} ns"),
            new Figure("one literal, ours", $"{ours:N1} ns"),
            new Figure("one literal, Sonar " + SonarHardCodedIp.RuleId, $"{sonar:N1} ns"),
            new Figure("one compilation without literals, ours", $"{Median.Of(empty):N3} ms"),
            new Figure("ours / do-nothing", $"{ours / nothing:N2}", $"<= {MostOverDoNothing}", ours <= MostOverDoNothing * nothing),
            new Figure($"{SonarHardCodedIp.RuleId} / ours", $"{sonar / ours:N1}", $">= {LeastUnderSonar}", sonar >= LeastUnderSonar * ours),
        ];
    }

    private static int Count(CSharpCompilation compilation, SyntaxKind kind) =>
        compilation.SyntaxTrees.Sum(tree => tree.GetRoot().DescendantNodes().Count(node => node.IsKind(kind)));

    /// <summary>What is spent once per compilation, whatever it holds; it is part of the figures above.</summary>
    private static async Task<double> EmptyAsync(ConnectionStringAnalyzer analyzer)
    {
        var driver = Driver.Of(GeneratedProject.Compile(["class C { }"]), analyzer);
        await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return (await Driver.OwnTimeAsync(driver, analyzer)).TotalMilliseconds;
    }
}
