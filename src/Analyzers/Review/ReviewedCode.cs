using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.CSharp;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>A text that code writes.</summary>
/// <param name="found">Where it points at, and the expression that writes it.</param>
/// <param name="options">The options of the file that it is reported in.</param>
/// <param name="model">That file's symbols.</param>
/// <param name="scope">The compilation.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class ReviewedCode(FoundEndpoint found, DockerOptions options, SemanticModel model, CompilationScope scope, CancellationToken cancellationToken)
    : IReviewedText
{
    private Vantage? _vantage;
    private TextUses? _uses;
    private Surroundings? _around;
    private bool? _mayBeForContainer;

    public string Path => model.SyntaxTree.FilePath;

    public SourceText Source => model.SyntaxTree.GetText(cancellationToken);

    public Vantage Vantage => _vantage ??= scope.Topology.Vantages.OfCode(options);

    public TextUses Uses => _uses ??= found.Uses();

    public Surroundings Around => _around ??= CSharpSurroundings.Of(found.Text, NamesAround());

    public bool MayBeForContainer => _mayBeForContainer ??= CSharpChoices.MayBeForContainer(found.Text)
        || (found.Held is { } held && CSharpChoices.MayBeForContainer(held.Literal, isFallback: held.Values.Count == 1));

    public bool IsForAnotherMachine => CSharpChoices.IsForAnotherMachine(found.Text, NamesAround, found.Endpoint.Shape == EndpointShape.CommandLine)
        || (found.Held is { } held && CSharpChoices.IsForAnotherMachine(held.Literal, () => scope.Code.IdentifiersOf(model.SyntaxTree), isCommand: false));

    public bool IsMadeAtRunTime => Testcontainers.Decides(found.Endpoint.Text, found.Text, name => NamesAround().IsContainerVariable(name));

    public string? WrittenAt(Endpoint endpoint, HostName host) => CSharpOrigins.PlaceOf(endpoint.Text, host, model, cancellationToken);

    private IdentifierIndex NamesAround() => scope.Code.IdentifiersOf(found.Text.SyntaxTree);
}
