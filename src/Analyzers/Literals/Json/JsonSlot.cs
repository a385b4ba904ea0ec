namespace DockerConnectionStrings.Analyzers.Literals.Json;

/// <summary>What may stand next in an open collection.</summary>
internal enum JsonSlot
{
    /// <summary>The first item or key, behind the bracket, or any further one, behind a comma; or else the bracket that closes.</summary>
    Entry,

    /// <summary>The colon behind a key.</summary>
    Colon,

    /// <summary>The value behind a colon.</summary>
    Value,

    /// <summary>A comma or the bracket that closes.</summary>
    End,
}
