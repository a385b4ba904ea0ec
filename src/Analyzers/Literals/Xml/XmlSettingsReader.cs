using System.Xml;

namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>
/// Reads settings in XML (App.config, Web.config, *.runsettings) and keeps the place of every character. The structure is
/// the platform's reader's, which gives up at the first place that is not XML; the values are decoded here.
/// </summary>
internal static class XmlSettingsReader
{
    /// <summary>
    /// Reads a file. Never throws on account of the text; the time is linear in its length. Of a document type definition
    /// nothing is read, so nothing is fetched, and no entity that it declares is known.
    /// </summary>
    /// <param name="text">The file as it is, byte order mark and line ends included: source positions count its characters.</param>
    public static XmlSettings Read(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var tree = new XmlTree(text, start);

        // To elements and attributes a blank is as good as a line end. All in one line, the reader's columns are places in the
        // file; of lines it loses count where its buffer ends behind a carriage return in a tag.
        using var input = new StringReader(text.Substring(start).Replace('\r', ' ').Replace('\n', ' '));

        // XmlReader.Create makes readers that give up at an entity that is not known; this one leaves it as it is written.
        using var reader = new XmlTextReader(input)
        {
            DtdProcessing = DtdProcessing.Ignore,
            EntityHandling = EntityHandling.ExpandCharEntities,
            Normalization = true,
            XmlResolver = null,
        };
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        tree.Open(reader);
                        break;
                    case XmlNodeType.EndElement:
                        tree.Close(reader);
                        break;
                    case XmlNodeType.EntityReference:
                        tree.AddUnknown(reader);
                        break;
                }
            }
        }
        catch (XmlException exception)
        {
            tree.Break(exception);
        }

        return tree.ToSettings();
    }
}
