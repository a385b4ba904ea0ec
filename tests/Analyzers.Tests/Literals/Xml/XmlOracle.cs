using System.Text;
using System.Xml;
using DockerConnectionStrings.Analyzers.Literals.Xml;
using XmlElement = DockerConnectionStrings.Analyzers.Literals.Xml.XmlElement;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

/// <summary>What the platform reads: a line for each attribute, and for each text of an element without other elements.</summary>
internal static class XmlOracle
{
    /// <summary>True when the platform reads the file, in which no entity is known.</summary>
    public static bool Accepts(string text)
    {
        try
        {
            Theirs(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>By the reader behind XDocument and XmlDocument, which also keeps names and white space as they are.</summary>
    public static List<string> Theirs(string text)
    {
        var values = new List<string>();
        var names = new Stack<string>();
        StringBuilder? content = null;
        using var reader = XmlReader.Create(
            new StringReader(text.StartsWith('\uFEFF') ? text[1..] : text),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    names.Push(reader.Name);
                    content = reader.IsEmptyElement ? null : new StringBuilder();
                    for (var i = 0; i < reader.AttributeCount; i++)
                    {
                        reader.MoveToAttribute(i);
                        values.Add(Show(Path(names), reader.Name, reader.Value));
                    }

                    if (content is null)
                    {
                        names.Pop();
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    content?.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    if (content is not null)
                    {
                        values.Add(Show(Path(names), null, content.ToString()));
                    }

                    content = null;
                    names.Pop();
                    break;
            }
        }

        return values;
    }

    public static IEnumerable<string> Ours(string text) => XmlSettingsReader.Read(text).Values().Select(read => Show(read, read.Value.Value));

    /// <summary>Every value of ours with its element, in the order of the file.</summary>
    public static IEnumerable<(XmlElement Element, XmlValue Value)> Values(this XmlSettings settings) =>
        settings.Elements.SelectMany(element => (element.Text is null ? element.Attributes : element.Attributes.Append(element.Text)).Select(value => (element, value)));

    /// <summary>A line for a value of ours that is, or has become, this.</summary>
    public static string Show((XmlElement Element, XmlValue Value) read, string text) => Show(string.Join('/', read.Element.Path), read.Value.Attribute, text);

    private static string Show(string path, string? attribute, string text) => $"{path}{(attribute is null ? "" : "@" + attribute)}={text}";

    private static string Path(Stack<string> names) => string.Join('/', names.Reverse());
}
