using DockerConnectionStrings.Analyzers.Engines;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The names by which code reads settings (.NET, "Configuration in .NET").</summary>
internal static class SettingReaders
{
    /// <summary>Generic methods that fill options from a section.</summary>
    public static readonly string[] Binders = ["Configure", "Get", "AddOptions"];

    /// <summary>Extension methods of libraries that are given a connection string's name.</summary>
    public static readonly string[] TakersOfNames = [.. EngineTable.TakersOfNames];

    /// <summary>What the names of configurations hold, and of their sections.</summary>
    private static readonly string[] s_configurations = ["config", "cfg", "section", "settings"];

    /// <summary>Asked of every generic name of a compilation.</summary>
    private static readonly HashSet<string> s_generic = new(Binders.Concat(TakersOfNames).Append("GetValue"), StringComparer.Ordinal);

    /// <summary>True for the name of a method that is looked for here and that code may give type arguments.</summary>
    public static bool IsReader(string method) => s_generic.Contains(method);

    /// <summary>True for <c>x["key"]</c> that may read a setting: x is called like a configuration, or the key is that of a connection string.</summary>
    public static bool MayRead(ElementAccessExpressionSyntax element) =>
        IsConfiguration(element.Expression)
            || (element.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string key } && IsOfConnection(key));

    public static bool IsOfConnection(string key) => key.StartsWith(SettingKey.ConnectionSection, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the name of a configuration, by which a dictionary of another kind is told from it.</summary>
    public static bool IsConfiguration(ExpressionSyntax receiver)
    {
        if (NameOf(receiver) is not { } name)
        {
            return false;
        }

        // Asked of every element access of a compilation: it captures nothing.
        foreach (var word in s_configurations)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return name == "ConnectionStrings";
    }

    public static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax suppressed => NameOf(suppressed.Operand),
        InvocationExpressionSyntax call => CSharpShapes.NamesOf(call).Member,
        _ => null,
    };
}
