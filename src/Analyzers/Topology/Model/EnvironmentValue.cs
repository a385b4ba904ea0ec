using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>A variable of a container.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeyPlace">Where the name is written.</param>
/// <param name="Value">Its value; without a text where the file that names it gives it none.</param>
internal sealed record EnvironmentValue(string Name, Place KeyPlace, PlacedText Value)
{
    /// <summary>The characters, over the file of <see cref="Place"/>; null where none are written.</summary>
    public DecodedText? Text => Value.Text;

    /// <summary>Where the value is written.</summary>
    public Place Place => Value.Place;

    /// <summary>How the value came to the container.</summary>
    public Origin Origin => Value.Origin;

    /// <summary>The value; null when it is not known.</summary>
    public string? Known => Value.Known;

    /// <summary>A variable whose value is no text of a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value; null when it is not known.</param>
    /// <param name="place">Where it is set.</param>
    public static EnvironmentValue Computed(string name, string? value, Place place) =>
        new(name, place, value is null ? PlacedText.Unknown(place) : PlacedText.Computed(value, place));
}
