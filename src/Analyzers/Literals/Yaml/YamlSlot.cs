namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>What a block node is to its parent.</summary>
internal enum YamlSlot
{
    /// <summary>The root; a block collection begins on the line below <c>---</c>.</summary>
    Document,

    /// <summary>Behind <c>-</c>; a block collection may begin on the same line.</summary>
    Item,

    /// <summary>Behind <c>key:</c>; a block collection begins on the line below, a sequence at the level of the key if it likes.</summary>
    Value,

    /// <summary>Behind <c>?</c>, or behind the <c>:</c> of such a key; all of the above.</summary>
    Explicit,
}
