using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.CSharp;

/// <summary>The endpoints of other files whose host a literal of this one is: a finding belongs to the file that it is shown in.</summary>
internal sealed class CSharpForeignEndpoints(SemanticModel model, CodeFacts code, CancellationToken cancellationToken)
{
    /// <summary>Finds them, in the order of the files' paths.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="uses">Where it is used in its own file.</param>
    public IEnumerable<FoundEndpoint> Of(LiteralExpressionSyntax literal, HeldUses uses)
    {
        foreach (var holder in uses.Holders.Where(holder => !IsOfOthers(holder, literal)))
        {
            var texts = new CSharpForeignTexts(
                code.Trees, literal, !IsFixed(holder, literal), use => model.GetSymbolInfo(use, cancellationToken).Symbol is not null, cancellationToken);
            foreach (var text in texts.Of(holder))
            {
                if (Read(text) is { Shape: EndpointShape.Pairs or EndpointShape.Uri or EndpointShape.Builder, IsHostLeftOut: false } endpoint
                    && literal.Span.Contains(endpoint.Text.ShownSpan(endpoint.Hosts[0].Start, 1)))
                {
                    yield return new FoundEndpoint(endpoint, text.Expression, () => UsesOf(text))
                    {
                        Held = new HeldLiteral(literal, [literal], IsElsewhere: true),
                        IsText = false,
                        IsForeign = true,
                    };
                }
            }
        }
    }

    /// <summary>True for a text that names its host by a constant of another tree, whose literal finds it.</summary>
    public bool IsFoundByItsHost(ExpressionSyntax whole, Endpoint endpoint) =>
        whole is not InvocationExpressionSyntax
        && endpoint.Text.RunAt(endpoint.Hosts[0].Start) is { Kind: RunKind.Constant } run
        && model.SyntaxTree.GetRoot(cancellationToken).FindNode(new TextSpan(run.SourceStart, run.SourceLength), getInnermostNodeForTie: true)
            is ExpressionSyntax named
        && model.GetSymbolInfo(named, cancellationToken).Symbol is IFieldSymbol
        {
            IsConst: true, ContainingType.Name: var type,
            DeclaringSyntaxReferences: [var declaration]
        }
        && declaration.SyntaxTree != model.SyntaxTree
        && ((named as MemberAccessExpressionSyntax)?.Name ?? named) is IdentifierNameSyntax use && SyntacticTypes.MayDeclare(type, use)
        && declaration.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal }
        && CSharpCandidates.IsBareHost(literal) && CSharpCandidates.BegunBy(literal) is not null;

    /// <summary>True for a member of an interface or a base, which other types may give a value as well.</summary>
    private static bool IsOfOthers(ISymbol holder, LiteralExpressionSyntax literal) => holder.IsAbstract
        || (holder.IsVirtual && !holder.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == literal.SyntaxTree
            && declaration.Span.Contains(literal.Span)));

    /// <summary>True for a member that has no other value.</summary>
    private static bool IsFixed(ISymbol holder, LiteralExpressionSyntax literal) => (literal.Parent is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax)
        && (holder is IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null });

    private static Endpoint? Read(ForeignText text) => text.Options is { } options
        ? OptionsReader.Read(options, EndpointShape.Builder, portSlot: null, isOpen: true)
        : EndpointReader.Read(text.Text);

    private TextUses UsesOf(ForeignText text)
    {
        var sinks = text.Builder is { } builder
            ? [new Sink(SinkKind.Property, null, builder, "ConnectionString") { IsDriverType = true }]
            : code.SinksBeyond(null, cancellationToken).OfText(text.Expression);
        return new TextUses(sinks.ToImmutableArray(), ImmutableArray<Search>.Empty, IsOfContainer: false, ImmutableArray<string>.Empty,
            ImmutableArray<string>.Empty);
    }
}
