using System.Text;
using DockerConnectionStrings.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>What a text costs beside a compose file of a thousand services, with few texts and with many: the same, if nothing is looked at twice.</summary>
internal static class LargeTopology
{
    private const int Services = 1_000;
    private const int TextsPerFile = 20;
    private const double MostGrowth = 1.5;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var options = new AnalyzerOptions([new MemoryFile("/repo/docker-compose.yml", Compose())], new BuildProperties());
        var few = GeneratedProject.Compile(Sources(1_000));
        var many = GeneratedProject.Compile(Sources(10_000));
        Console.WriteLine($"Many texts: {Services:N0} services, 1,000 and 10,000 texts");
        await RunAsync(few, options);
        var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
        var findings = 0;
        for (var round = 0; round < 3; round++)
        {
            fewTimes.Add((await RunAsync(few, options)).Milliseconds / 1_000);
            (var time, findings) = await RunAsync(many, options);
            manyTimes.Add(time / 10_000);
        }

        var (each, eachOfMany) = (Median.Of(fewTimes), Median.Of(manyTimes));
        return
        [
            new Figure("a text beside 1,000 services, of 1,000 / of 10,000", $"{each * 1_000:N1} / {eachOfMany * 1_000:N1} us"),
            new Figure("  of them reported", $"{findings:N0}"),
            new Figure("  one of 10,000 / one of 1,000", $"{eachOfMany / each:N2}", $"<= {MostGrowth}", eachOfMany <= MostGrowth * each),
        ];
    }

    private static async Task<(double Milliseconds, int Findings)> RunAsync(CSharpCompilation compilation, AnalyzerOptions options)
    {
        GC.Collect();
        var analyzer = new ConnectionStringAnalyzer();
        var driver = Driver.Of(compilation, analyzer, options);
        var findings = await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return ((await Driver.OwnTimeAsync(driver, analyzer)).TotalMilliseconds, findings.Length);
    }

    /// <summary>Databases of three engines and programs, each on a port of its own.</summary>
    private static string Compose()
    {
        var text = new StringBuilder("services:\n");
        for (var i = 0; i < Services; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  s{i}:\n    image: {(i % 4) switch { 0 => "mysql:8", 1 => "postgres:16", 2 => "redis:7", _ => "company/program" }}\n")
                .Append(System.Globalization.CultureInfo.InvariantCulture, $"    environment: {{ MYSQL_DATABASE: shop{i} }}\n    ports: [ \"{20_000 + i}:{(i % 4) switch { 0 => 3306, 1 => 5432, 2 => 6379, _ => 8080 }}\" ]\n");
        }

        return text.ToString();
    }

    /// <summary>Half of the texts name a loopback, half a service.</summary>
    private static IEnumerable<string> Sources(int texts) => Enumerable.Range(0, texts / TextsPerFile).Select(file =>
        $"class Texts{file} {{ object[] All() => new object[] {{\n" + string.Concat(Enumerable.Range(file * TextsPerFile, TextsPerFile).Select(text =>
            $"new MySqlConnector.MySqlConnection(\"Server={(text % 2 == 0 ? "localhost" : $"s{text * 4 % Services}")};Database=shop{text * 4 % Services};Uid=root\"),\n")) + "}; }");
}
