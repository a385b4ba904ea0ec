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
        var literals = compilation.SyntaxTrees.Sum(CountLiterals);
        Console.WriteLine($"One literal: {compilation.SyntaxTrees.Length:N0} files, {literals:N0} string literals, {rounds} rounds after one that is not counted");

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

        var (nothing, ours, sonar) = (Median.Of(times[0]), Median.Of(times[1]), Median.Of(times[2]));
        return
        [
            new Figure("one literal, do-nothing", $"{nothing:N1} ns"),
            new Figure("one literal, ours", $"{ours:N1} ns"),
            new Figure("one literal, Sonar " + SonarHardCodedIp.RuleId, $"{sonar:N1} ns"),
            new Figure("ours / do-nothing", $"{ours / nothing:N2}", $"<= {MostOverDoNothing}", ours <= MostOverDoNothing * nothing),
            new Figure($"{SonarHardCodedIp.RuleId} / ours", $"{sonar / ours:N1}", $">= {LeastUnderSonar}", sonar >= LeastUnderSonar * ours),
        ];
    }

    public static int CountLiterals(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Count(static node => node.IsKind(SyntaxKind.StringLiteralExpression));
}
