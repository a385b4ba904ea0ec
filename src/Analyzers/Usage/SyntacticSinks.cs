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
/// <param name="ownTree">The tree that symbols have answered for.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class SyntacticSinks(Func<IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)>> trees, SyntaxTree ownTree, CancellationToken cancellationToken)
{
    private const string Getter = "GetConnectionString";

    private static readonly string[] s_sections = [IdentifierIndex.ConnectionSection, "ConnectionStrings__"];

    /// <summary>A name that other files use more often is not followed.</summary>
    private const int MostUses = 200;

    /// <summary>Variables between the member and its sink.</summary>
    private const int MostHops = 2;

    /// <summary>The name in a key of a connection string: <c>ConnectionStrings:Shop</c>, <c>ConnectionStrings__Shop</c>; null for any other key.</summary>
    public static string? ConnectionNameIn(string key) =>
        s_sections.FirstOrDefault(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase) && key.Length > section.Length) is { } found ? key.Substring(found.Length) : null;

    /// <summary>The sinks of <c>GetConnectionString("name")</c> in every file.</summary>
    public IEnumerable<Sink> OfConnectionName(string name)
    {
        var sinks = new List<Sink>();
        foreach (var (tree, names) in trees())
        {
            var root = tree.GetRoot(cancellationToken);
            foreach (var position in names.ReadsOf(name, root.FullSpan).Take(MostUses))
            {
                if (root.FindToken(position).Parent?.FirstAncestorOrSelf<ElementAccessExpressionSyntax>() is { } read)
                {
                    Consume(read, names, Way.Start, MostHops, sinks);
                }
            }

            foreach (var position in names.UsesOf(Getter, root.FullSpan).Take(MostUses))
            {
                if (root.FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: [.., { Expression: LiteralExpressionSyntax { Token.Value: string asked } }] } call
                    && asked.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    Consume(call, names, Way.Start, MostHops, sinks);
                }
            }
        }

        return sinks;
    }

    /// <summary>The sinks of a field, property, constant or method outside of its own file.</summary>
    public IEnumerable<Sink> OfMember(ISymbol member, Way way)
    {
        var type = member.ContainingType?.Name ?? "";
        var sinks = new List<Sink>();
        var uses = 0;
        foreach (var (tree, names) in trees())
        {
            if (tree == ownTree || !names.Contains(member.Name) || !names.Contains(type))
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            foreach (var position in names.UsesOf(member.Name, root.FullSpan))
            {
                if (++uses > MostUses)
                {
                    return [];
                }

                if (root.FindToken(position).Parent is IdentifierNameSyntax use && MayBeOf(use, type))
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
            }
        }

        return sinks;
    }

    private void FollowName(string name, TextSpan scope, SyntaxTree tree, IdentifierIndex names, Way way, int hops, List<Sink> sinks)
    {
        var root = tree.GetRoot(cancellationToken);
        foreach (var position in names.UsesOf(name, scope).Take(MostUses))
        {
            if (root.FindToken(position).Parent is IdentifierNameSyntax use)
            {
                Consume(use, names, way, hops, sinks);
            }
        }
    }

    /// <summary>A use by the type's name, by an object whose file names the type, or from within the type.</summary>
    private static bool MayBeOf(IdentifierNameSyntax use, string type) => use.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == use => access.Expression switch
        {
            SimpleNameSyntax name when char.IsUpper(name.Identifier.ValueText[0]) => name.Identifier.ValueText == type,
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name: SimpleNameSyntax last } when char.IsUpper(last.Identifier.ValueText[0]) && last.Identifier.ValueText != "Value" => last.Identifier.ValueText == type,
            _ => true,
        },
        NameColonSyntax or NameEqualsSyntax => false,
        _ => use.FirstAncestorOrSelf<TypeDeclarationSyntax>(declaration => declaration.Identifier.ValueText == type || declaration.BaseList?.Types.Any(known => CSharpShapes.NameOf(known.Type) == type) == true) is not null
            || use.SyntaxTree.GetCompilationUnitRoot().Usings.Any(directive => directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) && directive.Name is { } name && CSharpShapes.NameOf(name) == type),
    };

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
            case ArgumentSyntax { Parent.Parent: { } call }:
                var (type, member) = CSharpShapes.NamesOf(call);
                Add(type, member);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                FollowTarget(assignment.Left);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                FollowVariable(variable.Identifier.ValueText, variable);
                break;
        }

        void Add(string? owner, string name) => sinks.Add(new Sink(SinkKind.Argument, null, owner, name) { IsContinued = way.IsContinued, Overrides = way.Overrides });

        void FollowTarget(ExpressionSyntax target)
        {
            if (CSharpShapes.ReceiverOf(target) is ObjectCreationExpressionSyntax creation && target is IdentifierNameSyntax property)
            {
                Add(CSharpShapes.NameOf(creation.Type), property.Identifier.ValueText);
            }
            else if (target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            {
                FollowVariable((target as IdentifierNameSyntax ?? (IdentifierNameSyntax)((MemberAccessExpressionSyntax)target).Name).Identifier.ValueText, target);
            }
        }

        void FollowVariable(string name, SyntaxNode place)
        {
            // A local is used in its own member, a field in its type; the name tells which it is well enough.
            var isLocal = place.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not null;
            var scope = isLocal ? place.FirstAncestorOrSelf<MemberDeclarationSyntax>() : place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (hops > 0 && scope is not null)
            {
                foreach (var position in names.UsesOf(name, scope.FullSpan).Take(MostUses))
                {
                    if (position != place.SpanStart && place.SyntaxTree.GetRoot(cancellationToken).FindToken(position).Parent is IdentifierNameSyntax use && !place.Contains(use))
                    {
                        Consume(use, names, way, hops - 1, sinks);
                    }
                }
            }
        }
    }
}
