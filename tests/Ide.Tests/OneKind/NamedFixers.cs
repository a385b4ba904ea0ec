using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Ide.Tests.OneKind;

/// <summary>One action for a rule in C# and a rule in an additional file, named after the kinds of documents that the provider is exported for.</summary>
public abstract class NamedFixer(string kinds) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DKC001", "DKC900"];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.TextDocument.Project.Solution;
        context.RegisterCodeFix(CodeAction.Create(kinds, _ => Task.FromResult(solution), kinds), context.Diagnostics);
        return Task.CompletedTask;
    }
}

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CodeFixer), DocumentKinds = ["Document"])]
public sealed class CodeFixer() : NamedFixer("code");

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AdditionalFixer), DocumentKinds = ["AdditionalDocument"])]
public sealed class AdditionalFixer() : NamedFixer("additional");

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BothFixer), DocumentKinds = ["Document", "AdditionalDocument"])]
public sealed class BothFixer() : NamedFixer("both");
