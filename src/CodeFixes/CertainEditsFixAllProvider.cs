using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.CodeFixes;

/// <summary>
/// Applies the certain edits of every finding. The equivalence key is ignored: <c>dotnet format</c> passes that of the first
/// finding for all of them, so a key with a service in it would repair one service's texts only.
/// </summary>
internal sealed class CertainEditsFixAllProvider : FixAllProvider
{
    public static readonly CertainEditsFixAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var diagnostics = await GetDiagnosticsAsync(fixAllContext).ConfigureAwait(false);
        var edits = new EditSet(fixAllContext.Solution);
        await TakeCertainAsync(diagnostics, edits, location => FindDocument(fixAllContext, location), fixAllContext.CancellationToken).ConfigureAwait(false);

        // Also where nothing is left to do: without an action 'dotnet format' prints that it is unable to fix the rule.
        return CodeAction.Create("Use the addresses that Docker publishes", edits.ApplyAsync, nameof(CertainEditsFixAllProvider));
    }

    /// <summary>Takes the certain edits of some findings. Those that cross others wait for the next round.</summary>
    /// <param name="diagnostics">The findings, of one project or of several.</param>
    /// <param name="edits">Where they go.</param>
    /// <param name="documentAt">The document of a finding's place.</param>
    /// <param name="cancellationToken">For the texts.</param>
    public static async Task TakeCertainAsync(
        ImmutableArray<Diagnostic> diagnostics, EditSet edits, Func<Location, TextDocument?> documentAt, CancellationToken cancellationToken)
    {
        var places = diagnostics.GroupBy(PlaceOf).OrderBy(static place => place.Key.Path, StringComparer.Ordinal).ThenBy(static place => place.Key.Start);
        foreach (var place in places)
        {
            var location = place.First().Location;
            if (documentAt(location) is { } document)
            {
                await edits.TryAddAsync(document, location, AgreedEdits(place), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What a finding repairs: its own place, or that in another file for which it stands, which is then its first additional location.</summary>
    private static (string Path, int Start, int Length, string Id) PlaceOf(Diagnostic diagnostic)
    {
        var isElsewhere = RepairProperties.Read(diagnostic.Properties).Certain is [{ Path: not null }, ..] && diagnostic.AdditionalLocations.Count > 0;
        var place = isElsewhere ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        return (place.GetLineSpan().Path, place.SourceSpan.Start, place.SourceSpan.Length, diagnostic.Id);
    }

    /// <summary>A file of several projects: only what is certain in each of them is certain.</summary>
    private static ImmutableArray<Edit> AgreedEdits(IEnumerable<Diagnostic> sameFinding) => sameFinding
        .Select(static diagnostic => RepairProperties.Read(diagnostic.Properties).Certain)
        .Aggregate(static (agreed, edits) => agreed.Where(edit => edits.Contains(edit)).ToImmutableArray());

    private static async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects)
                {
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                return all.ToImmutable();
            default:
                return ImmutableArray<Diagnostic>.Empty;
        }
    }

    private static TextDocument? FindDocument(FixAllContext context, Location location)
    {
        if (location.SourceTree is { } tree)
        {
            return context.Solution.GetDocument(tree);
        }

        var path = location.GetLineSpan().Path;
        return context.Solution.Projects.SelectMany(static project => project.AdditionalDocuments).FirstOrDefault(document => document.FilePath == path);
    }
}
