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
    private const int MostHops = 2;

    /// <summary>The sinks of a setting in every file: of what reads it by its key, of options that are filled from its section, and of what is given its name.</summary>
    /// <param name="key">Its key: <c>ConnectionStrings:Shop</c>.</param>
    public IEnumerable<Sink> OfSetting(string key)
    {
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

    /// <summary>The sinks of a field, property, constant or method outside of its own file.</summary>
    public IEnumerable<Sink> OfMember(ISymbol member, Way way) => OfMember(member.Name, member.ContainingType?.Name ?? "", way);

    private List<Sink> OfMember(string member, string type, Way way)
    {
        var sinks = new List<Sink>();
        var uses = 0;
        foreach (var (tree, names) in trees())
        {
            if (tree == ownTree || !names.Contains(member) || !names.Contains(type))
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            foreach (var position in names.UsesOf(member, root.FullSpan))
            {
                if (++uses > MostUses)
                {
                    return [];
                }

                if (root.FindToken(position).Parent is IdentifierNameSyntax use && SyntacticTypes.MayDeclare(type, use))
                {
                    Consume(use, names, way, MostHops, sinks);
                }
            }
        }

        return sinks;
    }

    /// <summary>The sinks of a parameter that is declared in another file, fields of its type included.</summary>
    public IEnumerable<Sink> OfParameter(IParameterSymbol parameter, Way way)
    {
        var sinks = new List<Sink>();
        foreach (var reference in parameter.DeclaringSyntaxReferences)
        {
            var names = trees().FirstOrDefault(tree => tree.Tree == reference.SyntaxTree).Names;
            if (names is not null && reference.GetSyntax(cancellationToken).Parent?.Parent is { } callee)
            {
                FollowName(parameter.Name, callee.FullSpan, reference.SyntaxTree, names, way, MostHops, sinks);
                if (callee is RecordDeclarationSyntax)
                {
                    // The property of that name.
                    sinks.AddRange(OfMember(parameter.Name, parameter.ContainingType.Name, way));
                }
            }
        }

        return sinks;
    }

    private void FollowName(string name, TextSpan scope, SyntaxTree tree, IdentifierIndex names, Way way, int hops, List<Sink> sinks, SyntaxNode? except = null)
    {
        var root = tree.GetRoot(cancellationToken);
        foreach (var position in names.UsesOf(name, scope).Take(MostUses))
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
            way = way.Through(wider, expression);
            expression = wider;
            if (expression.Parent is InvocationExpressionSyntax call && call.Expression == expression)
            {
                expression = call;
            }
        }

        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument:
                var (type, member) = CSharpShapes.NamesOf(call);
                Add(type, member);
                if (call is BaseObjectCreationExpressionSyntax && type is not null && argument.NameColon is null && hops > 0)
                {
                    FollowConstructor(type, list.Arguments.IndexOf(argument));
                }

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
        }

        void Add(string? owner, string name) => sinks.Add(new Sink(SinkKind.Argument, null, owner, name) { IsContinued = way.IsContinued, Overrides = way.Overrides });

        void FollowTarget(ExpressionSyntax target)
        {
            if (CSharpShapes.ReceiverOf(target) is { } receiver and not ThisExpressionSyntax && SyntacticTypes.TypeOf(receiver) is { } type)
            {
                Add(type, (target as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (target as IdentifierNameSyntax)?.Identifier.ValueText ?? "");
            }
            else if (target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            {
                FollowVariable((target as IdentifierNameSyntax ?? (IdentifierNameSyntax)((MemberAccessExpressionSyntax)target).Name).Identifier.ValueText, target);
            }
        }

        // A type of the user's own that is made with the text: one level, as for symbols.
        void FollowConstructor(string type, int place)
        {
            foreach (var (tree, treeNames) in trees().Where(tree => tree.Names.Contains(type)))
            {
                foreach (var declaration in SyntacticTypes.DeclarationsOf(type, tree.GetRoot(cancellationToken)))
                {
                    var lists = declaration.Members.OfType<ConstructorDeclarationSyntax>().Select(static constructor => (constructor.ParameterList, Scope: (SyntaxNode)constructor));
                    foreach (var (parameters, scope) in declaration.ParameterList is { } own ? lists.Append((own, declaration)) : lists)
                    {
                        if (place < parameters.Parameters.Count)
                        {
                            FollowName(parameters.Parameters[place].Identifier.ValueText, scope.FullSpan, tree, treeNames, way, hops - 1, sinks, except: parameters);
                        }
                    }
                }
            }
        }

        void FollowVariable(string name, SyntaxNode place)
        {
            // A local is used in its own member, a field in its type; the name tells which it is well enough.
            var isLocal = place.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not null;
            SyntaxNode? scope = isLocal ? place.FirstAncestorOrSelf<MemberDeclarationSyntax>() : place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (scope is GlobalStatementSyntax or null && place.SyntaxTree.GetRoot(cancellationToken) is CompilationUnitSyntax unit)
            {
                // The statements of a program are one member.
                scope = unit;
            }

            if (hops > 0 && scope is not null)
            {
                FollowName(name, scope.FullSpan, place.SyntaxTree, names, way, hops - 1, sinks, except: place);
            }
        }
    }
}
