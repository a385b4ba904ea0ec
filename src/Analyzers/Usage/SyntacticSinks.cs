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
/// <param name="trees">The trees of the compilation, with their names.</param>
/// <param name="ownTree">The tree that symbols have answered for; null when none has.</param>
/// <param name="settings">Where the trees read settings.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class SyntacticSinks(Func<IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)>> trees, SyntaxTree? ownTree, SettingReads settings, CancellationToken cancellationToken)
{
    /// <summary>A name that other files use more often is not followed.</summary>
    private const int MostUses = 200;

    /// <summary>Variables between the member and its sink.</summary>
    private const int MostHops = 3;

    /// <summary>The method that is being looked into, and the call that gave it the text; without a call where symbols know it.</summary>
    private readonly Stack<(SyntaxNode Callee, ExpressionSyntax? Call, IdentifierIndex? Names)> _entered = new();

    /// <summary>What has been looked at: names that stand for one another do not go round.</summary>
    private readonly HashSet<(SyntaxNode Scope, string Name)> _followed = [];

    private readonly List<Search> _searches = [];

    /// <summary>What the code that was looked at searches for in the text, as far as that is known.</summary>
    public IReadOnlyList<Search> Searches => _searches;

    /// <summary>What a method makes of the parameter that was asked for last, when it gives it back; else null.</summary>
    public Way? GivenBack { get; private set; }

    /// <summary>The sinks of a setting in every file: of what reads it by its key, of options that are filled from its section, and of what is given its name.</summary>
    /// <param name="key">Its key: <c>ConnectionStrings:Shop</c>.</param>
    public IEnumerable<Sink> OfSetting(string key)
    {
        _followed.Clear();
        var sinks = new List<Sink>();
        var name = SettingKey.ConnectionNameIn(key);
        var bound = new List<(string Type, string Section)>();
        foreach (var (tree, names) in trees())
        {
            foreach (var read in settings.In(tree, names, key, cancellationToken).Take(MostUses))
            {
                Consume(read, names, Way.Start, MostHops, sinks);
            }

            if (name is not null)
            {
                foreach (var call in settings.ByName(tree, names, name, cancellationToken).Take(MostUses))
                {
                    var (type, member) = CSharpShapes.NamesOf(call);
                    sinks.Add(new Sink(SinkKind.Argument, null, type, member));
                }
            }

            bound.AddRange(settings.Bound(tree, names, cancellationToken).Take(MostUses));
        }

        foreach (var (type, section) in bound.Distinct())
        {
            foreach (var (tree, names, read) in OptionReads(type, section, key))
            {
                Consume(read, names, Way.Start, MostHops, sinks);
            }
        }

        return sinks;
    }

    /// <summary>Where code reads a property of options that are filled from a section, or of what such a property holds.</summary>
    private IEnumerable<(SyntaxTree Tree, IdentifierIndex Names, IdentifierNameSyntax Read)> OptionReads(string type, string section, string key)
    {
        var path = SettingKey.Parts(key);
        var around = SettingKey.Parts(section);
        var depth = path.Length - around.Length;
        if (depth is not (1 or 2) || !path.Take(around.Length).SequenceEqual(around, StringComparer.OrdinalIgnoreCase))
        {
            yield break;
        }

        var (member, holder) = (path[path.Length - 1], depth == 2 ? path[path.Length - 2] : null);
        foreach (var (tree, names) in trees())
        {
            var uses = names.UsesOf(member);
            if (uses.Count is 0 or > MostUses || !(holder is null ? names.Contains(type) : names.Contains(holder)))
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            foreach (var position in uses)
            {
                if (root.FindToken(position).Parent is IdentifierNameSyntax use
                    && (holder is null ? SyntacticTypes.MayDeclare(type, use) : use.Parent is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax nested } } && nested.Identifier.ValueText == holder && SyntacticTypes.MayDeclare(type, nested)))
                {
                    yield return (tree, names, use);
                }
            }
        }
    }

    /// <summary>The sinks of a text of any tree.</summary>
    public IEnumerable<Sink> OfText(ExpressionSyntax text)
    {
        var sinks = new List<Sink>();
        if (trees().FirstOrDefault(tree => tree.Tree == text.SyntaxTree).Names is { } names)
        {
            Consume(text, names, Way.Start, MostHops, sinks);
        }

        return sinks;
    }

    /// <summary>The sinks of a field, property, constant or method outside of its own file.</summary>
    public IEnumerable<Sink> OfMember(ISymbol member, Way way)
    {
        _followed.Clear();
        var sinks = new List<Sink>();
        FollowMember(member.Name, member.ContainingType?.Name ?? "", ownTree, way, MostHops, sinks);
        return sinks;
    }

    /// <summary>Looks at the uses of a member in all trees but one.</summary>
    private void FollowMember(string member, string type, SyntaxTree? except, Way way, int hops, List<Sink> sinks)
    {
        var found = new List<(IdentifierNameSyntax Use, IdentifierIndex Names)>();
        foreach (var (tree, names) in trees())
        {
            if (tree == except || tree == ownTree || !names.Contains(member) || !names.Contains(type))
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
            Consume(use, names, way, hops, sinks);
        }
    }

    /// <summary>The sinks of a parameter that is declared in another file, fields of its type included.</summary>
    public IEnumerable<Sink> OfParameter(IParameterSymbol parameter, Way way)
    {
        _followed.Clear();
        GivenBack = null;
        var sinks = new List<Sink>();
        foreach (var reference in parameter.DeclaringSyntaxReferences)
        {
            var names = trees().FirstOrDefault(tree => tree.Tree == reference.SyntaxTree).Names;
            if (names is not null && reference.GetSyntax(cancellationToken) is ParameterSyntax { Parent.Parent: { } callee } declared)
            {
                FollowParameter(declared, null, names, null, way, MostHops, sinks);
                if (callee is RecordDeclarationSyntax)
                {
                    // The property of that name.
                    FollowMember(parameter.Name, parameter.ContainingType.Name, null, way, MostHops, sinks);
                }
            }
        }

        return sinks;
    }

    /// <summary>Looks at what a method does with its parameter; what it gives back goes where the call goes that is looked at, and nowhere else.</summary>
    private void FollowParameter(ParameterSyntax parameter, ExpressionSyntax? call, IdentifierIndex names, IdentifierIndex? callNames, Way way, int hops, List<Sink> sinks)
    {
        if (parameter.Parent is not { Parent: { } callee } parameters || _entered.Any(entered => entered.Callee == callee))
        {
            return;
        }

        _entered.Push((callee, call, callNames));
        FollowName(parameter.Identifier.ValueText, callee, names, way, hops, sinks, except: parameters);
        _entered.Pop();
    }

    private void FollowName(string name, SyntaxNode scope, IdentifierIndex names, Way way, int hops, List<Sink> sinks, SyntaxNode? except = null)
    {
        var root = scope.SyntaxTree.GetRoot(cancellationToken);
        foreach (var position in names.UsesOf(name, scope.FullSpan).Take(MostUses))
        {
            if (root.FindToken(position).Parent is IdentifierNameSyntax use && except?.Contains(use) != true)
            {
                Consume(use, names, way, hops, sinks);
            }
        }
    }

    private void Consume(ExpressionSyntax expression, IdentifierIndex names, Way way, int hops, List<Sink> sinks)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (expression.Parent is InvocationExpressionSyntax own && own.Expression == expression)
        {
            expression = own;
        }

        while (CSharpShapes.PassedOn(expression) is { } wider)
        {
            NoteSearch(expression);
            way = way.Through(wider, expression);
            expression = wider;
            if (expression.Parent is InvocationExpressionSyntax call && call.Expression == expression)
            {
                expression = call;
            }
        }

        NoteSearch(expression);
        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } } argument:
                var (type, member) = CSharpShapes.NamesOf(call);
                var seen = sinks.Count;
                var isOfSource = hops > 0 && FollowCallees(argument, call as ExpressionSyntax, names, way, hops - 1, sinks) && sinks.Count > seen;
                Add(type, member, isOfSource);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                FollowTarget(assignment.Left);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                FollowVariable(variable.Identifier.ValueText, variable);
                break;
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                FollowVariable(property.Identifier.ValueText, property);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when CSharpShapes.GiverOf(expression.Parent) is { } giver:
                FollowGiver(giver);
                break;
        }

        void Add(string? owner, string name, bool isOfSource = false) =>
            sinks.Add(new Sink(SinkKind.Argument, null, owner, name) { IsContinued = way.IsContinued, Overrides = way.Overrides, IsOfSource = isOfSource });

        void FollowTarget(ExpressionSyntax target)
        {
            var name = (target as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (target as IdentifierNameSyntax)?.Identifier.ValueText ?? "";
            if (CSharpShapes.ReceiverOf(target) is { } receiver and not ThisExpressionSyntax)
            {
                if (SyntacticTypes.TypeOf(receiver) is { } type)
                {
                    Add(type, name);
                }

                // A static property, or a property of options.
                if (hops > 0 && name.Length > 0 && (SyntacticTypes.TypeOf(receiver) ?? (receiver as IdentifierNameSyntax)?.Identifier.ValueText) is { } holder)
                {
                    FollowMember(name, holder, null, way, hops - 1, sinks);
                }
            }
            else if (target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            {
                FollowVariable(name, target);
            }
        }

        // What a property or method gives.
        void FollowGiver(SyntaxNode giver)
        {
            var entered = _entered.FirstOrDefault(entered => entered.Callee == giver);
            if (entered.Callee is null)
            {
                FollowVariable((giver as PropertyDeclarationSyntax)?.Identifier.ValueText ?? (giver as MethodDeclarationSyntax)?.Identifier.ValueText ?? ((LocalFunctionStatementSyntax)giver).Identifier.ValueText, giver);
            }
            else if (entered is { Call: { } call, Names: { } callNames })
            {
                Consume(call, callNames, way, hops, sinks);
            }
            else
            {
                GivenBack = way;
            }
        }

        void FollowVariable(string name, SyntaxNode place)
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

            FollowName(name, scope, names, way, hops - 1, sinks, except: place is PropertyDeclarationSyntax or MethodDeclarationSyntax ? null : place);
            if (!isLocal && scope is TypeDeclarationSyntax holder)
            {
                FollowMember(name, holder.Identifier.ValueText, place.SyntaxTree, way, hops - 1, sinks);
            }
        }
    }

    private void NoteSearch(ExpressionSyntax text)
    {
        if (CSharpShapes.CallOn(text) is var (name, call))
        {
            _searches.AddRange(new CSharpSearches(ValueOf).Of(name, call).Where(static search => search.Text is not null));
        }
    }

    /// <summary>The text or character that an expression stands for: a variable of its file with one value, or a text of another type; null for any other.</summary>
    public string? ValueOf(ExpressionSyntax expression) => new CSharpConstants(cancellationToken).ValueOf(expression)
        ?? (expression is MemberAccessExpressionSyntax ? settings.ValueOf(expression, cancellationToken) : null);

    /// <summary>Looks into the user's own methods and constructors that take an argument; false when there are none.</summary>
    private bool FollowCallees(ArgumentSyntax argument, ExpressionSyntax? call, IdentifierIndex names, Way way, int hops, List<Sink> sinks)
    {
        var isOne = false;
        foreach (var (parameter, parameterNames) in CSharpCallees.ParametersOf(argument, trees(), cancellationToken))
        {
            isOne = true;
            FollowParameter(parameter, call, parameterNames, names, way, hops, sinks);
        }

        return isOne;
    }
}
