using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reports;

/// <summary>The action of a Docker file itself. Several projects see one file: those report it that it concerns.</summary>
internal static class DockerFileReport
{
    public static void Analyze(AdditionalFileAnalysisContext context, CompilationScope scope)
    {
        var file = context.AdditionalFile;
        if (!IsRead(file, scope) || scope.Project.ReportsFiles == false)
        {
            return;
        }

        // The file is parsed only where it may concern the project, and the others only when it is broken.
        if (MayConcern(file, scope) && ProblemsOf(file, scope) is [var problem, ..] && Concerns(file, scope)
            && file.GetText(context.CancellationToken) is { } text)
        {
            FileProblemReport.Report(context, text, problem, scope);
        }
    }

    /// <summary>
    /// A compose file, the <c>.env</c> beside one, and the <c>daemon.json</c> that a project lists. An environment file of another kind may
    /// be anybody's.
    /// </summary>
    private static bool IsRead(AdditionalText file, CompilationScope scope) => FileKinds.IsCompose(file.Path) || FileKinds.IsDaemon(file.Path)
        || (Paths.FileName(file.Path).Equals(".env", StringComparison.OrdinalIgnoreCase) && scope.Topology.HasComposeFileIn(FolderOf(file)));

    private static ImmutableArray<YamlProblem> ProblemsOf(AdditionalText file, CompilationScope scope) =>
        FileKinds.IsCompose(file.Path) ? scope.Topology.ComposeFileOf(file)?.Problems ?? ImmutableArray<YamlProblem>.Empty
        : file.GetText()?.ToString() is not { } text ? ImmutableArray<YamlProblem>.Empty
        : FileKinds.IsDaemon(file.Path) ? JsonReader.Read(text).Problems
        : EnvFileReader.Read(text).Problems;

    private static bool IsSettled(AdditionalText file, CompilationScope scope) =>
        scope.Project.ReportsFiles is not null || FileKinds.IsDaemon(file.Path) || Paths.AreEqual(FolderOf(file), scope.Project.Project.Folder);

    private static bool MayConcern(AdditionalText file, CompilationScope scope) => IsSettled(file, scope)
        || scope.Project.HasDriver
        || Names(file.GetText(), scope.Project.Project.Name) || Names(file.GetText(), Paths.FileName(scope.Project.Project.Folder));

    private static bool Concerns(AdditionalText file, CompilationScope scope)
    {
        if (IsSettled(file, scope))
        {
            return true;
        }

        // A file that is broken before its databases may offer any engine.
        var services = scope.Topology.OfFiles.Compositions.Where(composition => Paths.AreEqual(composition.Folder, FolderOf(file)))
            .SelectMany(static composition => composition.Services).ToArray();
        return services.Any(
            service => (service.Engine is { } engine && scope.Project.HasDriverOf(engine))
                || ProjectBuilds.Builds(scope.Project.Project, service, scope.Topology.OfFiles) == true)
            || (services.All(static service => service.Engine is null) && scope.Project.HasDriver);
    }

    private static string FolderOf(AdditionalText file) => Paths.Folder(Paths.Normalize(file.Path));

    private static bool Names(SourceText? text, string name) =>
        text is not null && name.Length > 0 && text.ToString().IndexOf(name, StringComparison.Ordinal) >= 0;
}
