using System.Diagnostics;
using System.Reflection;
using DockerConnectionStrings.Analyzers;
using DockerConnectionStrings.Benchmarks;

if (args is [YamlReading.FirstReading, ..])
{
    YamlReading.ReadFirst(args.AsSpan(1));
    return 0;
}

if (args is ["--first-round"])
{
    Figure.Print(await FirstRound.MeasureAsync());
    return 0;
}

if (args is ["--build-cost"])
{
    Figure.Print(BuildCost.Measure());
    return 0;
}

// Without arguments all figures but those of whole builds and fresh processes, in some minutes; with --check only those that have a goal, and whether it is met as the exit code.
if (args is not ([] or ["--check"]))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Benchmarks [-- --check | --build-cost | --first-round]");
    return 2;
}

if (typeof(ConnectionStringAnalyzer).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
{
    Console.Error.WriteLine("A debug build says nothing about speed: run it with -c Release.");
    return 2;
}

var check = args.Length > 0;
var figures = new List<Figure>(await PerLiteralCost.MeasureAsync(rounds: 3));
figures.AddRange(await YamlReading.MeasureAsync());
figures.AddRange(SettingsReading.Measure());
figures.AddRange(await LargeTopology.MeasureAsync());
figures.AddRange(await ManyTrees.MeasureAsync());
if (!check)
{
    figures.AddRange(Allocation.Measure());
    figures.AddRange(await UndecidedText.MeasureAsync());
    figures.AddRange(await Keystroke.MeasureAsync());
}

Figure.Print(figures);
return !check || figures.All(static figure => figure.IsMet) ? 0 : 1;
