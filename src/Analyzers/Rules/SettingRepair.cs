using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>
/// DKC990: a proxy in C#, where <c>dotnet format</c> and editors apply fixes, for a finding in a settings file that has a certain
/// repair. Hidden: as a warning it would make a plain <c>dotnet format</c> rewrite settings.
/// </summary>
internal static class SettingRepair
{
    public const string Id = "DKC990";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A setting has a finding with a certain repair",
        "{0}:{1} has {2}: {3}",
        DiagnosticSeverity.Hidden,
        "It stands for a finding in a settings file, at the code that reads the setting or else at the start of a C# file. "
        + "'dotnet format analyzers --severity hidden --diagnostics DKC990' repairs all settings files.");

    /// <summary>The proxy of a finding.</summary>
    /// <param name="finding">The finding, which has a certain repair.</param>
    /// <param name="place">Where it is shown.</param>
    /// <param name="file">The file as messages name it, and its text.</param>
    public static Finding For(Finding finding, Location place, (string Name, SourceText Text) file)
    {
        var format = finding.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        var message = string.Format(CultureInfo.InvariantCulture, format, finding.MessageArguments);
        var path = place.GetLineSpan().Path;
        var certain = InFile(finding.Repairs.Certain, place.SourceSpan, file.Text, path);
        var repair = new Repair($"Repair {file.Name}", $"{Id}|{finding.Descriptor.Id}", certain) { IsCertain = true };
        return new Finding(
            Descriptor,
            [file.Name, place.GetLineSpan().StartLinePosition.Line + 1, finding.Descriptor.Id, message],
            new Place(path, file.Text, place.SourceSpan),
            new OfferedRepairs(ImmutableArray.Create(repair)));
    }

    /// <summary>The edits in coordinates of the file. What is inserted behind a host goes with the edit of it, or with its characters.</summary>
    private static ImmutableArray<Edit> InFile(ImmutableArray<Edit> edits, TextSpan shown, SourceText text, string path)
    {
        var placed = ImmutableArray.CreateBuilder<Edit>();
        foreach (var edit in edits.Select(edit => edit.InFile(path, shown.Start)))
        {
            if (edit.OldText.Length > 0)
            {
                placed.Add(edit);
            }
            else if (placed.Count > 0 && placed[placed.Count - 1] is var last && last.Start + last.OldText.Length == edit.Start)
            {
                placed[placed.Count - 1] = last with { NewText = last.NewText + edit.NewText };
            }
            else
            {
                var insertion = Edit.Insertion(path, text, edit.Start, edit.NewText);
                placed.Add(edit.Start == shown.End ? insertion with { Before = text.ToString(shown) } : insertion);
            }
        }

        return placed.ToImmutable();
    }
}
