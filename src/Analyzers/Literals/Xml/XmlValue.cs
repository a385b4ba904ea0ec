using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>The value of an attribute, or the text of an element.</summary>
/// <param name="Element">The element that it belongs to.</param>
/// <param name="Attribute">The attribute's name as it is written, with its prefix; null for the text of an element.</param>
/// <param name="Text">The decoded characters and the place of each.</param>
/// <param name="Span">Source positions: of an attribute its quotes and what is between them, of a text all between the two tags.</param>
internal sealed record XmlValue(XmlElement Element, string? Attribute, DecodedText Text, TextSpan Span)
{
    /// <summary>The names of the elements from the root to the one it belongs to.</summary>
    public ImmutableArray<string> Path => Element.Path;

    /// <summary>Equal for the values of one element.</summary>
    public int ElementId => Element.Id;

    public string Value => Text.Value;
}
