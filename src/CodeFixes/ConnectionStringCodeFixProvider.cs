using System.Collections.Immutable;
using System.Composition;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.CodeFixes;

/// <summary>
/// The one provider of all rules. The edits travel in the diagnostic; they are applied, or nothing is when the old text no
/// longer stands there.
/// </summary>
/// <remarks>
/// Both kinds of documents are exported and no extension is named: the engine caches the fixers of a package by the kind of
/// the first document that asks.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConnectionStringCodeFixProvider), DocumentKinds = new[] { "Document", "AdditionalDocument" })]
[Shared]
public sealed class ConnectionStringCodeFixProvider : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        RuleTable.Descriptors.Select(static rule => rule.Id).Where(static id => id != UnreadableFile.Id).ToImmutableArray();

    public override FixAllProvider GetFixAllProvider() => CertainEditsFixAllProvider.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        foreach (var diagnostic in context.Diagnostics)
        {
            var repairs = RepairProperties.Read(diagnostic.Properties);
            foreach (var action in repairs.Actions)
            {
                var edits = new EditSet(document.Project.Solution);
                if (!await edits.TryAddAsync(document, diagnostic.Location, action.Edits, context.CancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                context.RegisterCodeFix(
                    CodeAction.Create(action.Title, cancellationToken => edits.ApplyAsync(cancellationToken), action.EquivalenceKey),
                    diagnostic);
            }

            if (document is AdditionalDocument && !repairs.Certain.IsEmpty)
            {
                context.RegisterCodeFix(WholeFileAction.For(document), diagnostic);
            }
        }
    }
}
