using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>The properties that the package's targets make visible to the analyzer.</summary>
internal sealed class BuildProperties : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Global();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None.Instance;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None.Instance;

    private sealed class Global : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.DockerConnectionStringsProjectFile" ? GeneratedProject.Folder + "/App.csproj" : null;
            return value is not null;
        }
    }

    private sealed class None : AnalyzerConfigOptions
    {
        public static readonly None Instance = new();

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }
    }
}
