using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Model;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Started;

/// <summary>The containers that a file's own code starts: <c>docker run</c> and Testcontainers. Read from syntax alone, once per tree.</summary>
internal static class CSharpStartedContainers
{
    private const string BuilderSuffix = "Builder";

    private static readonly string[] s_programs = ["docker", "podman"];

    /// <summary>The containers, in the order of the file; none for nearly every file, after a look at its text.</summary>
    public static ImmutableArray<DockerService> In(SyntaxTree tree)
    {
        var source = tree.GetText();
        var (mayRun, mayBuild) = (source.HoldsAny(s_programs), MayBuild(source));
        if (!mayRun && !mayBuild)
        {
            return ImmutableArray<DockerService>.Empty;
        }

        var constants = new CSharpConstants(CancellationToken.None);
        var programs = new CSharpStartedPrograms(MentionsProgram, constants);
        var services = new List<DockerService>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (mayRun)
            {
                programs.Visit(node);
            }

            if (mayBuild && node is BaseObjectCreationExpressionSyntax creation
                && CSharpBuilders.ReadChain(creation, ContainerBuilderReader.IsBuilder, constants) is { } chain
                && ContainerBuilderReader.ReadService(chain, tree.FilePath, source) is { } built)
            {
                services.Add(built);
            }
        }

        services.AddRange(programs.Finish().SelectMany(command => DockerRun.Read(command, tree.FilePath, source)));

        // A line may be read by itself and as an argument of a shell.
        return services.GroupBy(static service => (service.Place.Span, service.Name)).Select(static same => same.First())
            .OrderBy(static service => service.Place.Span.Start).ToImmutableArray();
    }

    /// <summary>True when a file may name a builder. It is looked into by words first: most files are never walked.</summary>
    private static bool MayBuild(SourceText source)
    {
        if (!source.HoldsAny(BuilderSuffix))
        {
            return false;
        }

        var text = source.ToString();
        for (var i = text.IndexOf(BuilderSuffix, StringComparison.Ordinal); i >= 0; i = text.IndexOf(BuilderSuffix, i + 1, StringComparison.Ordinal))
        {
            var start = i;
            while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            // A variable, like `modelBuilder` in every migration, is no type.
            if (char.IsUpper(text[start]) && ContainerBuilderReader.IsBuilder(text.Substring(start, i + BuilderSuffix.Length - start)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionsProgram(string text) => s_programs.Any(program => text.IndexOf(program, StringComparison.Ordinal) >= 0);
}
