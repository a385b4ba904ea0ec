using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Topology;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers;

/// <summary>The action of a Docker file itself. Several projects see one file: those report it that it concerns.</summary>
internal static class DockerFileReport
{
    /// <summary>Decides which projects report: <c>true</c> or <c>false</c>; the targets say <c>false</c> for all target frameworks but the first.</summary>
    private const string ReportProperty = "DockerConnectionStringsReportDockerFiles";

    public static void Analyze(AdditionalFileAnalysisContext context, CompilationScope scope)
    {
        if (!FileKinds.IsCompose(context.AdditionalFile.Path)
            || !Concerns(context.AdditionalFile, scope)
            || scope.ComposeFileOf(context.AdditionalFile) is not { Problems.IsEmpty: false } file)
        {
            return;
        }

        var problem = file.Problems[0];
        var line = file.Text.Lines.GetLineFromPosition(Math.Min(problem.Position, file.Text.Length));
        var span = TextSpan.FromBounds(Math.Min(problem.Position, line.End), line.End);
        context.ReportDiagnostic(Diagnostic.Create(
            UnreadableFile.Descriptor,
            Location.Create(file.Path, span, file.Text.Lines.GetLinePositionSpan(span)),
            UnreadableFile.ArgumentsFor(Paths.FileName(file.Path), line.LineNumber + 1, problem.Reason)));
    }

    private static bool Concerns(AdditionalText file, CompilationScope scope)
    {
        if (scope.Property(ReportProperty) is { } decided)
        {
            return decided.Equals("true", StringComparison.OrdinalIgnoreCase);
        }

        var folder = scope.Project.Folder;
        if (Paths.AreEqual(Paths.Folder(Paths.Normalize(file.Path)), folder))
        {
            return true;
        }

        bool HasDriverOf(Engine engine) => scope.References.Overlaps(engine.Assemblies);

        // The file is parsed only where it may concern the project.
        if (!EngineTable.All.Any(HasDriverOf) && !Names(file.GetText(), scope.Project.Name) && !Names(file.GetText(), Paths.FileName(folder)))
        {
            return false;
        }

        // A file that is broken before its databases may offer any engine.
        var services = scope.Topology.Compositions.Where(composition => composition.Files.Any(one => one.Path == file.Path)).SelectMany(static composition => composition.Services).ToArray();
        return services.Any(service => (service.Engine is { } engine && HasDriverOf(engine)) || ProjectBuilds.Builds(scope.Project, service, scope.Topology) == true)
            || (services.All(static service => service.Engine is null) && EngineTable.All.Any(HasDriverOf));
    }

    private static bool Names(SourceText? text, string name) => text is not null && name.Length > 0 && text.ToString().IndexOf(name, StringComparison.Ordinal) >= 0;
}
