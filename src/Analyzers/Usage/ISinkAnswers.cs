using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What the walk of a text asks of the code around it: by symbols in a tree that has a model, by syntax alone in all others.</summary>
/// <typeparam name="THolder">A variable, a member, a parameter or a method that holds a text or gives it back.</typeparam>
internal interface ISinkAnswers<THolder>
    where THolder : class
{
    /// <summary>Tells which holders are the same.</summary>
    public IEqualityComparer<THolder> Comparer { get; }

    /// <summary>
    /// True where symbols answer: then it counts that code changes the text, to give it back takes a step like any other holder, and what is
    /// found by it in a list is told from what takes it. By names no way is sure, and one that changes the text tells nothing of the others.
    /// </summary>
    public bool IsBySymbol { get; }

    /// <summary>The text or character that an expression stands for; null when that is not known.</summary>
    public string? ValueOf(ExpressionSyntax expression);

    /// <summary>What a declaration declares: a variable, a property, a method or a local function. Null for what is not followed.</summary>
    public THolder? HolderOf(SyntaxNode declaration);

    /// <summary>Where a holder's value is used. Asked once for each, which may tell more of the text than its uses.</summary>
    public IEnumerable<ExpressionSyntax> UsesOf(THolder holder, TextTrail trail);

    /// <summary>Looks at who takes the text for an argument.</summary>
    public void AddCall(SyntaxNode call, ArgumentSyntax argument, TextTrail trail);

    /// <summary>Looks at a method that is called on the text.</summary>
    public void AddReceiver(InvocationExpressionSyntax call, TextTrail trail);

    /// <summary>Looks at what the text is assigned to.</summary>
    public void AddTarget(ExpressionSyntax target, TextTrail trail);

    /// <summary>Looks at an attribute that the text is given to.</summary>
    public void AddAttribute(AttributeSyntax attribute, TextTrail trail);
}
