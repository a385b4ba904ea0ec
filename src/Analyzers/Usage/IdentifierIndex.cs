using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What a tree says of names, read once and from syntax alone.</summary>
internal sealed class IdentifierIndex
{
    private readonly Dictionary<string, List<int>> _positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _containerVariables = new(StringComparer.Ordinal);

    private IdentifierIndex()
    {
    }

    public static IdentifierIndex Of(SyntaxTree tree)
    {
        var index = new IdentifierIndex();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case IdentifierNameSyntax identifier:
                    index.Add(identifier);
                    break;

                case ElementAccessExpressionSyntax { ArgumentList: { Arguments.Count: 1 } arguments } element when SettingReaders.MayRead(element):
                    Add(index._positions, ElementReads, arguments.SpanStart);
                    break;

                // A generic name is used as `IOptions<Settings>`; what it is given is an identifier of its own.
                case GenericNameSyntax generic when SettingReaders.IsReader(generic.Identifier.ValueText):
                    Add(index._positions, generic.Identifier.ValueText, generic.SpanStart);
                    break;

                case BaseTypeDeclarationSyntax declaration:
                    index.Declare(declaration.Identifier.ValueText);
                    break;

                case MethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 } method:
                    Add(index._methods, method.Identifier.ValueText, method.Identifier.SpanStart);
                    break;

                case LocalFunctionStatementSyntax { ParameterList.Parameters.Count: > 0 } function:
                    Add(index._methods, function.Identifier.ValueText, function.Identifier.SpanStart);
                    break;
            }
        }

        return index;
    }

    /// <summary>Stands for the expressions <c>configuration["Name"]</c>.</summary>
    public const string ElementReads = "[]";

    /// <summary>Source positions of all uses of a name, in the order of the file.</summary>
    public IReadOnlyList<int> UsesOf(string name) => _positions.TryGetValue(name, out var places) ? places : [];

    /// <summary>Source positions of the uses of a name within a span, in the order of the file.</summary>
    public IEnumerable<int> UsesOf(string name, TextSpan span)
    {
        if (!_positions.TryGetValue(name, out var places))
        {
            yield break;
        }

        var first = places.BinarySearch(span.Start);
        for (var i = first < 0 ? ~first : first; i < places.Count && places[i] < span.End; i++)
        {
            yield return places[i];
        }
    }

    /// <summary>Where methods and local functions with parameters are declared under a name: positions of that name, in the order of the file.</summary>
    public IReadOnlyList<int> MethodsNamed(string name) => _methods.TryGetValue(name, out var places) ? places : [];

    /// <summary>True when the tree uses the name at all.</summary>
    public bool Contains(string name) => _positions.ContainsKey(name);

    /// <summary>True when the tree declares a type of that name.</summary>
    public bool Declares(string type) => _types.Contains(type);

    /// <summary>True when some variable or method of that name is made from what Testcontainers decides at run time.</summary>
    public bool IsContainerVariable(string name) => _containerVariables.Contains(name);

    /// <summary>A type's own file names it, though it need not use it.</summary>
    private void Declare(string type)
    {
        _types.Add(type);
        if (!_positions.ContainsKey(type))
        {
            _positions.Add(type, []);
        }
    }

    private void Add(IdentifierNameSyntax identifier)
    {
        var name = identifier.Identifier.ValueText;
        Add(_positions, name, identifier.SpanStart);
        if (Testcontainers.IsMember(name) && VariableMadeFrom(identifier) is { } variable)
        {
            _containerVariables.Add(variable);
        }
    }

    private static void Add(Dictionary<string, List<int>> positions, string name, int position)
    {
        if (!positions.TryGetValue(name, out var places))
        {
            positions.Add(name, places = []);
        }

        places.Add(position);
    }

    private static string? VariableMadeFrom(IdentifierNameSyntax identifier) =>
        identifier.FirstAncestorOrSelf<SyntaxNode>(
            static node => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax or AssignmentExpressionSyntax or MethodDeclarationSyntax
                or LocalFunctionStatementSyntax) switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left } => left.Name.Identifier.ValueText,
            _ => null,
        };
}
