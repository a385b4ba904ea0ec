using System.Globalization;

namespace DockerConnectionStrings.Analyzers.Network;

/// <summary>Ports as texts write them: decimal digits, no sign, no white space.</summary>
internal static class PortNumber
{
    private const int Highest = 65_535;

    /// <summary>The number of a text, 0 to 65535; null for any other text. What 0 means is the reader's business: any free port, or none.</summary>
    public static int? Parse(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Highest ? number : null;

    /// <summary>A port that can be connected to, 1 to 65535; 0 for any other text.</summary>
    public static int ParseOrZero(string? text) => Parse(text) ?? 0;
}
