using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers;

/// <summary>An endpoint that code writes.</summary>
/// <param name="Endpoint">Where it points at.</param>
/// <param name="Text">The expression that holds it.</param>
/// <param name="Uses">What is done with it; asked for only once it can matter.</param>
internal sealed record FoundEndpoint(Endpoint Endpoint, ExpressionSyntax Text, Func<TextUses> Uses);

/// <summary>From an expression of C# to the endpoint that it writes: as a whole text, or together with what is set beside it.</summary>
internal sealed class CSharpEndpoints(SemanticModel model, CompilationScope scope, CancellationToken cancellationToken)
{
    private readonly CSharpHolders _holders = new(model, () => scope.IdentifiersOf(model.SyntaxTree), cancellationToken);

    /// <summary>Finds the endpoint.</summary>
    /// <param name="text">A literal or interpolated string; of a chain, what <see cref="CSharpTexts.BegunBy"/> gives.</param>
    /// <returns>Null when there is none, or when another part of the same text finds it.</returns>
    public FoundEndpoint? Find(ExpressionSyntax text)
    {
        var expression = CSharpTexts.TopOf(text);
        var whole = CSharpComposition.WholeOf(expression);
        if (whole is InvocationExpressionSyntax composition && CSharpComposition.PiecesOf(composition).FirstOrDefault(CSharpTexts.MayConnect) is { } first && !first.Contains(expression))
        {
            return null;
        }

        if (CSharpText.Read(whole, model, _holders.UsesOf, cancellationToken) is not { } decoded)
        {
            return null;
        }

        var endpoint = EndpointReader.Read(decoded);
        if (endpoint is { IsFormatTemplate: true } && whole == expression && FormattedWith(expression) is { } formatted && CSharpText.Read(formatted, model, _holders.UsesOf, cancellationToken) is { } filled)
        {
            whole = formatted;
            endpoint = EndpointReader.Read(filled);
        }

        return endpoint switch
        {
            { Shape: EndpointShape.Address, Scheme: null } => Settings(whole, endpoint) ?? Words(whole),
            { Shape: EndpointShape.Uri, Scheme: "http" or "https" } => Settings(whole, endpoint),
            null => Arguments(whole, decoded) ?? Words(whole),

            // A program that is named beside the text takes it for arguments of its own: `echo`, a shell, or a tool.
            { Shape: EndpointShape.CommandLine } when ProgramOf(whole) is not null => Arguments(whole, decoded),
            _ => new FoundEndpoint(endpoint, whole, () => UsesOf(whole)),
        };
    }

    /// <summary>The only use of a constant or local that is a format: <c>string.Format(Format, ...)</c>.</summary>
    private InvocationExpressionSyntax? FormattedWith(ExpressionSyntax format) =>
        format.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } && model.GetDeclaredSymbol(variable, cancellationToken) is { } holder && _holders.UsesOf(holder) is [var use]
            ? CSharpComposition.WholeOf(use) as InvocationExpressionSyntax
            : null;

    /// <summary>The host of a builder, a factory or an API.</summary>
    private FoundEndpoint? Settings(ExpressionSyntax text, Endpoint alone)
    {
        if (new CSharpAddresses(model, _holders, cancellationToken).Find(text) is not { } site)
        {
            return null;
        }

        // An API that takes host and port in one text is given all of it.
        var isAlone = !site.IsObject && site.Settings.Count == 1 && text == site.Host;
        var endpoint = isAlone
            ? alone
            : SettingsReader.Read(
                new CSharpOperands(model, _holders.UsesOf, cancellationToken).Compose(site.Settings),
                site.IsObject && site.Owner.IsBuilder ? EndpointShape.Settings : EndpointShape.Address,
                CSharpSlots.BehindHost(site),
                site.IsOpen);
        return endpoint is null ? null : new FoundEndpoint(endpoint, text, () => UsesOf(site));
    }

    /// <summary>The arguments of a tool that is named beside them.</summary>
    private FoundEndpoint? Arguments(ExpressionSyntax text, DecodedText decoded) =>
        MySqlTools.MayBeOne(decoded.Value)
        && ProgramOf(text) is { } program
        && CommandLineReader.ReadArguments(decoded, program) is { } endpoint
            ? new FoundEndpoint(endpoint, text, () => UsesOf(text))
            : null;

    private string? ProgramOf(ExpressionSyntax arguments) => new CSharpCommands(model, _holders, cancellationToken).ProgramOf(arguments);

    /// <summary>The arguments of a tool that are given one by one.</summary>
    private FoundEndpoint? Words(ExpressionSyntax word)
    {
        if (new CSharpCommands(model, _holders, cancellationToken).WordsOf(word) is not var (expressions, program, list))
        {
            return null;
        }

        var composed = new CSharpOperands(model, _holders.UsesOf, cancellationToken).Compose(expressions.Select(static expression => ("", expression)));
        var words = composed.Parts
            .Select(part => new ShellWord(composed.Text.Value.Substring(part.Start, part.Length), part.Start, part.Length, part.Start + part.Length, IsOperator: false))
            .ToList();
        return CommandLineReader.ReadWords(composed.Text, words, program) is { } endpoint ? new FoundEndpoint(endpoint with { PortSlot = null }, list, () => UsesOf(list)) : null;
    }

    private TextUses UsesOf(ExpressionSyntax text) => CSharpSinks.Of(text, model, _holders, new SyntacticSinks(() => scope.Trees, model.SyntaxTree, cancellationToken), cancellationToken);

    /// <summary>A builder's own type tells whose it is; one that serves every driver is told by where its text goes.</summary>
    private TextUses UsesOf(AddressSite site)
    {
        var sink = new Sink(SinkKind.Property, site.Owner.Namespace, site.Owner.Name, site.Member) { IsDriverType = site.Owner.IsDriver };
        var isOfContainer = site.Settings.Any(static setting => CSharpHolders.ToOverride(setting).IsOfContainer);
        var uses = new TextUses(ImmutableArray.Create(sink), ImmutableArray<string?>.Empty, isOfContainer, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        return site.Owner is { IsBuilder: true, IsAnyDriver: true } ? uses.With(_holders.TextsOf(site.Object).SelectMany(text => UsesOf(text).Sinks).ToImmutableArray()) : uses;
    }
}
