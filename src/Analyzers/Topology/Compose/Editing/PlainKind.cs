namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>What a plain scalar stands for, to any reader of YAML.</summary>
internal enum PlainKind
{
    /// <summary>Its characters.</summary>
    Text,

    Null,

    /// <summary><c>yes</c> as well: YAML 1.1.</summary>
    Boolean,

    Integer,

    Float,

    /// <summary>A number in base 60, such as <c>22:22</c>: YAML 1.1.</summary>
    Sexagesimal,

    Timestamp,

    /// <summary>The key that merges, or that which has a default.</summary>
    Sign,
}
