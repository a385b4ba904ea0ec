using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Where code takes a host by itself: an option of a builder or factory, or an argument of an API.</summary>
/// <param name="Options">The options that stand together, the host's among them, under the names of connection strings.</param>
/// <param name="Host">The expression whose value the host is.</param>
/// <param name="Owner">The type that takes it.</param>
/// <param name="Member">The member that takes it.</param>
/// <param name="IsOpen">True when more may be set than is seen.</param>
/// <param name="Object">The object whose options these are, or the call.</param>
internal sealed record AddressSite(
    IReadOnlyList<(string Key, ExpressionSyntax Value)> Options, ExpressionSyntax Host, Owner Owner, string Member, bool IsOpen, ExpressionSyntax Object)
{
    /// <summary>True for a connection-string builder or a factory, whose options are those of a connection.</summary>
    public bool IsObject { get; init; }

    /// <summary>True when a port may stand behind the host in the same text.</summary>
    public bool TakesPortInText { get; init; }

    /// <summary>True when the address is used together with a port that stands elsewhere.</summary>
    public bool IsPortElsewhere { get; init; }

    /// <summary>True when the port may be one more argument behind the host.</summary>
    public bool TakesPortBehind { get; init; }
}

/// <summary>The C# reader that finds such places.</summary>
internal sealed class CSharpAddresses(SemanticModel model, CSharpHolders holders, CancellationToken cancellationToken)
{
    private readonly CSharpOwners _owners = new(model, holders.UsesOf, cancellationToken);

    /// <summary>Finds the place that takes a text.</summary>
    /// <param name="text">A literal, or an interpolated string.</param>
    /// <param name="mayFollow">True to look where the variable goes that holds the text.</param>
    /// <returns>Null when nothing that is known to take an address takes it.</returns>
    public AddressSite? Find(ExpressionSyntax text, bool mayFollow) => Find(text, text, mayFollow);

    private AddressSite? Find(ExpressionSyntax expression, ExpressionSyntax text, bool mayFollow)
    {
        while ((expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
                || (expression.Parent is ConditionalExpressionSyntax choice && choice.Condition != expression)
            || (expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression))
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent.Parent: ExpressionSyntax call } argument:
                return OfServerKey(KeyBefore(argument), expression, call) ?? OfArgument(argument, call);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } set
                when set.Right == expression && OfServerKey(KeyOf(set.Left), expression, set) is { } site:
                return site;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var key, var value] }
                when value == expression && OfServerKey(key, expression, expression) is { } site:
                return site;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } set
                when set.Right == expression && CSharpShapes.ReceiverOf(set.Left) is { } receiver:
                return OfObject(receiver, CSharpExpressions.NameOf(set.Left), expression);
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } element:
                return (element.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation }
                    ? OfObject(creation, null, expression) : null)
                    ?? OfElement(element, expression);
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression }:
                return OfElement(expression, expression);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
                when mayFollow && (model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol or IFieldSymbol { IsConst: true }
                    or IFieldSymbol { IsReadOnly: true }):
                return holders.UsesOf(model.GetDeclaredSymbol(variable, cancellationToken)!).Select(use => Find(use, text, mayFollow: false))
                    .FirstOrDefault(static site => site is not null);
            default:
                return null;
        }
    }

    /// <summary>The servers that a dictionary of options lists: <c>["bootstrap.servers"] = "kafka:9092"</c>.</summary>
    private static AddressSite? OfServerKey(ExpressionSyntax? key, ExpressionSyntax host, ExpressionSyntax place) =>
        key is LiteralExpressionSyntax { Token.Value: string name } && EngineTable.OfServerKey(name) is { } engine
            ? new AddressSite([("Host", host)], host, new Owner(engine.DriverNamespaces[0], null), name, IsOpen: false, place) { TakesPortInText = true }
            : null;

    /// <summary>The only argument before another one: <c>Add("key", value)</c>.</summary>
    private static ExpressionSyntax? KeyBefore(ArgumentSyntax argument) =>
        argument.Parent is ArgumentListSyntax { Arguments: [{ Expression: var key }, var second] } && second == argument ? key : null;

    /// <summary>The only index of an element that is set.</summary>
    private static ExpressionSyntax? KeyOf(ExpressionSyntax target) => target switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => key,
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => key,
        _ => null,
    };

    /// <summary>An element of a collection, <c>EndPoints = { "cache:6379", { "cache", 6379 } }</c>: the arguments of its <c>Add</c>.</summary>
    private AddressSite? OfElement(ExpressionSyntax element, ExpressionSyntax host)
    {
        ExpressionSyntax[] arguments = element is InitializerExpressionSyntax several ? [.. several.Expressions] : [host];
        if (model.GetCollectionInitializerSymbolInfo(element, cancellationToken).Symbol is not IMethodSymbol add || add.Parameters.Length != arguments.Length)
        {
            return null;
        }

        var owner = CSharpOwners.OwnerOf(add.ContainingType);
        var place = Array.IndexOf(arguments, host);
        if (AddressApis.Find(owner, add.Name, add.Parameters[place].Name) is not { } api)
        {
            return null;
        }

        var options = add.Parameters
            .Select((parameter, i) => (Key: i == place ? "Host" : parameter.Name == api.Port ? "Port" : null, Value: arguments[i]))
            .Where(static option => option.Key is not null)
            .Select(static option => (option.Key!, option.Value))
            .ToList();
        return new AddressSite(options, host, owner, add.Name, IsOpen: false, element) { TakesPortInText = api.TakesPortInText };
    }

    private AddressSite? OfArgument(ArgumentSyntax argument, ExpressionSyntax call)
    {
        if (argument.Parent is not ArgumentListSyntax list)
        {
            return null;
        }

        if (CSharpShapes.NamesOf(call).Member == "Add"
            && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var target } }
            && _owners.OwnerOf(target).IsBuilder)
        {
            return OfObject(target, null, argument.Expression);
        }

        var info = model.GetSymbolInfo(call, cancellationToken);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol callee)
        {
            return null;
        }

        var owner = CSharpOwners.OwnerOf(callee.ContainingType);
        if (CSharpSymbols.ParameterOf(callee, argument) is not { } parameter || AddressApis.Find(owner, callee.Name, parameter.Name) is not { } api)
        {
            return null;
        }

        if (IsMade(call) && IsAnnounced(call))
        {
            return null;
        }

        // `new IPEndPoint(IPAddress.Parse("..."), 80)`: the port stands one call further out, and so does what becomes of it.
        if (call.Parent is ArgumentSyntax outer && outer.Parent?.Parent is ExpressionSyntax outerCall && api.Port is null
            && OfArgument(outer, outerCall) is { } wider)
        {
            return wider with
            {
                Options = [("Host", argument.Expression), .. wider.Options.Where(static option => option.Key != "Host")],
                Host = argument.Expression
            };
        }

        var options = new List<(string, ExpressionSyntax)> { ("Host", argument.Expression) };
        var port = api.Port is null ? null : list.Arguments.FirstOrDefault(other => CSharpSymbols.ParameterOf(callee, other)?.Name == api.Port);
        if (port is not null)
        {
            options.Add(("Port", port.Expression));
        }

        return new AddressSite(options, argument.Expression, owner, callee.Name, IsOpen: false, call)
        {
            TakesPortInText = api.TakesPortInText,
            IsPortElsewhere = api.Port is null && call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
                && model.GetDeclaredSymbol(variable, cancellationToken) is { } holder
                && holders.UsesOf(holder).Any(static use => use.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: > 1 } }),
            TakesPortBehind = api.BehindPort is not null && list.Arguments.IndexOf(argument) + 1 is var next && next < list.Arguments.Count
                && list.Arguments[next] is { NameColon: null } following && CSharpSymbols.ParameterOf(callee, following)?.Name == api.BehindPort
                && (api.AskedWithPort is null || list.Arguments.Any(other => CSharpSymbols.ParameterOf(callee, other)?.Name == api.AskedWithPort)),
        };
    }

    /// <summary>
    /// True when an address that a call makes is listened on, compared, listed or handed to something of which nobody knows that
    /// it connects: <c>KnownProxies.Add(IPAddress.Parse("..."))</c>. Of a variable, one use that says so is enough, and one that says
    /// nothing is none.
    /// </summary>
    private bool IsAnnounced(ExpressionSyntax value, bool mayFollow = true)
    {
        while (CSharpShapes.PassedOn(value) is { } wider)
        {
            value = wider;
        }

        switch (value.Parent)
        {
            case ArgumentSyntax { Parent.Parent: ExpressionSyntax call } argument:
                return (mayFollow && !Connects(call)) || IsAssertion(call)
                    || (call is ObjectCreationExpressionSyntax { Type: var type }
                    && (CSharpShapes.NameOf(type) is "TcpListener" or "UdpClient" or "HttpListener" or "IPNetwork" or "TcpClient"))
                    || IsAnnounced(CSharpShapes.NamesOf(call).Member) || (IsMade(call) && IsAnnounced(call, mayFollow))
                    || argument.NameColon is { Name.Identifier.ValueText: "localEP" } || IsAnnounced(argument.NameColon?.Name.Identifier.ValueText);
            case AssignmentExpressionSyntax assignment when assignment.Right == value:
                return IsAnnounced((assignment.Left as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
                    ?? (assignment.Left as IdentifierNameSyntax)?.Identifier.ValueText);
            case EqualsValueClauseSyntax { Parent: { } declaration } when model.GetDeclaredSymbol(declaration, cancellationToken) is { } variable:
                return IsAnnounced(variable.Name) || (mayFollow && holders.UsesOf(variable).Any(use => IsAnnounced(use, mayFollow: false)));
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when CSharpShapes.GiverOf(value.Parent) is { } giver:
                return IsAnnounced(model.GetDeclaredSymbol(giver, cancellationToken)?.Name);
            case MemberAccessExpressionSyntax access:
                // `new UriBuilder(...).Uri` goes where its text goes. `address.Equals(...)`, `uri.Host`: it is asked, and nobody connects.
                if (access.Expression == value && (access.Name.Identifier.ValueText is "Uri" or "AbsoluteUri" or "OriginalString"))
                {
                    return IsAnnounced(access, mayFollow);
                }

                return access.Expression == value
                    && ((access.Name.Identifier.ValueText is "Equals" or "CompareTo" or "AddressFamily")
                    || value.FirstAncestorOrSelf<InvocationExpressionSyntax>(IsAssertion) is not null);
            case BinaryExpressionSyntax or ConstantPatternSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax:
                return true;
            default:
                return false;
        }
    }

    private static bool IsAssertion(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax && (CSharpShapes.NamesOf(call) is { Type: "Assert" } or { Member: "Equals" or "Should" });

    private static bool IsAnnounced(string? name) => AddressApis.IsAnnounced(name);

    /// <summary>True for a call that gives an address or a URI: what becomes of it counts.</summary>
    private bool IsMade(ExpressionSyntax call) =>
        model.GetTypeInfo(call, cancellationToken).Type?.Name is "IPAddress" or "IPEndPoint" or "DnsEndPoint" or "Uri" or "UriBuilder";

    /// <summary>The platform's network types and the known clients connect; what anything else does with an address is not known.</summary>
    private bool Connects(ExpressionSyntax call)
    {
        var info = model.GetSymbolInfo(call, cancellationToken);
        var declaredIn = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.ContainingType?.ContainingNamespace?.ToDisplayString();
        return declaredIn is not null
            && (declaredIn.StartsWith("System.Net", StringComparison.Ordinal) || declaredIn == "System" || AddressApis.IsOfClient(declaredIn));
    }

    private AddressSite? OfObject(ExpressionSyntax target, string? property, ExpressionSyntax host)
    {
        var owner = _owners.OwnerOf(target);
        var api = property is null ? null : AddressApis.Find(owner, "", property);
        if (!owner.IsBuilder && api is null)
        {
            return null;
        }

        if (api is { Port: null })
        {
            // The property takes host and port in one text.
            return new AddressSite([("Host", host)], host, owner, property!, IsOpen: false, target) { TakesPortInText = api.TakesPortInText };
        }

        // An option that is set twice, in two branches for example, is not known. That the host may be a name to look up is enough.
        var all = holders.OptionsOf(target).Concat(target is BaseObjectCreationExpressionSyntax ? [] : OptionsBeside(target)).ToArray();
        var options = all
            .Select(option => (Key: option.Key == api?.Host ? "Host" : option.Key, option.Value))
            .Where(option => option.Value == host || (option.Key is "DnsSrv" or "dns-srv")
                || (all.Count(other => other.Key == option.Key) == 1 && IsAlwaysSetWith(host, option.Value)))
            .ToList();
        if (!options.Any(option => option.Value == host))
        {
            return null;
        }

        var creation = holders.CreationOf(target, target is BaseObjectCreationExpressionSyntax ? null : model.GetSymbolInfo(target, cancellationToken).Symbol);
        var isOpen = creation is null || creation.ArgumentList is { Arguments.Count: > 0 } || all.Length > options.Count;
        return new AddressSite(options, host, owner, property ?? "", isOpen, target) { IsObject = true };
    }

    /// <summary>False for what is set in a branch that the host is not set in.</summary>
    private static bool IsAlwaysSetWith(ExpressionSyntax host, ExpressionSyntax value)
    {
        var branch = value.FirstAncestorOrSelf<SyntaxNode>(
            static node => node is BlockSyntax or IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or AnonymousFunctionExpressionSyntax
            or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or ConditionalExpressionSyntax
            or (MemberDeclarationSyntax and not GlobalStatementSyntax));
        return branch is null || branch.Span.Contains(host.Span);
    }

    /// <summary>What is set on an expression that is no variable: <c>options.Builder.Server = "..."</c> stands alone.</summary>
    private IEnumerable<(string Key, ExpressionSyntax Value)> OptionsBeside(ExpressionSyntax target) =>
        model.GetSymbolInfo(target, cancellationToken).Symbol is null && target.Parent is { Parent: AssignmentExpressionSyntax set }
            && holders.OptionOf(set) is { } own ? [own] : [];
}
