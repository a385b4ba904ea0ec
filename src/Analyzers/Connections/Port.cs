namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>The port option of a text.</summary>
/// <param name="State">Whether it is written.</param>
/// <param name="Number">The port when <see cref="PortState.Written"/>.</param>
/// <param name="Start">Value index of the written value.</param>
/// <param name="Length">Number of value characters of the written value.</param>
internal readonly record struct Port(PortState State, int Number, int Start, int Length)
{
    /// <summary>The port that the text means, or null when it cannot be told.</summary>
    public int? MeantWith(int engineDefault) => State switch
    {
        PortState.Written => Number,
        PortState.LeftOut when engineDefault > 0 => engineDefault,
        _ => null,
    };
}

internal enum PortState
{
    Written,
    LeftOut,

    /// <summary>A hole, a placeholder, or a part of the text that is a hole.</summary>
    Unknown,
}
