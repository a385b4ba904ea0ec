using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>A port inside the value of a host: <c>host:3307</c>, <c>host,1433</c>. All positions are value indexes.</summary>
/// <param name="Number">The port.</param>
/// <param name="Separator">What stands between host and port.</param>
/// <param name="HostEnd">Behind the host's last character.</param>
/// <param name="Start">The port's first digit.</param>
/// <param name="End">Behind its last one.</param>
internal readonly record struct InnerPort(int Number, char Separator, int HostEnd, int Start, int End)
{
    /// <summary>The port as if it were an option.</summary>
    public Port ToPort() => new(PortState.Written, Number, Start, End - Start);
}

/// <summary>A place for an option that a text leaves out.</summary>
/// <param name="Position">Source position.</param>
/// <param name="Prefix">What has to stand before the value.</param>
/// <param name="Suffix">What has to stand behind it.</param>
internal readonly record struct Slot(int Position, string Prefix, string Suffix = "")
{
    /// <summary>What is to be inserted for a value.</summary>
    public string Around(string value) => Prefix + value + Suffix;

    /// <summary>A slot at a place of the value; null when nothing may be inserted there.</summary>
    public static Slot? At(DecodedText text, int valueIndex, string before, string after = "") =>
        text.InsertionPlace(valueIndex) is { } position ? new Slot(position, before, after) : null;

    /// <summary>A slot before a character of the value.</summary>
    public static Slot? Before(DecodedText text, int valueIndex, string before, string after) =>
        text.PlaceOf(valueIndex) is { } position ? new Slot(position, before, after) : null;
}
