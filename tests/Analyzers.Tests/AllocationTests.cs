using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Analyzers.Tests;

public class AllocationTests
{
    [Theory]
    [InlineData("\"an ordinary text of ordinary length {0}\"")]
    [InlineData("\"SELECT a FROM b WHERE c = {0}\"")]
    [InlineData("@\"C:\\folder\\file{0}\"")]
    [InlineData("$\"value {{x}} = {0}\"")]
    [InlineData("\"one\" + \"two\" + \"{0}\"")]
    [InlineData("\"host name {0}\" + \" = \" + \"x\"")]
    [InlineData("\"{0}\"")]
    [InlineData("\"UPDATE t SET Address = @a WHERE host = {0}\"")]
    [InlineData("\"<a data-source='x' href = '{0}'>server=x</a>\"")]
    public void A_literal_that_is_no_connection_text_costs_no_byte(string literal)
    {
        var literals = Enumerable.Range(0, 10_000).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, literal, i));
        var tree = CSharpSyntaxTree.ParseText($"class C {{ const int x = 1; string[] M() => new[] {{ {string.Join(",\n", literals)} }}; }}");
        var compilation = CSharpCompilation.Create("Test", [tree], References.Platform);
        var model = compilation.GetSemanticModel(tree);
        var actions = new Actions();
        actions.Collect(compilation);
#pragma warning disable CS0618 // The constructor is for tests like this one.
        var contexts = tree.GetRoot().DescendantNodes()
            .Where(node => node.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.InterpolatedStringText)
            .Select(node => new SyntaxNodeAnalysisContext(node, null, model, actions.Options, static _ => { }, static _ => true, default))
            .ToArray();
#pragma warning restore CS0618
        Assert.True(contexts.Length >= 10_000);
        actions.Run(contexts);

        // The runtime itself allocates now and then on a thread while it warms up; what a literal costs, it costs in every round.
        var cheapest = Enumerable.Range(0, 5).Min(_ => BytesOf(() => actions.Run(contexts)));
        Assert.Equal(0, cheapest);
    }

    private static long BytesOf(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Takes the analyzer's own actions, so that nothing but they is measured.</summary>
    private sealed class Actions
    {
        private readonly Dictionary<SyntaxKind, Action<SyntaxNodeAnalysisContext>> _byKind = [];

        public AnalyzerOptions Options { get; } = new(ImmutableArray<AdditionalText>.Empty);

        public void Collect(Compilation compilation)
        {
            var start = new Start(this, compilation);
            var analysis = new Analysis(start);
            new ConnectionStringAnalyzer().Initialize(analysis);
        }

        public void Run(SyntaxNodeAnalysisContext[] contexts)
        {
            foreach (var context in contexts)
            {
                _byKind[context.Node.Kind()](context);
            }
        }

        private sealed class Analysis(Start start) : AnalysisContext
        {
            public override void EnableConcurrentExecution() { }

            public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) { }

            public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => action(start);

            public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) { }

            public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) { }

            public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) { }

            public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) { }

            public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) { }

            public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) { }

            public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) { }
        }

        private sealed class Start(Actions actions, Compilation compilation) : CompilationStartAnalysisContext(compilation, actions.Options, default)
        {
            public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds)
            {
                foreach (var kind in syntaxKinds)
                {
                    actions._byKind.Add((SyntaxKind)(object)kind, action);
                }
            }

            public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) { }

            public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) { }

            public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) { }

            public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) { }

            public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) { }

            public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) { }

            public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) { }
        }
    }
}
