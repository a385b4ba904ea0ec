using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Shell;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.CSharp;

/// <summary>From an expression of C# to the endpoint that it writes: as a whole text, or together with what is set beside it.</summary>
internal sealed class CSharpEndpoints
{
    private readonly SemanticModel _model;
    private readonly CodeFacts _code;
    private readonly TopologyFacts _topology;
    private readonly CancellationToken _cancellationToken;
    private readonly CSharpKnownUses _known;
    private readonly CSharpHolders _holders;
    private readonly CSharpOperands _operands;
    private readonly CSharpForeignEndpoints _foreign;

    public CSharpEndpoints(SemanticModel model, CodeFacts code, TopologyFacts topology, CancellationToken cancellationToken)
    {
        _model = model;
        _code = code;
        _topology = topology;
        _cancellationToken = cancellationToken;
        _known = code.KnownUsesIn(model.SyntaxTree);
        _holders = new CSharpHolders(model, () => code.IdentifiersOf(model.SyntaxTree), _known, cancellationToken);
        _operands = new CSharpOperands(model, _holders.UsesOf, cancellationToken);
        _foreign = new CSharpForeignEndpoints(model, code, cancellationToken);
    }

    /// <summary>Where a literal is used.</summary>
    public HeldUses UsesOf(LiteralExpressionSyntax literal) =>
        _known.Of(literal, one => CSharpHeldUses.Of(one, _model, _holders, _cancellationToken));

    /// <summary>Finds the endpoints: one for each literal that may be the host.</summary>
    /// <param name="text">A literal or interpolated string; of a chain, what <see cref="CSharpCandidates.BegunBy"/> gives.</param>
    /// <returns>None when there is none, or when another part of the same text finds it.</returns>
    public IEnumerable<FoundEndpoint> FindAll(ExpressionSyntax text)
    {
        _operands.Chosen = null;
        if (Find(text) is { } first)
        {
            return HeldBy(first) is { } held ? held.Values.Select(value => Choose(value, () => Find(text))).OfType<FoundEndpoint>() : [WithOwnPorts(first)];
        }

        return text is LiteralExpressionSyntax literal && CSharpCandidates.IsBareHost(literal) && MayFail(literal.Token.ValueText)
            && UsesOf(literal) is { IsHeld: true } uses
            ? OfHeld(literal, uses)
            : [];
    }

    /// <summary>False for a name that nothing can be said about: what holds it is not looked up.</summary>
    private bool MayFail(string host) => EndpointReader.MayConnect(host) || IpAddress.TryParse(host, out _)
        || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || !_topology.OfFiles.Named(host).IsEmpty;

    /// <summary>Where a host is taken that a member holds. The texts of its own tree find it themselves.</summary>
    private IEnumerable<FoundEndpoint> OfHeld(LiteralExpressionSyntax literal, HeldUses uses)
    {
        foreach (var found in uses.Places.Select(place => At(place, literal)).OfType<FoundEndpoint>().Where(static found => !found.IsText))
        {
            yield return found;
        }

        foreach (var found in _foreign.Of(literal, uses))
        {
            yield return found;
        }
    }

    /// <summary>The endpoint at one of the uses of a host that is written elsewhere.</summary>
    /// <param name="place">The use.</param>
    /// <param name="literal">The literal that writes the host.</param>
    /// <returns>Null where the value is used otherwise.</returns>
    public FoundEndpoint? At(ExpressionSyntax place, LiteralExpressionSyntax literal)
    {
        var top = WholeOf(CSharpShapes.TopOf(place));
        return top == place
            ? Choose(literal, () => OfOptions(place, AddressAt(place)) is { } found ? found with { IsText = false } : null)
            : CSharpCandidates.MayConnect(top)
                || (top is InvocationExpressionSyntax call && CSharpConcatenation.PiecesOf(call, _operands).Any(CSharpCandidates.MayConnect))
                ? Choose(literal, () => OfWhole(top, top))
                : null;
    }

    /// <summary>The address, with its port, that a use stands for; null for a host alone.</summary>
    private Endpoint? AddressAt(ExpressionSyntax place)
    {
        var builder = new DecodedText.Builder();
        _operands.Append(place, builder);
        return EndpointReader.Read(builder.ToDecodedText()) is { Shape: EndpointShape.Address, Scheme: null, Port.State: PortState.Written } address
            ? address
            : null;
    }

    /// <summary>What is found where an operand of several values has a certain one.</summary>
    private FoundEndpoint? Choose(LiteralExpressionSyntax literal, Func<FoundEndpoint?> find)
    {
        _operands.Chosen = literal;
        var found = find();
        _operands.Chosen = null;
        return found is not null && HeldBy(found) is { } held && held.Literal == literal ? WithOwnPorts(found with { Held = held }) : null;
    }

    private HeldLiteral? HeldBy(FoundEndpoint found) => HeldAt(found.Endpoint, found.Endpoint.Hosts[0].Start);

    private HeldLiteral? HeldAt(Endpoint endpoint, int at) => endpoint.Text.RunAt(at) is { IsWrittenAsItReads: true } run ? _operands.HeldAt(run.SourceStart)
        : null;

    private FoundEndpoint WithOwnPorts(FoundEndpoint found) => found with
    {
        Endpoint = WithOwnPort(found.Endpoint, found) with
        {
            Further = found.Endpoint.Further
            .Select(further => WithOwnPort(further, found)).ToImmutableArray()
        },
    };

    /// <summary>A port that something else uses than the host's texts is only read.</summary>
    private Endpoint WithOwnPort(Endpoint endpoint, FoundEndpoint found)
    {
        var port = endpoint.Port;
        if (port.State != PortState.Written || HeldAt(endpoint, port.Start) is not { IsElsewhere: true } held || held.Literal == found.Held?.Literal)
        {
            return endpoint;
        }

        var (uses, host) = (UsesOf(held.Literal), found.Held is { IsElsewhere: true, Literal: var literal } ? UsesOf(literal) : null);
        var isUsedBeyond = _code.IsUsedBeyond(_model.SyntaxTree);
        var isOwn = uses.Places.Count > 0
            && (!uses.Holders.Any(isUsedBeyond) || host?.Holders.Any(isUsedBeyond) == true)
            && uses.Places.All(place => found.Text.Span.Contains(place.Span) || IsBeside(place, found)
                || host?.Places.Any(other => AreTogether(other, place)) == true);
        return isOwn ? endpoint : endpoint with { Text = endpoint.Text.WithConstant(port.Start, port.Length) };

        // The options of one object stand apart from each other.
        static bool IsBeside(ExpressionSyntax place, FoundEndpoint one) => !one.IsText && AreTogether(place, one.Text);

        static bool AreTogether(ExpressionSyntax one, ExpressionSyntax other) => CSharpShapes.AroundOf(one) == CSharpShapes.AroundOf(other);
    }

    /// <summary>Finds the endpoint.</summary>
    private FoundEndpoint? Find(ExpressionSyntax text)
    {
        var whole = WholeOf(CSharpShapes.TopOf(text));
        if (ContinuedBy(whole) is { } wider)
        {
            // A part of the wider text that names a host finds the whole of it.
            if (CSharpCandidates.MayConnect(wider)
                || (wider is InvocationExpressionSyntax call && CSharpConcatenation.PiecesOf(call, _operands).Any(CSharpCandidates.MayConnect)))
            {
                return null;
            }

            whole = WholeOf(wider);
        }

        if (whole is InvocationExpressionSyntax composition
            && CSharpConcatenation.PiecesOf(composition, _operands).FirstOrDefault(CSharpCandidates.MayConnect) is { } first && !first.Contains(text)
            && composition.Contains(text))
        {
            return null;
        }

        return OfWhole(whole, text);
    }

    private FoundEndpoint? OfWhole(ExpressionSyntax whole, ExpressionSyntax text)
    {
        if (CSharpConcatenation.Read(whole, _operands) is not { } decoded)
        {
            return null;
        }

        var endpoint = EndpointReader.Read(decoded);
        return endpoint switch
        {
            { IsOption: true } => new FoundEndpoint(endpoint, whole, () => UsesOf(whole)),
            { Shape: EndpointShape.Address, Scheme: null } => OfOptions(whole, endpoint) ?? Words(whole),
            { Shape: EndpointShape.Uri, Scheme: "http" or "https" } => OfOptions(whole, endpoint),
            null when whole is LiteralExpressionSyntax literal && CSharpCandidates.IsGivenAsHost(literal) => OfOptions(whole, AddressReader.ReadName(decoded)),
            null => Arguments(whole, decoded) ?? Words(whole),

            // A program that is named beside the text takes it for arguments of its own: `echo`, a shell, or a tool.
            { Shape: EndpointShape.CommandLine } when ProgramOf(whole) is not null => Arguments(whole, decoded),

            // A constant that holds the option with its host is a text of its own, and is reported where it is written.
            { Shape: EndpointShape.Pairs, IsHostLeftOut: false } when IsWrittenByConstant(decoded, endpoint.HostPair) => null,
            { Shape: EndpointShape.Pairs or EndpointShape.Uri } when _foreign.IsFoundByItsHost(whole, endpoint) => null,
            _ => new FoundEndpoint(endpoint, whole, () => UsesOf(whole)),
        };
    }

    private ExpressionSyntax WholeOf(ExpressionSyntax text) => CSharpConcatenation.WholeOf(text, _operands);

    /// <summary>
    /// The text that goes on from the variable that holds this one, when only that one uses it: <c>Base + ";Database=shop"</c>,
    /// <c>string.Format(Base, ...)</c>.
    /// </summary>
    private ExpressionSyntax? ContinuedBy(ExpressionSyntax text)
    {
        // Only a literal is read through its variable.
        if (text is not LiteralExpressionSyntax || text.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            || _model.GetDeclaredSymbol(variable, _cancellationToken) is not { } holder
            || holder is not (ILocalSymbol or IFieldSymbol { IsConst: true, DeclaredAccessibility: Accessibility.Private })
            || !CSharpSymbols.IsSeenHereOnly(holder, _model.SyntaxTree)
            || _holders.UsesOf(holder) is not [var use])
        {
            return null;
        }

        var wider = WholeOf(CSharpShapes.TopOf(use));
        return wider == use ? null : wider;
    }

    /// <summary>True when a constant writes the key with the host.</summary>
    private static bool IsWrittenByConstant(DecodedText text, KeyValue host) => text.Runs.Any(run =>
        run.Kind == RunKind.Constant && run.ValueStart < host.ValueStart && run.ValueEnd > host.ValueStart
            && text.Value.IndexOf('=', run.ValueStart, host.ValueStart - run.ValueStart) >= 0);

    /// <summary>The host of a builder, a factory or an API.</summary>
    private FoundEndpoint? OfOptions(ExpressionSyntax text, Endpoint? alone)
    {
        // What holds a bare name may be used by texts as well: all its uses are looked at together.
        if (new CSharpAddresses(_model, _holders, _cancellationToken).Find(text, mayFollow: alone?.Scheme is not null) is not { } site)
        {
            return null;
        }

        // An API that takes host and port in one text is given all of it, or all of it stands behind `??`.
        if (alone is not null && !site.IsObject && site.Options.Count == 1 && (text == site.Host || site.TakesPortInText))
        {
            var port = site.IsPortElsewhere && alone.Port.State == PortState.LeftOut ? alone.Port with { State = PortState.Unknown } : alone.Port;
            var address = site.TakesPortInText ? alone : alone with { Port = port, PortSlot = CSharpSlots.BehindHost(site) };
            return new FoundEndpoint(address, text, () => UsesOf(site));
        }

        var joined = _operands.Join(site.Options);
        var shape = site.IsObject && site.Owner.IsBuilder ? EndpointShape.Builder : EndpointShape.Address;
        if (OptionsReader.Read(joined, shape, CSharpSlots.BehindHost(site), site.IsOpen) is not { } endpoint)
        {
            return null;
        }

        // Of two names for the host the last counts, and its own literal finds it.
        var own = Enumerable.Range(0, site.Options.Count).First(i => site.Options[i].Value == site.Host);
        return endpoint.HostPair.ValueStart == joined.Parts[own].Start ? new FoundEndpoint(endpoint, text, () => UsesOf(site)) { IsText = false } : null;
    }

    /// <summary>The arguments of a tool that is named beside them.</summary>
    private FoundEndpoint? Arguments(ExpressionSyntax text, DecodedText decoded) =>
        MySqlTools.MayBeOne(decoded.Value)
        && ProgramOf(text) is { } program
        && CommandLineReader.ReadArguments(decoded, program) is { } endpoint
            ? new FoundEndpoint(endpoint, text, () => UsesOf(text))
            : null;

    private string? ProgramOf(ExpressionSyntax arguments) => new CSharpCommands(_model, _holders, _cancellationToken).ProgramOf(arguments);

    /// <summary>The arguments of a tool that are given one by one.</summary>
    private FoundEndpoint? Words(ExpressionSyntax word)
    {
        if (new CSharpCommands(_model, _holders, _cancellationToken).WordsOf(word) is not var (expressions, program, list)
            || !CommandLineReader.IsProgram(program ?? (expressions[0] as LiteralExpressionSyntax)?.Token.Value as string))
        {
            return null;
        }

        var joined = _operands.Join(expressions.Select(static expression => ("", expression)));
        var words = joined.Parts
            .Select(part => new ShellWord(joined.Text.Value.Substring(part.Start, part.Length), part.Start, part.Length, part.Start + part.Length,
                IsOperator: false))
            .ToList();
        var place = Enumerable.Range(0, expressions.Count).Where(i => expressions[i] == word).DefaultIfEmpty(-1).First();
        if (place < 0)
        {
            return null;
        }

        var own = joined.Parts[place];
        return CommandLineReader.ReadWords(joined.Text, words, program) is { } endpoint && endpoint.HostPair.ValueStart >= own.Start
            && endpoint.HostPair.ValueStart < own.Start + own.Length
            ? new FoundEndpoint(endpoint with { PortSlot = CSharpSlots.BehindWord(word, own.Length == endpoint.HostPair.ValueLength) }, list,
                () => UsesOf(list))
            : null;
    }

    private TextUses UsesOf(ExpressionSyntax text) =>
        CSharpSinks.UsesOf(text, _model, _holders, _code.SinksBeyond(_model.SyntaxTree, _cancellationToken), _cancellationToken);

    /// <summary>A builder's own type tells whose it is; one that serves every driver is told by where its text goes.</summary>
    private TextUses UsesOf(AddressSite site)
    {
        var sink = new Sink(SinkKind.Property, site.Owner.Namespace, site.Owner.Name, site.Member) { IsDriverType = site.Owner.IsDriver };
        var isOfContainer = site.Options.Any(static option => CSharpHolders.ToOverride(option).IsOfContainer);
        var uses = new TextUses(
            ImmutableArray.Create(sink), ImmutableArray<Search>.Empty, isOfContainer, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        return site.Owner is { IsBuilder: true, IsAnyDriver: true }
            ? uses with { Sinks = _holders.TextsOf(site.Object).SelectMany(text => UsesOf(text).Sinks).ToImmutableArray() } : uses;
    }
}
