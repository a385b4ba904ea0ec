using DockerConnectionStrings.Analyzers.Settings;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What a text says as the kind of file that it was asked for. Roslyn keeps it as long as the text.</summary>
internal sealed class ParsedSettings(SourceText text)
{
    private SettingsFile? _file;

    public SettingsFile As(SettingsKind kind)
    {
        var file = _file;
        return file?.Kind == kind ? file
            : _file = text.Length > SettingsFile.MostCharacters ? SettingsFile.TooLong(kind) : SettingsFile.Read(kind, text.ToString());
    }
}
