using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// Which sinks a member or parameter reaches in the other files of a compilation, by syntax alone: a second semantic model
/// would be asked for by every keystroke.
/// </summary>
/// <param name="trees">The trees of the compilation.</param>
/// <param name="ownTree">The tree that symbols have answered for; null when none has.</param>
/// <param name="settings">Where the trees read settings.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class SyntacticSinks(CSharpTrees trees, SyntaxTree? ownTree, SettingReads settings, CancellationToken cancellationToken)
{
    /// <summary>A name that other files use more often is not followed.</summary>
    private const int MostUses = 200;

    /// <summary>Where a text goes through more places than these, the first of them tell.</summary>
    private const int MostPlaces = 5_000;

    /// <summary>Variables between the member and its sink.</summary>
    private const int MostHops = 3;

    /// <summary>The method that is being looked into, and the call that gave it the text; without a call where symbols know it.</summary>
    private readonly Stack<(SyntaxNode Callee, ExpressionSyntax? Call, IdentifierIndex? Names)> _entered = new();

    /// <summary>What has been looked at: names that stand for one another do not go round.</summary>
    private readonly HashSet<(SyntaxNode Scope, string Name)> _followed = [];

    private readonly List<Sink> _sinks = [];
    private int _places;
    private readonly List<Search> _searches = [];

    /// <summary>What the code that was looked at searches for in the text, as far as that is known.</summary>
    public IReadOnlyList<Search> Searches => _searches;

    /// <summary>What a method makes of the parameter that was asked for last, when it gives it back; else null.</summary>
    public TextTrail? GivenBack { get; private set; }

    /// <summary>The sinks of a setting in every file: of what reads it by its key, of options that are filled from its section, and of what is given its name.</summary>
    /// <param name="key">Its key: <c>ConnectionStrings:Shop</c>.</param>
    public IEnumerable<Sink> OfSetting(string key)
    {
        Begin();
        var name = SettingKey.ConnectionNameIn(key);
        foreach (var (read, names) in settings.Reads(key, cancellationToken))
        {
            Consume(read, names, TextTrail.Start, MostHops);
        }

        if (name is not null)
        {
            foreach (var call in settings.CallsWith(name, cancellationToken))
            {
                var (type, member) = CSharpShapes.NamesOf(call);
                _sinks.Add(new Sink(SinkKind.Argument, null, type, member));
            }
        }

        foreach (var (type, section) in settings.BoundAround(key, cancellationToken).Take(MostUses))
        {
            foreach (var (names, read) in OptionReads(type, section, key))
            {
                Consume(read, names, TextTrail.Start, MostHops);
            }
        }

        return _sinks.ToArray();
    }

    private void Begin()
    {
        _followed.Clear();
        _sinks.Clear();
        _places = 0;
    }

    /// <summary>Where code reads a property of options that are filled from a section, or of what such a property holds.</summary>
    private IEnumerable<(IdentifierIndex Names, IdentifierNameSyntax Read)> OptionReads(string type, string section, string key)
    {
        var path = SettingKey.Parts(key);
        var around = SettingKey.Parts(section);
        var depth = path.Length - around.Length;
        if (depth is not (1 or 2) || !path.Take(around.Length).SequenceEqual(around, StringComparer.OrdinalIgnoreCase))
        {
            yield break;
        }

        var (member, holder) = (path[path.Length - 1], depth == 2 ? path[path.Length - 2] : null);
        foreach (var (tree, names) in trees.Naming(holder ?? type))
        {
            var uses = names.UsesOf(member);
            if (uses.Count is 0 or > MostUses)
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            foreach (var position in uses)
            {
                if (root.FindToken(position).Parent is IdentifierNameSyntax use
                    && (holder is null ? SyntacticTypes.MayDeclare(type, use) : use.Parent is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax nested } } && nested.Identifier.ValueText == holder && SyntacticTypes.MayDeclare(type, nested)))
                {
                    yield return (names, use);
                }
            }
        }
    }

    /// <summary>The sinks of a text of any tree.</summary>
    public IEnumerable<Sink> OfText(ExpressionSyntax text)
    {
        Begin();
        Consume(text, trees.NamesOf(text.SyntaxTree), TextTrail.Start, MostHops);
        return _sinks.ToArray();
    }

    /// <summary>The sinks of a field, property, constant or method outside of its own file.</summary>
    public IEnumerable<Sink> OfMember(ISymbol member, TextTrail trail)
    {
        Begin();
        FollowMember(member.Name, member.ContainingType?.Name ?? "", ownTree, trail, MostHops);
        return _sinks.ToArray();
    }

    /// <summary>Looks at the uses of a member in all trees but one.</summary>
    private void FollowMember(string member, string type, SyntaxTree? except, TextTrail trail, int hops)
    {
        var found = new List<(IdentifierNameSyntax Use, IdentifierIndex Names)>();
        foreach (var (tree, names) in trees.Naming(type))
        {
            if (tree == except || tree == ownTree || !names.Contains(member))
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            if (!_followed.Add((root, type + "." + member)))
            {
                continue;
            }

            foreach (var position in names.UsesOf(member, root.FullSpan))
            {
                if (found.Count == MostUses)
                {
                    return;
                }

                if (root.FindToken(position).Parent is IdentifierNameSyntax use && SyntacticTypes.MayDeclare(type, use))
                {
                    found.Add((use, names));
                }
            }
        }

        foreach (var (use, names) in found)
        {
            Consume(use, names, trail, hops);
        }
    }

    /// <summary>The sinks of a parameter that is declared in another file, fields of its type included.</summary>
    public IEnumerable<Sink> OfParameter(IParameterSymbol parameter, TextTrail trail)
    {
        Begin();
        GivenBack = null;
        foreach (var reference in parameter.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is ParameterSyntax declared)
            {
                FollowParameter(declared, null, trees.NamesOf(reference.SyntaxTree), null, trail, MostHops);
            }
        }

        return _sinks.ToArray();
    }

    /// <summary>Looks at what a method does with its parameter; what it gives back goes where the call goes that is looked at, and nowhere else.</summary>
    private void FollowParameter(
        ParameterSyntax parameter, ExpressionSyntax? call, IdentifierIndex names, IdentifierIndex? callNames, TextTrail trail, int hops)
    {
        if (parameter.Parent is not { Parent: { } callee } parameters || _entered.Any(entered => entered.Callee == callee))
        {
            return;
        }

        _entered.Push((callee, call, callNames));
        FollowName(parameter.Identifier.ValueText, callee, names, trail, hops, except: parameters);
        _entered.Pop();
        if (callee is RecordDeclarationSyntax record)
        {
            // The property of that name.
            FollowMember(parameter.Identifier.ValueText, record.Identifier.ValueText, null, trail, hops);
        }
    }

    private void FollowName(string name, SyntaxNode scope, IdentifierIndex names, TextTrail trail, int hops, SyntaxNode? except = null)
    {
        var root = scope.SyntaxTree.GetRoot(cancellationToken);
        foreach (var position in names.UsesOf(name, scope.FullSpan).Take(MostUses))
        {
            if (root.FindToken(position).Parent is IdentifierNameSyntax use && except?.Contains(use) != true)
            {
                Consume(use, names, trail, hops);
            }
        }
    }

    private void Consume(ExpressionSyntax expression, IdentifierIndex names, TextTrail trail, int hops)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_places > MostPlaces)
        {
            return;
        }

        if (expression.Parent is InvocationExpressionSyntax own && own.Expression == expression)
        {
            expression = own;
        }

        while (CSharpShapes.PassedOn(expression) is { } wider)
        {
            NoteSearch(expression);
            trail = trail.Through(wider, expression);
            expression = wider;
            if (expression.Parent is InvocationExpressionSyntax call && call.Expression == expression)
            {
                expression = call;
            }
        }

        // .NET Framework's settings hold their text in a property.
        if (expression.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionString" } text && text.Expression == expression)
        {
            Consume(text, names, trail, hops);
            return;
        }

        NoteSearch(expression);
        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } } argument:
                var (type, member) = CSharpShapes.NamesOf(call);
                var isOfSource = hops > 0 && FollowCallees(argument, call as ExpressionSyntax, names, trail, hops - 1);
                Add(type, member, trail, isOfSource);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                FollowTarget(assignment.Left, names, trail, hops);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                FollowVariable(variable.Identifier.ValueText, variable, names, trail, hops);
                break;
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                FollowVariable(property.Identifier.ValueText, property, names, trail, hops);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when CSharpShapes.GiverOf(expression.Parent) is { } giver:
                FollowGiver(giver, names, trail, hops);
                break;
        }
    }

    private void Add(string? owner, string name, TextTrail trail, bool isOfSource = false) =>
        _sinks.Add(new Sink(SinkKind.Argument, null, owner, name) { IsContinued = trail.IsContinued, Overrides = trail.Overrides, IsOfSource = isOfSource });

    private void FollowTarget(ExpressionSyntax target, IdentifierIndex names, TextTrail trail, int hops)
    {
        var name = CSharpExpressions.NameOf(target) ?? "";
        if (CSharpShapes.ReceiverOf(target) is { } receiver and not ThisExpressionSyntax)
        {
            var type = SyntacticTypes.TypeOf(receiver);
            if (type is not null)
            {
                Add(type, name, trail);
            }

            // A static property, or a property of options.
            if (hops > 0 && name.Length > 0 && (type ?? (receiver as IdentifierNameSyntax)?.Identifier.ValueText) is { } holder)
            {
                FollowMember(name, holder, null, trail, hops - 1);
            }
        }
        else if (target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
        {
            FollowVariable(name, target, names, trail, hops);
        }
    }

    /// <summary>Looks at who asks for what a property or method gives; of a method that is being looked into, at that call alone.</summary>
    private void FollowGiver(SyntaxNode giver, IdentifierIndex names, TextTrail trail, int hops)
    {
        var entered = _entered.FirstOrDefault(entered => entered.Callee == giver);
        if (entered.Callee is null)
        {
            FollowVariable(CSharpShapes.NameOfGiver(giver), giver, names, trail, hops);
        }
        else if (entered is { Call: { } call, Names: { } callNames })
        {
            Consume(call, callNames, trail, hops);
        }
        else
        {
            GivenBack = trail;
        }
    }

    private void FollowVariable(string name, SyntaxNode place, IdentifierIndex names, TextTrail trail, int hops)
    {
        // A local is used in its own member, a field in its type; the name tells which it is well enough.
        var isLocal = place is LocalFunctionStatementSyntax || place.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not null;
        SyntaxNode? scope = isLocal ? place.FirstAncestorOrSelf<MemberDeclarationSyntax>() : place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (scope is GlobalStatementSyntax or null && place.SyntaxTree.GetRoot(cancellationToken) is CompilationUnitSyntax unit)
        {
            // The statements of a program are one member.
            scope = unit;
        }

        if (hops == 0 || scope is null || !_followed.Add((scope, name)))
        {
            return;
        }

        FollowName(name, scope, names, trail, hops - 1, except: place is PropertyDeclarationSyntax or MethodDeclarationSyntax ? null : place);
        if (!isLocal && scope is TypeDeclarationSyntax holder)
        {
            FollowMember(name, holder.Identifier.ValueText, place.SyntaxTree, trail, hops - 1);
        }
    }

    private void NoteSearch(ExpressionSyntax text)
    {
        if (CSharpShapes.CallOn(text) is var (name, call))
        {
            _searches.AddRange(new CSharpSearches(ValueOf).Of(name, call).Where(static search => search.Text is not null));
        }
    }

    /// <summary>
    /// The text or character that an expression stands for: a variable of its file with one value, or a text of another type; null for any
    /// other.
    /// </summary>
    public string? ValueOf(ExpressionSyntax expression) => new CSharpConstants(cancellationToken).ValueOf(expression)
        ?? (expression is MemberAccessExpressionSyntax ? settings.ValueOf(expression, cancellationToken) : null);

    /// <summary>Looks into the user's own methods and constructors that take an argument; true when one of them leads to a sink.</summary>
    private bool FollowCallees(ArgumentSyntax argument, ExpressionSyntax? call, IdentifierIndex names, TextTrail trail, int hops)
    {
        var before = _sinks.Count;
        foreach (var (parameter, parameterNames) in CSharpCallees.ParametersOf(argument, trees, cancellationToken))
        {
            FollowParameter(parameter, call, parameterNames, names, trail, hops);
        }

        return _sinks.Count > before;
    }
}
