using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>A text of another tree.</summary>
/// <param name="Text">What it reads. Only what the literal's own tree writes can be edited; source positions are of that tree.</param>
/// <param name="Expression">The whole expression, in the other tree.</param>
internal sealed record ForeignText(DecodedText Text, ExpressionSyntax Expression)
{
    /// <summary>The options of a connection-string builder, when the text is theirs.</summary>
    public JoinedText? Options { get; init; }

    /// <summary>The builder's type.</summary>
    public string? Builder { get; init; }
}

/// <summary>The C# reader of the texts of other trees that name a host by a member of this one: by syntax alone, as <see cref="SyntacticSinks"/> reads
/// sinks.</summary>
/// <param name="trees">The trees of the compilation, with their names.</param>
/// <param name="host">The literal.</param>
/// <param name="isFallback">True when the member may have another value.</param>
/// <param name="isResolved">Tells whether symbols answer for a name of the literal's own tree: where a package is not restored, syntax has to.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpForeignTexts(
    CSharpTrees trees, LiteralExpressionSyntax host, bool isFallback, Func<IdentifierNameSyntax, bool> isResolved, CancellationToken cancellationToken)
{
    /// <summary>A name that other files use more often is not followed.</summary>
    private const int MostUses = 100;

    /// <summary>Locals and fields between the member and the text.</summary>
    private const int MostHops = 2;

    /// <summary>Objects that the member's object is a part of.</summary>
    private const int MostOwners = 2;

    private readonly CSharpConstants _constants = new(cancellationToken);
    private readonly Dictionary<string, bool> _besideHost = new(StringComparer.Ordinal);

    /// <summary>Finds the texts, in the order of the files' paths.</summary>
    /// <param name="member">What holds the literal.</param>
    public IEnumerable<ForeignText> Of(ISymbol member)
    {
        if (member.ContainingType is not { Name: var type })
        {
            yield break;
        }

        var namesakes = new CSharpNamesakes(trees, member.ContainingType, cancellationToken);
        var holder = member.IsStatic ? null : HolderOf(host);

        foreach (var (tree, names) in ReachOf(member)
            .Where(other => other.Names.Contains(member.Name)).OrderBy(static other => other.Tree.FilePath, StringComparer.Ordinal))
        {
            var root = tree.GetRoot(cancellationToken);
            foreach (var position in names.UsesOf(member.Name).Take(MostUses))
            {
                if (root.FindToken(position).Parent is IdentifierNameSyntax use && (tree != host.SyntaxTree || !isResolved(use))
                    && MayReach(type, use, MostOwners) && namesakes.MayMean(use) && IsOfObject(use, holder))
                {
                    foreach (var text in At(use, use, names, member, MostHops))
                    {
                        yield return text;
                    }
                }
            }
        }
    }

    /// <summary>The trees that may use a member. The name of a generic type is not among a tree's names.</summary>
    private IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> ReachOf(ISymbol member) =>
        member.ContainingType is { IsGenericType: false, Name: var type } ? trees.Reaching(type, MostOwners) : trees.Naming(member.Name);

    /// <summary>The field or property whose object is made with a value: <c>Main = new Place { Host = "localhost" }</c>; null where none is named.</summary>
    private static string? HolderOf(LiteralExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax made } => made,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax made } } => made,
        _ => null,
    } is { } creation ? creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field } => field.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => null,
    } : null;

    /// <summary>False for a member of another object of the type.</summary>
    private static bool IsOfObject(IdentifierNameSyntax use, string? holder) => holder is null
        || (CSharpExpressions.TargetOf(use) is MemberAccessExpressionSyntax { Expression: var receiver } && CSharpExpressions.NameOf(receiver) == holder);

    /// <summary>True when a use may be that of a type's member, also through an object that has one of that type: <c>options.Database.Host</c>.</summary>
    private bool MayReach(string type, IdentifierNameSyntax use, int owners) => SyntacticTypes.MayDeclare(type, use)
        || (owners > 0
            && CSharpExpressions.TargetOf(use) is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax part } }
            && trees.PartsOf(type).Any(known => known.Part == part.Identifier.ValueText && MayReach(known.Owner, part, owners - 1)));

    private IEnumerable<ForeignText> At(IdentifierNameSyntax use, IdentifierNameSyntax origin, IdentifierIndex names, ISymbol member, int hops)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var value = ValueAt(use);
        var top = CSharpShapes.TopOf(value);
        if (top != value)
        {
            return Read(top, value, origin, member) is { } text ? [new ForeignText(text, top)] : [];
        }

        if (CSharpForeignBuilders.Around(value) is { } site)
        {
            return [Join(site.Options, site.Type, value, origin, member)];
        }

        var (name, scope) = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => (variable.Identifier.ValueText, ScopeOf(variable)),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when assignment.Right == value =>
                (target.Identifier.ValueText, target.FirstAncestorOrSelf<TypeDeclarationSyntax>()),
            AssignmentExpressionSyntax
            {
                Left: MemberAccessExpressionSyntax
                {
                    Expression: ThisExpressionSyntax,
                    Name: var target
                }
            } assignment when assignment.Right == value =>
                (target.Identifier.ValueText, target.FirstAncestorOrSelf<TypeDeclarationSyntax>()),
            _ => ("", null),
        };
        if (scope is null || hops == 0)
        {
            return [];
        }

        var root = use.SyntaxTree.GetRoot(cancellationToken);
        return names.UsesOf(name, scope.FullSpan).Take(MostUses)
            .Select(position => root.FindToken(position).Parent).OfType<IdentifierNameSyntax>()
            .Where(next => next.SpanStart > value.SpanStart && CSharpExpressions.TargetOf(next) is { } target
                && (target == next || ((MemberAccessExpressionSyntax)target).Expression is ThisExpressionSyntax))
            .SelectMany(next => At(next, origin, names, member, hops - 1));
    }

    /// <summary>The members of a program's statements are one.</summary>
    private static SyntaxNode? ScopeOf(VariableDeclaratorSyntax variable) => variable.Parent?.Parent is BaseFieldDeclarationSyntax
        ? variable.FirstAncestorOrSelf<TypeDeclarationSyntax>()
        : variable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax ? member : variable.SyntaxTree.GetRoot();

    private static ExpressionSyntax ValueAt(IdentifierNameSyntax use)
    {
        var value = CSharpExpressions.TargetOf(use);
        value = value.Parent is InvocationExpressionSyntax call && call.Expression == value ? call : value;
        while ((value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            || (value.Parent is ConditionalExpressionSyntax choice && choice.Condition != value)
            || (value.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax given } && CSharpExpressions.TextOf(given) == value))
        {
            value = value.Parent is MemberAccessExpressionSyntax ? (ExpressionSyntax)value.Parent.Parent! : (ExpressionSyntax)value.Parent!;
        }

        return value;
    }

    private DecodedText? Read(ExpressionSyntax text, ExpressionSyntax place, IdentifierNameSyntax origin, ISymbol member)
    {
        var builder = new DecodedText.Builder();
        return CSharpStringReader.TryAppend(text, new Operands(this, place, origin, member), builder)
            ? builder.ToDecodedText().SeenFrom(host.SpanStart, host.Span.Length) : null;
    }

    private ForeignText Join(IReadOnlyList<(string Key, ExpressionSyntax Value)> options, string type, ExpressionSyntax place,
        IdentifierNameSyntax origin, ISymbol member)
    {
        var builder = new DecodedText.Builder();
        var operands = new Operands(this, place, origin, member);
        var parts = ImmutableArray.CreateBuilder<NamedPart>();
        foreach (var (key, value) in options)
        {
            var start = builder.Length;
            operands.Append(value, builder);
            parts.Add(new NamedPart(key, start, builder.Length - start));
            builder.AddConstant(" ", value.Span.End, 0);
        }

        var text = builder.ToDecodedText().SeenFrom(host.SpanStart, host.Span.Length);
        return new ForeignText(text, place) { Options = new JoinedText(text, parts.ToImmutable()), Builder = type };
    }

    /// <summary>What the pieces of such a text are worth.</summary>
    private sealed class Operands(CSharpForeignTexts reader, ExpressionSyntax place, IdentifierNameSyntax origin, ISymbol member) : ICSharpOperands
    {
        public CancellationToken CancellationToken => reader._constants.CancellationToken;

        public bool IsString(ExpressionSyntax expression) => true;

        public void Append(ExpressionSyntax operand, DecodedText.Builder builder)
        {
            if (operand.Span.Contains(place.Span))
            {
                if (!TryBorrow(reader.Literal, builder))
                {
                    builder.AddHole(operand.SpanStart, operand.Span.Length);
                }
            }
            else if (Beside(operand) is not { } literal)
            {
                reader._constants.Append(operand, builder);
            }
            else if (!reader.IsBesideHost(literal.Name, member))
            {
                // What others use as well is only read.
                builder.AddConstant(literal.Value.Token.ValueText, operand.SpanStart, operand.Span.Length);
            }
            else if (!TryBorrow(literal.Value, builder))
            {
                reader._constants.Append(operand, builder);
            }
        }

        private bool TryBorrow(LiteralExpressionSyntax literal, DecodedText.Builder builder) =>
            CSharpOperands.TryBorrow(literal, literal, reader.Kind, builder);

        /// <summary>The literal of another member of the same object, written beside the host, and the member's name.</summary>
        private (LiteralExpressionSyntax Value, string Name)? Beside(ExpressionSyntax operand)
        {
            var value = CSharpExpressions.Bare(operand);
            value = value is InvocationExpressionSyntax call && CSharpExpressions.TextOf(call) is { } inner ? inner : value;
            if (value is IdentifierNameSyntax local && SyntacticTypes.ValueOf(local) is { } initializer)
            {
                value = CSharpExpressions.Bare(initializer);
            }

            var name = (value as MemberAccessExpressionSyntax)?.Name ?? value as IdentifierNameSyntax;
            if (name is null || ReceiverOf(CSharpExpressions.TargetOf(origin)) != ReceiverOf(value))
            {
                return null;
            }

            return member.ContainingType.DeclaringSyntaxReferences
                .Where(part => part.SyntaxTree == reader.Literal.SyntaxTree)
                .Select(part => part.GetSyntax(CancellationToken)).OfType<TypeDeclarationSyntax>()
                .Select(type => SyntacticTypes.ValueOf(type, name.Identifier.ValueText) ?? type.ParameterList?.Parameters.FirstOrDefault(parameter =>
                    parameter.Identifier.ValueText == name.Identifier.ValueText)?.Default?.Value)
                .FirstOrDefault(static found => found is not null) is LiteralExpressionSyntax literal
                    ? (literal, name.Identifier.ValueText) : null;
        }

        private static string? ReceiverOf(ExpressionSyntax value) => (value as MemberAccessExpressionSyntax)?.Expression.ToString();
    }

    /// <summary>True for a member that nothing uses without the host. Each text asks it of the same few.</summary>
    private bool IsBesideHost(string name, ISymbol member)
    {
        if (!_besideHost.TryGetValue(name, out var known))
        {
            _besideHost.Add(name, known = FindBesideHost(name, member));
        }

        return known;
    }

    private bool FindBesideHost(string name, ISymbol member)
    {
        foreach (var (tree, names) in ReachOf(member).Where(tree => tree.Names.Contains(name)))
        {
            var root = tree.GetRoot(cancellationToken);
            foreach (var position in names.UsesOf(name))
            {
                if (root.FindToken(position).Parent is IdentifierNameSyntax use && MayReach(member.ContainingType.Name, use, MostOwners)
                    && CSharpShapes.AroundOf(CSharpExpressions.TargetOf(use))?.DescendantNodes()
                        .OfType<IdentifierNameSyntax>().Any(other => other.Identifier.ValueText == member.Name) != true)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private LiteralExpressionSyntax Literal => host;

    private RunKind Kind => isFallback ? RunKind.Fallback : RunKind.Borrowed;
}
