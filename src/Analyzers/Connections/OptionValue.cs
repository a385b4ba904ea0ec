namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>What a text says of an option.</summary>
/// <param name="IsPresent">False when the text leaves it out, or would have it in a part that is a hole.</param>
/// <param name="Value">The value, or null when it is not known.</param>
internal readonly record struct OptionValue(bool IsPresent, string? Value)
{
    public static readonly OptionValue Absent = new(false, null);
    public static readonly OptionValue Unknown = new(true, null);
}
