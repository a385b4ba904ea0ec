using System.Diagnostics;
using System.Text;
using DockerConnectionStrings.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// A project of migrations, as EF Core writes them, with one connection text: what a build pays for the first suspicious text, when
/// nothing is cached yet. Measured against what the compiler itself needs to bind the same trees.
/// </summary>
internal static class ManyTrees
{
    private const int Files = 120;
    private const int LinesPerFile = 670;
    private const int Rounds = 5;
    private const double MostOfBinding = 0.005;

    private const string Model =
        """
        namespace Migrations;
        public class ModelBuilder
        {
            public ModelBuilder Entity(string name, System.Action<EntityBuilder> build) { build(new EntityBuilder()); return this; }
            public ModelBuilder HasAnnotation(string name, object value) => this;
        }
        public class EntityBuilder
        {
            public PropertyBuilder Property<T>(string name) => new PropertyBuilder();
            public EntityBuilder HasKey(params string[] names) => this;
            public EntityBuilder ToTable(string name) => this;
        }
        public class PropertyBuilder
        {
            public PropertyBuilder ValueGeneratedOnAdd() => this;
            public PropertyBuilder HasColumnType(string type) => this;
            public PropertyBuilder HasColumnName(string name) => this;
            public PropertyBuilder IsRequired() => this;
        }
        """;

    private const string Text =
        """
        public static class Shop
        {
            public static object Open() => new MySqlConnector.MySqlConnection("Server=localhost;Port=3306;Database=shop;Uid=shop;Pwd=x");
        }
        """;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        Console.WriteLine($"Many trees: {Files:N0} migrations of {LinesPerFile:N0} lines, one text, {Rounds} rounds over fresh trees after one that is not counted");
        var (with, without, binding) = (new List<double>(), new List<double>(), new List<double>());
        var sources = Enumerable.Range(0, Files).Select(Migration).Append(Model).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            var bound = GeneratedProject.Compile(sources);
            var start = Stopwatch.GetTimestamp();
            bound.GetDiagnostics();
            var bind = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var (one, none) = (await OwnTimeAsync([.. sources, Text], findings: 1), await OwnTimeAsync(sources, findings: 0));
            Console.WriteLine($"  with the text {one:N1} ms, without {none:N1} ms, binding {bind:N0} ms{(round == 0 ? "  (warming up)" : "")}");
            if (round > 0)
            {
                with.Add(one);
                without.Add(none);
                binding.Add(bind);
            }
        }

        var text = Median.Of(with) - Median.Of(without);
        return
        [
            new Figure("80,000 lines without a text / binding", $"{Median.Of(without) / Median.Of(binding):P2}"),
            new Figure("one text in 80,000 lines", $"{text:N1} ms"),
            new Figure("the same / binding", $"{text / Median.Of(binding):P2}", $"<= {MostOfBinding:P1}", text <= MostOfBinding * Median.Of(binding)),
        ];
    }

    private static async Task<double> OwnTimeAsync(string[] sources, int findings)
    {
        var analyzer = new ConnectionStringAnalyzer();
        GC.Collect();
        var driver = Driver.Of(GeneratedProject.Compile(sources), analyzer);
        return (await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None)).Length == findings
            ? (await Driver.OwnTimeAsync(driver, analyzer)).TotalMilliseconds
            : throw new InvalidOperationException("The text, and nothing else, should be reported.");
    }

    private static string Migration(int index)
    {
        var source = new StringBuilder("namespace Migrations;\npublic partial class Snapshot").Append(index).Append("\n{\n    public void Build(ModelBuilder modelBuilder)\n    {\n");
        source.Append("        modelBuilder.HasAnnotation(\"ProductVersion\", \"10.0.0\").HasAnnotation(\"Relational:MaxIdentifierLength\", 64);\n");
        for (var line = 5; line < LinesPerFile - 2; line += 14)
        {
            var entity = $"Entity{index}_{line}";
            source.Append("        modelBuilder.Entity(\"Shop.Models.").Append(entity).Append("\", b =>\n        {\n")
                .Append("            b.Property<int>(\"Id\")\n                .ValueGeneratedOnAdd()\n                .HasColumnType(\"int\");\n\n")
                .Append("            b.Property<string>(\"Name\")\n                .IsRequired()\n                .HasColumnName(\"name\")\n                .HasColumnType(\"varchar(255)\");\n\n")
                .Append("            b.HasKey(\"Id\").ToTable(\"").Append(entity).Append("\");\n        });\n\n");
        }

        return source.Append("    }\n}\n").ToString();
    }
}
