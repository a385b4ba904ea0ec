namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>The value of an attribute, or the text of an element.</summary>
/// <param name="Attribute">The attribute's name as it is written, with its prefix; null for the text of an element.</param>
/// <param name="Text">The decoded characters and the place of each.</param>
internal sealed record XmlValue(string? Attribute, DecodedText Text)
{
    public string Value => Text.Value;
}
