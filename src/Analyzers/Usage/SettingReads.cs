using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of where code reads a setting, by syntax alone (.NET, "Configuration in .NET").</summary>
/// <remarks>Keys are compared without case, and <c>__</c> is <c>:</c>.</remarks>
/// <param name="trees">The trees of the compilation.</param>
internal sealed class SettingReads(CSharpTrees trees)
{
    /// <summary>Sections and constants that stand for one another.</summary>
    private const int MostSteps = 8;

    /// <summary>Names of methods and properties that a read begins or ends with.</summary>
    private static readonly string[] s_readers = ["GetConnectionString", "GetValue", "GetEnvironmentVariable", "Value", "Get", "GetString"];

    private static readonly string[] s_sections = ["GetSection", "GetRequiredSection"];

    /// <summary>One of these stands in each file that names a configuration, a section or a connection string by its usual words.</summary>
    private static readonly string[] s_wordsOfSections =
        ["onfig", "CONFIG", "cfg", "Cfg", "section", "Section", "ettings", "onnectionString", "onnectionstrings"];

    /// <summary>One of these stands in each file that reads a setting.</summary>
    private static readonly string[] s_wordsOfReads = [.. s_wordsOfSections, "GetEnvironmentVariable", "GetString"];

    /// <summary>One of these stands in each file that fills options.</summary>
    private static readonly string[] s_wordsOfBinders = [.. s_wordsOfSections, "AddOptions", "Bind"];

    /// <summary>Keys are often among them.</summary>
    private readonly SyntacticConstants _constants = new(trees);

    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, ExpressionSyntax>> _readsOf = new();

    // What all trees do, looked for once: there may be many settings and many trees. Several threads may do so at once, with the same result.
    private ILookup<string, ExpressionSyntax>? _reads;
    private ILookup<string, InvocationExpressionSyntax>? _callsWith;
    private ILookup<string, (string Type, string Section)>? _bound;

    /// <summary>The expressions of a tree whose value is that of a setting.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="names">Its names.</param>
    /// <param name="key">The setting's key: <c>ConnectionStrings:Shop</c>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IEnumerable<ExpressionSyntax> In(SyntaxTree tree, IdentifierIndex names, string key, CancellationToken cancellationToken) =>
        ReadsOf(tree, names, cancellationToken)[SettingKey.Normalize(key)];

    private ILookup<string, ExpressionSyntax> ReadsOf(SyntaxTree tree, IdentifierIndex names, CancellationToken cancellationToken) =>
        _readsOf.GetOrAdd(tree, _ => AllIn(tree, names, cancellationToken)
            .ToLookup(static read => SettingKey.Normalize(read.Key), static read => read.Read, StringComparer.OrdinalIgnoreCase));

    /// <summary>The expressions of all trees whose value is that of a setting.</summary>
    public IEnumerable<ExpressionSyntax> Reads(string key, CancellationToken cancellationToken)
    {
        _reads ??= trees.NamesHolding(s_wordsOfReads)
            .SelectMany(tree => ReadsOf(tree.Tree, tree.Names, cancellationToken))
            .SelectMany(static reads => reads, static (reads, read) => (reads.Key, Read: read))
            .ToLookup(static read => read.Key, static read => read.Read, StringComparer.OrdinalIgnoreCase);
        return _reads[SettingKey.Normalize(key)];
    }

    /// <summary>The calls that hand a connection string's name to a library.</summary>
    public IEnumerable<InvocationExpressionSyntax> CallsWith(string connectionName, CancellationToken cancellationToken)
    {
        _callsWith ??= trees.NamesHolding(SettingReaders.TakersOfNames)
            .SelectMany(tree => CallsIn(tree.Tree, tree.Names, cancellationToken))
            .ToLookup(static call => call.Name, static call => call.Call, StringComparer.OrdinalIgnoreCase);
        return _callsWith[connectionName];
    }

    /// <summary>The types that code fills from a section that a setting lies in or one below it, with the section's key.</summary>
    public IEnumerable<(string Type, string Section)> BoundAround(string key, CancellationToken cancellationToken)
    {
        _bound ??= trees.NamesHolding(s_wordsOfBinders)
            .SelectMany(tree => BoundIn(tree.Tree, tree.Names, cancellationToken))
            .Distinct()
            .ToLookup(static bound => SettingKey.Normalize(bound.Section), StringComparer.OrdinalIgnoreCase);
        var parent = SettingKey.ParentOf(SettingKey.Normalize(key));
        return parent is null ? [] : SettingKey.ParentOf(parent) is { } outer ? _bound[parent].Concat(_bound[outer]) : _bound[parent];
    }

    private IEnumerable<(string Key, ExpressionSyntax Read)> AllIn(SyntaxTree tree, IdentifierIndex names, CancellationToken cancellationToken)
    {
        SyntaxNode? root = null;
        foreach (var name in s_readers.Append(IdentifierIndex.ElementReads))
        {
            foreach (var position in names.UsesOf(name))
            {
                cancellationToken.ThrowIfCancellationRequested();
                root ??= tree.GetRoot(cancellationToken);
                if (ReadAt(root.FindToken(position).Parent, name) is { } read && KeyOf(read, cancellationToken) is { } key)
                {
                    yield return (key, WithText(read));
                }
            }
        }
    }

    private IEnumerable<(string Name, InvocationExpressionSyntax Call)> CallsIn(SyntaxTree tree, IdentifierIndex names, CancellationToken cancellationToken)
    {
        foreach (var taker in SettingReaders.TakersOfNames)
        {
            foreach (var position in names.UsesOf(taker))
            {
                if (tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()
                        is { ArgumentList.Arguments: [{ Expression: var first }, ..] } call
                    && TextOf(first, cancellationToken) is { Length: > 0 } name)
                {
                    yield return (name, call);
                }
            }
        }
    }

    /// <summary>The types that a tree fills from a section: <c>Configure&lt;DbOptions&gt;(configuration.GetSection("Database"))</c>.</summary>
    private IEnumerable<(string Type, string Section)> BoundIn(SyntaxTree tree, IdentifierIndex names, CancellationToken cancellationToken)
    {
        foreach (var binder in SettingReaders.Binders)
        {
            foreach (var position in names.UsesOf(binder))
            {
                if (tree.GetRoot(cancellationToken).FindToken(position).Parent is GenericNameSyntax { TypeArgumentList.Arguments: [var type] } name
                    && CSharpShapes.NameOf(type) is { } bound && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                    && SectionBoundBy(call, binder, cancellationToken) is { } section)
                {
                    yield return (bound, section);
                }
            }
        }

        // `configuration.GetSection("Database").Bind(options)`.
        foreach (var position in names.UsesOf("Bind"))
        {
            if (tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()
                is { ArgumentList.Arguments: [.., { Expression: IdentifierNameSyntax options }] } call
                && CSharpShapes.CalledOn(call) is { } receiver && SectionOf(receiver, MostSteps, cancellationToken) is { } section
                && SyntacticTypes.TypeOf(options) is { } type)
            {
                yield return (type, section);
            }
        }
    }

    private string? SectionBoundBy(InvocationExpressionSyntax call, string binder, CancellationToken cancellationToken)
    {
        switch (binder)
        {
            case "Configure":
                return call.ArgumentList.Arguments.Select(static argument => argument.Expression)
                    .Where(static argument => argument is not AnonymousFunctionExpressionSyntax)
                    .Select(argument => SectionOf(argument, MostSteps, cancellationToken)).FirstOrDefault(static section => section is not null);
            case "Get":
                return CSharpShapes.CalledOn(call) is { } receiver ? SectionOf(receiver, MostSteps, cancellationToken) : null;
        }

        // `AddOptions<T>().Bind(section)`, `.BindConfiguration("Database")`, with other calls between them.
        for (var next = call; next.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access; next = outer)
        {
            switch (access.Name.Identifier.ValueText)
            {
                case "BindConfiguration" when outer.ArgumentList.Arguments is [{ Expression: var path }, ..]:
                    return TextOf(path, cancellationToken);
                case "Bind" when outer.ArgumentList.Arguments is [{ Expression: var section }, ..]:
                    return SectionOf(section, MostSteps, cancellationToken);
            }
        }

        return null;
    }

    private static ExpressionSyntax? ReadAt(SyntaxNode? node, string name) => name switch
    {
        IdentifierIndex.ElementReads => node?.FirstAncestorOrSelf<ElementAccessExpressionSyntax>(),
        "Value" => node is IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } && access.Name == node ? access : null,
        _ => node?.FirstAncestorOrSelf<InvocationExpressionSyntax>(),
    };

    /// <summary>.NET Framework's settings hold their text in a property.</summary>
    private static ExpressionSyntax WithText(ExpressionSyntax read) => read.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionString" } access => access,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "ConnectionString" } } access => access,
        _ => read,
    };

    /// <summary>The key that an expression reads, or null.</summary>
    private string? KeyOf(ExpressionSyntax read, CancellationToken cancellationToken)
    {
        switch (read)
        {
            case InvocationExpressionSyntax call:
                var arguments = call.ArgumentList.Arguments;
                switch (CSharpShapes.NamesOf(call).Member)
                {
                    // Also as a static method: `ConfigurationExtensions.GetConnectionString(configuration, "Shop")`.
                    case "GetConnectionString"
                        when arguments.Select(argument => TextOf(argument.Expression, cancellationToken)).FirstOrDefault(static text => text.Length > 0)
                            is { } name:
                        return SettingKey.ConnectionSection + name;
                    case "Get" when IsOfText(call) && CSharpShapes.CalledOn(call) is { } bound
                        && SectionOf(bound, MostSteps, cancellationToken) is { Length: > 0 } whole:
                        return whole;

                    // A library for environment files: `Env.GetString("SHOP")`.
                    case "GetString" when arguments is [{ Expression: var loaded }, ..] && CSharpShapes.CalledOn(call) is { } library
                        && SettingReaders.NameOf(library) == "Env":
                        return TextOf(loaded, cancellationToken);
                    case "GetEnvironmentVariable" when arguments is [{ Expression: var variable }, ..]:
                        return TextOf(variable, cancellationToken);
                    case "GetValue" when arguments.Select(argument => TextOf(argument.Expression, cancellationToken))
                        .FirstOrDefault(static text => text.Length > 0) is { } path && CSharpShapes.CalledOn(call) is { } receiver:
                        return Within(receiver, path, cancellationToken);
                }

                return null;

            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } element
                when TextOf(index, cancellationToken) is { Length: > 0 } path:
                return element.Expression switch
                {
                    MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionStrings" } => SettingKey.ConnectionSection + path,
                    MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AppSettings" } => path,
                    var receiver => Within(receiver, path, cancellationToken) ?? (SettingReaders.IsOfConnection(path) ? path : null),
                };

            // Most that have a value are no sections.
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } access
                when access.Expression is InvocationExpressionSyntax || SettingReaders.IsConfiguration(access.Expression):
                return SectionOf(access.Expression, MostSteps, cancellationToken) is { Length: > 0 } section ? section : null;

            default:
                return null;
        }
    }

    private string? Within(ExpressionSyntax configuration, string path, CancellationToken cancellationToken) =>
        SectionOf(configuration, MostSteps, cancellationToken) switch
        {
            null => null,
            "" => path,
            var section => section + SettingKey.Delimiter + path,
        };

    /// <summary>The section that an expression stands for: empty for a whole configuration, null for what may be none.</summary>
    private string? SectionOf(ExpressionSyntax expression, int steps, CancellationToken cancellationToken)
    {
        switch (expression)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var path }] } call
                when s_sections.Contains(CSharpShapes.NamesOf(call).Member):
                return steps > 0 && CSharpShapes.CalledOn(call) is { } receiver && SectionOf(receiver, steps - 1, cancellationToken) is { } outer
                    && TextOf(path, cancellationToken) is { Length: > 0 } own ? (outer.Length == 0 ? own : outer + SettingKey.Delimiter + own) : null;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return SectionOf(suppressed.Operand, steps, cancellationToken);
            case ParenthesizedExpressionSyntax parenthesized:
                return SectionOf(parenthesized.Expression, steps, cancellationToken);
            case IdentifierNameSyntax variable
                when steps > 0 && SyntacticTypes.ValueOf(variable) is InvocationExpressionSyntax made && s_sections.Contains(CSharpShapes.NamesOf(made).Member):
                return SectionOf(made, steps - 1, cancellationToken);
            default:
                // Of a section that is made elsewhere the key is not known.
                return SettingReaders.IsConfiguration(expression)
                    && SettingReaders.NameOf(expression)!.IndexOf("section", StringComparison.OrdinalIgnoreCase) < 0 ? "" : null;
        }
    }

    /// <summary>The text that an expression stands for, also in another type; null for any other.</summary>
    public string? ValueOf(ExpressionSyntax expression, CancellationToken cancellationToken) =>
        TextOf(expression, cancellationToken) is { Length: > 0 } text ? text : null;

    /// <summary>
    /// The text of a literal, of literals joined by <c>+</c>, of <c>nameof</c>, and of a constant or variable that is made from one; empty
    /// for any other.
    /// </summary>
    private string TextOf(ExpressionSyntax expression, CancellationToken cancellationToken, int steps = MostSteps) => expression switch
    {
        _ when steps == 0 => "",
        LiteralExpressionSyntax { Token.Value: string text } => text,
        InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
            ArgumentList.Arguments: [{ Expression: var named }]
        } => SettingReaders.NameOf(named) ?? "",
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            TextOf(sum.Left, cancellationToken, steps - 1) is { Length: > 0 } left && TextOf(sum.Right, cancellationToken, steps - 1) is { Length: > 0 } right
                ? left + right : "",
        IdentifierNameSyntax variable when SyntacticTypes.ValueOf(variable) is { } value => TextOf(value, cancellationToken, steps - 1),
        MemberAccessExpressionSyntax access when SettingReaders.NameOf(access.Expression) is { } type =>
            _constants.ValueOf(type, access.Name.Identifier.ValueText, cancellationToken),
        _ => "",
    };

    /// <summary>True for <c>Get&lt;string&gt;()</c>.</summary>
    private static bool IsOfText(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax
    {
        Name: GenericNameSyntax { TypeArgumentList.Arguments: [PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } or NullableTypeSyntax] },
    };
}
