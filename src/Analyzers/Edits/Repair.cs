using System.Collections.Immutable;
using System.Globalization;

namespace DockerConnectionStrings.Analyzers.Edits;

/// <summary>A change of one place in a file.</summary>
/// <param name="Start">Where, in characters from the start of the diagnostic's location: an edit above moves both. In another file, from that file's start.</param>
/// <param name="OldText">What must stand there, as it is written in the file; empty for an insertion, in another file only at its end.</param>
/// <param name="NewText">What is to stand there, escaped for that file.</param>
/// <param name="Path">Another file than the diagnostic's own; null for that.</param>
internal sealed record Edit(int Start, string OldText, string NewText, string? Path = null);

/// <summary>One action of a lightbulb.</summary>
/// <param name="Title">What it writes.</param>
/// <param name="EquivalenceKey">Rule, action and service.</param>
/// <param name="Edits">What it changes.</param>
internal sealed record Repair(string Title, string EquivalenceKey, ImmutableArray<Edit> Edits);

/// <summary>All that is offered for a finding. It travels in the diagnostic's properties: the code fixes know no rule.</summary>
/// <param name="Actions">The actions, the best first.</param>
/// <param name="Certain">The edits that FixAll and <c>dotnet format</c> may apply without asking.</param>
internal sealed record OfferedRepairs(ImmutableArray<Repair> Actions, ImmutableArray<Edit> Certain)
{
    public static readonly OfferedRepairs None = new(ImmutableArray<Repair>.Empty, ImmutableArray<Edit>.Empty);

    private const string CertainKey = "certain";
    private const char FieldEnd = '\u001F';
    private const char EditEnd = '\u001E';

    public ImmutableDictionary<string, string?> ToProperties()
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < Actions.Length; i++)
        {
            properties[$"{i}.title"] = Actions[i].Title;
            properties[$"{i}.key"] = Actions[i].EquivalenceKey;
            properties[$"{i}.edits"] = Write(Actions[i].Edits);
        }

        if (!Certain.IsEmpty)
        {
            properties[CertainKey] = Write(Certain);
        }

        return properties.ToImmutable();
    }

    public static OfferedRepairs FromProperties(ImmutableDictionary<string, string?> properties)
    {
        var actions = ImmutableArray.CreateBuilder<Repair>();
        while (properties.TryGetValue($"{actions.Count}.edits", out var edits)
            && properties.TryGetValue($"{actions.Count}.title", out var title)
            && properties.TryGetValue($"{actions.Count}.key", out var key))
        {
            actions.Add(new Repair(title!, key!, Read(edits)));
        }

        properties.TryGetValue(CertainKey, out var certain);
        return new OfferedRepairs(actions.ToImmutable(), Read(certain));
    }

    private static string Write(ImmutableArray<Edit> edits) => string.Join(
        EditEnd.ToString(),
        edits.Select(static edit => string.Join(FieldEnd.ToString(), edit.Start.ToString(CultureInfo.InvariantCulture), edit.OldText, edit.NewText, edit.Path ?? "")));

    private static ImmutableArray<Edit> Read(string? written) => string.IsNullOrEmpty(written)
        ? ImmutableArray<Edit>.Empty
        : written!.Split(EditEnd)
            .Select(static edit => edit.Split(FieldEnd))
            .Select(static fields => new Edit(int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], fields[2], fields[3].Length == 0 ? null : fields[3]))
            .ToImmutableArray();
}
