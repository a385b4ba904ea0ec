using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Edits;

/// <summary>All that is offered for a finding.</summary>
/// <param name="Actions">The actions, the best first.</param>
internal sealed record OfferedRepairs(ImmutableArray<Repair> Actions)
{
    public static readonly OfferedRepairs None = new(ImmutableArray<Repair>.Empty);

    /// <summary>The edits that FixAll and <c>dotnet format</c> may apply without asking: those of the certain action, or none.</summary>
    public ImmutableArray<Edit> Certain => Actions.FirstOrDefault(static action => action.IsCertain)?.Edits ?? ImmutableArray<Edit>.Empty;

    /// <summary>The same actions, none of them certain.</summary>
    public OfferedRepairs OnRequest => new(Actions.Select(static action => action with { IsCertain = false }).ToImmutableArray());

    /// <summary>The same actions; the first that makes these edits is certain.</summary>
    public OfferedRepairs WithCertain(ImmutableArray<Edit> edits)
    {
        var certain = edits.IsEmpty ? null : Actions.FirstOrDefault(action => action.Edits.SequenceEqual(edits));
        return new(Actions.Select(action => action with { IsCertain = ReferenceEquals(action, certain) }).ToImmutableArray());
    }
}
