using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What holds a text, as far as names tell.</summary>
/// <param name="Scope">Where its name is used by itself; null for a member of another type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type whose member it is; null for a local or a parameter.</param>
/// <param name="Method">The method or constructor, when it is one: several may share a name.</param>
internal sealed record SyntacticHolder(SyntaxNode? Scope, string Name, string? Type, SyntaxNode? Method = null);

/// <summary>
/// Which sinks a member or parameter reaches in the other files of a compilation, by syntax alone: a second semantic model
/// would be asked for by every keystroke.
/// </summary>
/// <param name="trees">The trees of the compilation.</param>
/// <param name="ownTree">The tree that symbols have answered for; null when none has.</param>
/// <param name="settings">Where the trees read settings.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class SyntacticSinks(CSharpTrees trees, SyntaxTree? ownTree, SettingReads settings, CancellationToken cancellationToken)
    : ISinkAnswers<SyntacticHolder>
{
    /// <summary>A name that other files use more often is not followed.</summary>
    private const int MostUses = 200;

    private readonly List<Search> _searches = [];

    /// <summary>The trees whose uses of a member have been looked at.</summary>
    private readonly HashSet<(SyntaxNode Root, string Type, string Member)> _known = [];

    private CSharpUses _uses = new(byNames: true);
    private CSharpTextWalk<SyntacticHolder>? _walk;

    /// <summary>What the code that was looked at searches for in the text, as far as that is known.</summary>
    public IReadOnlyList<Search> Searches => _searches;

    IEqualityComparer<SyntacticHolder> ISinkAnswers<SyntacticHolder>.Comparer => EqualityComparer<SyntacticHolder>.Default;

    bool ISinkAnswers<SyntacticHolder>.IsBySymbol => false;

    /// <summary>
    /// The sinks of a setting in every file: of what reads it by its key, of options that are filled from its section, and of what is given
    /// its name.
    /// </summary>
    /// <param name="key">Its key: <c>ConnectionStrings:Shop</c>.</param>
    public IEnumerable<Sink> OfSetting(string key) => Walked(walk =>
    {
        foreach (var read in settings.Reads(key, cancellationToken))
        {
            walk.Consume(read, TextTrail.Start);
        }

        foreach (var call in SettingKey.ConnectionNameIn(key) is { } name ? settings.CallsWith(name, cancellationToken) : [])
        {
            var (type, member) = CSharpShapes.NamesOf(call);
            _uses.Add(SinkKind.Argument, TextTrail.Start, null, type, member);
        }

        foreach (var (type, section) in settings.BoundAround(key, cancellationToken).Take(MostUses))
        {
            foreach (var read in OptionReads(type, section, key))
            {
                walk.Consume(read, TextTrail.Start);
            }
        }
    });

    /// <summary>The sinks of a text of any tree.</summary>
    public IEnumerable<Sink> OfText(ExpressionSyntax text) => Walked(walk => walk.Consume(text, TextTrail.Start));

    /// <summary>The sinks of a field, property, constant or method outside of its own file.</summary>
    public IEnumerable<Sink> OfMember(ISymbol member, TextTrail trail) =>
        Walked(walk => walk.Follow(new SyntacticHolder(null, member.Name, member.ContainingType?.Name ?? ""), trail with { Hops = -1 }));

    /// <summary>The sinks of a parameter that is declared in another file, fields of its type included.</summary>
    /// <returns>The sinks, and what the method makes of the parameter when it gives it back; else null.</returns>
    public (IEnumerable<Sink> Sinks, TextTrail? GivenBack) OfParameter(IParameterSymbol parameter, TextTrail trail)
    {
        TextTrail? given = null;
        var sinks = Walked(walk =>
        {
            foreach (var reference in parameter.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is ParameterSyntax declared && CalleeOf(declared) is { } callee)
                {
                    walk.Enter(callee, HolderOf(declared, callee), null, trail with { Hops = -1 });
                    given = walk.GivenBackBy(callee) ?? given;
                }
            }
        });
        return (sinks, given);
    }

    private Sink[] Walked(Action<CSharpTextWalk<SyntacticHolder>> begin)
    {
        _known.Clear();
        _uses = new CSharpUses(byNames: true);
        _walk = new CSharpTextWalk<SyntacticHolder>(this, _uses, cancellationToken);
        begin(_walk);
        _searches.AddRange(_uses.Searches);
        return _uses.Sinks.ToArray();
    }

    /// <summary>Where code reads a property of options that are filled from a section, or of what such a property holds.</summary>
    private IEnumerable<IdentifierNameSyntax> OptionReads(string type, string section, string key)
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
                if (root.FindToken(position).Parent is IdentifierNameSyntax use && (holder is null ? SyntacticTypes.MayDeclare(type, use) : IsOfPart(use)))
                {
                    yield return use;
                }
            }
        }

        bool IsOfPart(IdentifierNameSyntax use) =>
            use.Parent is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax nested } }
            && nested.Identifier.ValueText == holder && SyntacticTypes.MayDeclare(type, nested);
    }

    /// <summary>
    /// The text or character that an expression stands for: a variable of its file with one value, or a text of another type; null for any
    /// other.
    /// </summary>
    public string? ValueOf(ExpressionSyntax expression) => new CSharpConstants(cancellationToken).ValueOf(expression)
        ?? (expression is MemberAccessExpressionSyntax ? settings.ValueOf(expression, cancellationToken) : null);

    SyntacticHolder? ISinkAnswers<SyntacticHolder>.HolderOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => HolderAt(variable.Identifier.ValueText, variable),
        PropertyDeclarationSyntax property => HolderAt(property.Identifier.ValueText, property),
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => MethodAt(declaration),
        _ => null,
    };

    /// <summary>What a name stands for at a place. A local is used in its own member, a field in its type; the name tells which it is well enough.</summary>
    private SyntacticHolder HolderAt(string name, SyntaxNode place)
    {
        var isLocal = place is LocalFunctionStatementSyntax || place.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not null;
        SyntaxNode? scope = isLocal ? place.FirstAncestorOrSelf<MemberDeclarationSyntax>() : place.FirstAncestorOrSelf<TypeDeclarationSyntax>();

        // The statements of a program are one member.
        scope = scope is GlobalStatementSyntax or null ? place.SyntaxTree.GetRoot(cancellationToken) : scope;
        return new SyntacticHolder(scope, name, isLocal ? null : (scope as TypeDeclarationSyntax)?.Identifier.ValueText);
    }

    private SyntacticHolder MethodAt(SyntaxNode method) => HolderAt(CSharpShapes.NameOfGiver(method), method) with { Method = method };

    /// <summary>What declares a parameter: a method, a constructor, or a type.</summary>
    private SyntacticHolder? CalleeOf(ParameterSyntax parameter) => parameter.Parent?.Parent is { } callee ? MethodAt(callee) : null;

    /// <summary>A parameter of a record is a property as well.</summary>
    private static SyntacticHolder HolderOf(ParameterSyntax parameter, SyntacticHolder callee) =>
        new(callee.Method, parameter.Identifier.ValueText, (callee.Method as RecordDeclarationSyntax)?.Identifier.ValueText);

    IEnumerable<ExpressionSyntax> ISinkAnswers<SyntacticHolder>.UsesOf(SyntacticHolder holder, TextTrail trail)
    {
        var uses = new List<ExpressionSyntax>();
        if (holder.Scope is { } scope)
        {
            var root = scope.SyntaxTree.GetRoot(cancellationToken);
            uses.AddRange(trees.NamesOf(scope.SyntaxTree).UsesOf(holder.Name, scope.FullSpan).Take(MostUses)
                .Select(position => root.FindToken(position).Parent)
                .OfType<IdentifierNameSyntax>()
                .Where(use => !IsInDeclaration(use)));
        }

        if (holder.Type is { } type)
        {
            // Of a parameter only the record itself is its scope.
            var isParameter = (holder.Scope as RecordDeclarationSyntax)?.ParameterList?.Parameters.Any(one => one.Identifier.ValueText == holder.Name) == true;
            AddUses(uses, type, holder.Name, isParameter ? null : holder.Scope?.SyntaxTree);
        }

        return uses;

        // `string text = options.text`: what it is made from.
        bool IsInDeclaration(IdentifierNameSyntax use) => use.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } variable
            && variable.Identifier.ValueText == holder.Name && HolderAt(holder.Name, variable).Scope == holder.Scope;
    }

    /// <summary>Adds the uses of a member in all trees but one.</summary>
    private void AddUses(List<ExpressionSyntax> uses, string type, string member, SyntaxTree? except)
    {
        var most = uses.Count + MostUses;
        foreach (var (tree, names) in trees.Naming(type))
        {
            if (tree == except || tree == ownTree || !names.Contains(member))
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            foreach (var position in _known.Add((root, type, member)) ? names.UsesOf(member) : [])
            {
                if (uses.Count == most)
                {
                    return;
                }

                if (root.FindToken(position).Parent is IdentifierNameSyntax use && SyntacticTypes.MayDeclare(type, use))
                {
                    uses.Add(use);
                }
            }
        }
    }

    /// <summary>Looks into the user's own methods and constructors that take the argument.</summary>
    void ISinkAnswers<SyntacticHolder>.AddCall(SyntaxNode call, ArgumentSyntax argument, TextTrail trail)
    {
        var before = _uses.Count;
        foreach (var parameter in trail.Hops < TextTrail.MostHops ? CSharpCallees.ParametersOf(argument, trees, cancellationToken) : [])
        {
            if (CalleeOf(parameter) is { } callee)
            {
                _walk!.Enter(callee, HolderOf(parameter, callee), call, trail);
            }
        }

        var (type, member) = CSharpShapes.NamesOf(call);
        _uses.Add(SinkKind.Argument, trail, null, type, member, isOfSource: _uses.Count > before);
    }

    void ISinkAnswers<SyntacticHolder>.AddReceiver(InvocationExpressionSyntax call, TextTrail trail)
    {
    }

    void ISinkAnswers<SyntacticHolder>.AddAttribute(AttributeSyntax attribute, TextTrail trail)
    {
    }

    void ISinkAnswers<SyntacticHolder>.AddTarget(ExpressionSyntax target, TextTrail trail)
    {
        var name = CSharpExpressions.NameOf(target) ?? "";
        if (CSharpShapes.ReceiverOf(target) is { } receiver and not ThisExpressionSyntax)
        {
            var type = SyntacticTypes.TypeOf(receiver);
            if (type is not null)
            {
                _uses.Add(SinkKind.Argument, trail, null, type, name);
            }

            // A static property, or a property of options.
            if (name.Length > 0 && (type ?? (receiver as IdentifierNameSyntax)?.Identifier.ValueText) is { } holder)
            {
                _walk!.Follow(new SyntacticHolder(null, name, holder), trail);
            }
        }
        else if (target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
        {
            _walk!.Follow(HolderAt(name, target), trail);
        }
    }
}
