using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Ide.Tests.Engine;

/// <summary>A project of <c>samples/</c>, as the compiler's command line of its design-time build describes it (see the project file).</summary>
internal sealed class Sample
{
    private const int MostTries = 300;

    private static readonly ConcurrentDictionary<string, Sample> Known = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, SourceText> Texts = new(StringComparer.Ordinal);

    private readonly CSharpCommandLineArguments _arguments;
    private readonly ImmutableArray<MetadataReference> _references;

    private Sample(string name)
    {
        Name = name;
        Folder = Path.Combine(FindRoot(), "samples", name);
        _arguments = CSharpCommandLineParser.Default.Parse(["@" + Path.Combine(AppContext.BaseDirectory, name + ".rsp")], Folder, sdkDirectory: null);
        Assert.DoesNotContain(_arguments.Errors, error => error.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(_arguments.SourceFiles);
        _references = [.. _arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties))];
    }

    public string Name { get; }

    public string Folder { get; }

    /// <summary>The two dlls of the package that the sample's build has, as they lie beside the tests.</summary>
    public IEnumerable<string> Analyzers => _arguments.AnalyzerReferences
        .Select(reference => Path.GetFileName(reference.FilePath))
        .Where(name => name.StartsWith("DockerConnectionStrings.", StringComparison.Ordinal))
        .Select(name => Path.Combine(AppContext.BaseDirectory, "package", name));

    public static Sample Of(string name) => Known.GetOrAdd(name, static name => new Sample(name));

    public string PathOf(string file) => Path.GetFullPath(file, Folder);

    /// <summary>The project with its sources, additional files and analyzer config files, and without analyzers.</summary>
    public ProjectInfo ToProject()
    {
        var id = ProjectId.CreateNewId();
        return ProjectInfo.Create(id, VersionStamp.Default, Name, Name, LanguageNames.CSharp, filePath: PathOf(Name + ".csproj"))
            .WithCompilationOptions(_arguments.CompilationOptions)
            .WithParseOptions(_arguments.ParseOptions)
            .WithMetadataReferences(_references)
            .WithDocuments(_arguments.SourceFiles.Select(file => Document(id, file.Path)))
            .WithAdditionalDocuments(_arguments.AdditionalFiles.Select(file => Document(id, file.Path)))
            .WithAnalyzerConfigDocuments(_arguments.AnalyzerConfigPaths.Select(path => Document(id, path)));
    }

    private DocumentInfo Document(ProjectId project, string file)
    {
        var path = PathOf(file);
        return DocumentInfo.Create(
            DocumentId.CreateNewId(project), Path.GetFileName(path), filePath: path, loader: TextLoader.From(TextAndVersion.Create(Texts.GetOrAdd(path, Read), VersionStamp.Default, path)));
    }

    /// <summary>Waits for a file that a build writes anew: another test builds the sample as the README says, at the same time.</summary>
    private static SourceText Read(string path)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var stream = File.OpenRead(path);
                if (stream.Length > 0 || tries == MostTries)
                {
                    return SourceText.From(stream);
                }
            }
            catch (IOException) when (tries < MostTries)
            {
            }

            Thread.Sleep(100);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
