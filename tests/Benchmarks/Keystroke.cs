using System.Diagnostics;
using DockerConnectionStrings.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// What one keystroke costs in a file of 5,000 lines of a project of 2,000 files, as an editor asks: a new tree, a new compilation, a
/// new driver, and the diagnostics of that file alone, from the same analyzer instance.
/// <para>
/// Of two drivers of one analyzer instance nothing is shared that Roslyn hangs on the driver: the compilation-start action runs again
/// and our <c>CompilationScope</c> is made anew. What lives on is what a <c>SourceTextValueProvider</c> or <c>SyntaxTreeValueProvider</c>
/// holds: a weak table inside the provider itself, which we keep in static fields, keyed by the text or tree object. So the compose file is
/// parsed once, and only the edited tree is indexed again; the other 1,999 trees are the same objects as before.
/// </para>
/// </summary>
internal static class Keystroke
{
    private const int Files = 2_000;
    private const int WarmingUp = 8;
    private const string Connection = "\"Server=localhost;Database=shop;Uid=root;Pwd=x\"";
    private const string Typed = "var query = \"SELECT name FROM products\"; _lines.Add(query);";

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        Console.WriteLine($"A keystroke: {Typed.Length} characters are typed, {WarmingUp} of them to warm up");
        return
        [
            .. await MeasureAsync("no connection text", "", ""),
            .. await MeasureAsync("a text for a driver", $"    private readonly object _db = new MySqlConnector.MySqlConnection({Connection});\n", ""),
            .. await MeasureAsync("a text used elsewhere", $"    public const string Db = {Connection};\n", $"    private readonly object _db = new MySqlConnector.MySqlConnection({GeneratedFile.NamespaceOf(0)}.Type0.Db);\n"),
        ];
    }

    /// <param name="what">The case.</param>
    /// <param name="here">Members of the file that is edited.</param>
    /// <param name="elsewhere">Members of another file.</param>
    private static async Task<IReadOnlyList<Figure>> MeasureAsync(string what, string here, string elsewhere)
    {
        const string end = "    public void Type()\n    {\n        \n    }";
        var file = GeneratedFile.Write(0, lines: 5_000, here + end);
        var caret = file.LastIndexOf(end, StringComparison.Ordinal) + end.LastIndexOf('\n');
        var compilation = GeneratedProject.Compile(Enumerable.Range(0, Files).Select(index =>
            index == 0 ? file : GeneratedFile.Write(index, lines: 20, index == Files - 1 ? elsewhere : "")));

        // Each has its own line of edited compilations, and they take turns.
        var (nothing, ours) = (new Editor(new DoNothingAnalyzer(), compilation), new Editor(new ConnectionStringAnalyzer(), compilation));
        for (var i = 0; i < Typed.Length; i++)
        {
            await nothing.TypeAsync(caret + i, Typed[i]);
            await ours.TypeAsync(caret + i, Typed[i]);
        }

        double Own(Editor editor) => Median.Of(editor.Own.Skip(WarmingUp));
        double Whole(Editor editor) => Median.Of(editor.Whole.Skip(WarmingUp));
        Console.WriteLine($"  {what}: {ours.Findings} reported in the file, first keystroke {ours.Own[0]:N2} ms of our own");
        return
        [
            new Figure($"keystroke, {what}: whole, do-nothing", $"{Whole(nothing):N2} ms"),
            new Figure($"keystroke, {what}: whole, ours", $"{Whole(ours):N2} ms"),
            new Figure($"keystroke, {what}: own, do-nothing", $"{Own(nothing):N3} ms"),
            new Figure($"keystroke, {what}: own, ours", $"{Own(ours):N3} ms"),
        ];
    }

    /// <summary>The first file of a project, open in an editor that runs one analyzer.</summary>
    private sealed class Editor(DiagnosticAnalyzer analyzer, CSharpCompilation compilation)
    {
        private CSharpCompilation _compilation = compilation;
        private SyntaxTree _tree = compilation.SyntaxTrees[0];

        /// <summary>Milliseconds of each keystroke, from the edit to its diagnostics.</summary>
        public List<double> Whole { get; } = [];

        /// <summary>Milliseconds of each keystroke in the analyzer's own actions.</summary>
        public List<double> Own { get; } = [];

        public int Findings { get; private set; }

        public async Task TypeAsync(int position, char character)
        {
            var watch = Stopwatch.StartNew();
            var edited = _tree.WithChangedText((await _tree.GetTextAsync()).WithChanges(new TextChange(new TextSpan(position, 0), character.ToString())));
            _compilation = _compilation.ReplaceSyntaxTree(_tree, edited);
            _tree = edited;
            var driver = Driver.Of(_compilation, analyzer);
            var syntax = await driver.GetAnalyzerSyntaxDiagnosticsAsync(edited, CancellationToken.None);
            var semantic = await driver.GetAnalyzerSemanticDiagnosticsAsync(_compilation.GetSemanticModel(edited), null, CancellationToken.None);
            Whole.Add(watch.Elapsed.TotalMilliseconds);
            Own.Add((await Driver.OwnTimeAsync(driver, analyzer)).TotalMilliseconds);
            Findings = syntax.Length + semantic.Length;
        }
    }
}
