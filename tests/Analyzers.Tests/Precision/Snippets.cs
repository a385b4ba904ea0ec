using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>
/// Pieces of code of one theme. They lie in one project, each in a file and a namespace of its own: what one file says is no evidence
/// for another. A piece is a type (it begins with <c>class</c>), a member (it begins with a modifier, an attribute or a comment), else statements.
/// </summary>
/// <param name="Theme">What they have in common.</param>
/// <param name="Project">Where they lie.</param>
/// <param name="Codes">The pieces; marks as <see cref="Edits"/> reads them.</param>
internal sealed record Snippets(string Theme, TestProject Project, params string[] Codes)
{
    private const string Ambient = """
        global using System;
        global using System.Collections.Generic;
        global using System.Data.Common;
        global using System.Diagnostics;
        global using System.IO;
        global using System.Linq;
        global using System.Text.RegularExpressions;
        global using System.Threading.Tasks;
        global using DotNet.Testcontainers;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Logging;
        global using Xunit;

        internal abstract class Ambient
        {
            protected string password = "", user = "", host = "", database = "", name = "";
            protected string[] args = [];
            protected int port = 0, id = 0;
            protected IConfiguration configuration = null!;
            protected ILogger logger = null!;
            protected IServiceCollection services = null!;
            protected IContainer container = null!;
            protected DbContextOptionsBuilder options = null!;
            protected static void Use(object? value) { }
        }
        """;

    private static readonly string[] s_memberStarts = ["private ", "public ", "protected ", "internal ", "[", "//", "/*"];

    /// <summary>False for code that is being typed.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>True where a container's address would be repaired in another way: it tells the service, and a certificate never names it.</summary>
    public bool IsOfLocalhostOnly { get; init; }

    /// <summary>A second file of each piece, where the theme needs one: <c>%</c> divides the two.</summary>
    private const string Divider = "\n%\n";

    /// <summary>The same pieces with another host.</summary>
    public Snippets WithHost(string host) => this with
    {
        Theme = $"{Theme}, {host}",
        Codes = [.. Codes.Where(code => code.Contains("[|localhost|]", StringComparison.Ordinal)).Select(code => code.Replace("[|localhost|]", $"[|{host}|]", StringComparison.Ordinal))],
    };

    /// <summary>What is wrong: one line for each piece that is not reported and repaired exactly as its marks say.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync()
    {
        var project = Project.WithSource("Ambient.cs", Ambient);
        for (var i = 0; i < Codes.Length; i++)
        {
            project = Sources(i, marked => Edits.Parse(marked).Before).Aggregate(project, (all, source) => all.WithSource(source.Name, source.Text));
        }

        var before = project.ToSolution().Projects.Single();
        var wrong = new List<string>();
        if (IsComplete)
        {
            wrong.AddRange((await ErrorsAsync(before)).Select(error => $"does not compile: {error}"));
        }

        var diagnostics = (await TestProject.AnalyzeAsync(before)).Where(diagnostic => diagnostic.Location.IsInSource).ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath.Split('/')[^1]);
        var after = before;
        foreach (var ruleId in diagnostics.SelectMany(file => file).Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal))
        {
            after = (await TestProject.FixAllAsync(after, ruleId, FixAllScope.Project))?.Projects.Single() ?? after;
        }

        var left = (await TestProject.AnalyzeAsync(after)).Where(diagnostic => diagnostic.Location.IsInSource).ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath.Split('/')[^1]);
        for (var i = 0; i < Codes.Length; i++)
        {
            foreach (var (file, marked) in Sources(i, static marked => marked))
            {
                var edits = Edits.Parse(marked);
                var said = diagnostics[file].Select(diagnostic => $"{diagnostic.Id} {edits.Before.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}").ToArray();
                var expected = edits.Reported.Select(span => edits.Before.Substring(span.Start, span.Length)).Select(reported => $"{RuleOf(reported)} {reported}");
                var fixedText = await TestProject.TextOfAsync(after.Solution, file);
                if (!said.SequenceEqual(expected) || !diagnostics[file].Select(diagnostic => diagnostic.Location.SourceSpan).SequenceEqual(edits.Reported))
                {
                    wrong.Add($"{Codes[i]}\n    said {(said.Length == 0 ? "nothing" : string.Join(", ", said))}");
                }
                else if (fixedText != edits.After)
                {
                    wrong.Add($"{Codes[i]}\n    became {fixedText}");
                }
                else if (edits.IsRepaired && left[file].Any(diagnostic => !Verify.IsLeftToTheReader(diagnostic)))
                {
                    wrong.Add($"{Codes[i]}\n    is still reported after the fix");
                }
            }
        }

        return wrong;
    }

    private static string RuleOf(string reported) => reported switch
    {
        _ when reported.Contains("localhost:", StringComparison.OrdinalIgnoreCase) || reported.Contains("localhost,", StringComparison.OrdinalIgnoreCase) || reported.Contains("127.0.0.1", StringComparison.Ordinal) => "DKC009",
        _ when reported.StartsWith("172.", StringComparison.Ordinal) => ContainerAddress.Id,
        _ => LocalhostInMySql.Id,
    };

    private IEnumerable<(string Name, string Text)> Sources(int i, Func<string, string> read)
    {
        var parts = Codes[i].Split(Divider);
        for (var part = 0; part < parts.Length; part++)
        {
            yield return ($"Case{i:000}{(part == 0 ? "" : "Other")}.cs", read(ToSource(i, parts[part])));
        }
    }

    private static string ToSource(int i, string code) => $"namespace Case{i:000};\n\n" + code switch
    {
        _ when code.StartsWith("class ", StringComparison.Ordinal) || code.StartsWith("static class ", StringComparison.Ordinal) => code,
        _ when s_memberStarts.Any(start => code.StartsWith(start, StringComparison.Ordinal)) => $"internal sealed class C : Ambient\n{{\n{code}\n}}\n",
        _ => $"internal sealed class C : Ambient\n{{\nasync Task M()\n{{\n{code}\n}}\n}}\n",
    };

    private static async Task<ImmutableArray<string>> ErrorsAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        return [.. compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic} {diagnostic.Location.SourceTree?.ToString()}")];
    }
}
