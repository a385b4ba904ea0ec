using System.Collections.Immutable;
using System.Xml;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>
/// Puts together what the platform's reader meets. Open elements are a list, not calls of calls; what is deeper than any
/// program reads is left out, so that whoever asks for a path gets a short one.
/// </summary>
/// <param name="text">The file.</param>
/// <param name="start">Source position of the first character that the reader was given, all of them in one line.</param>
internal sealed class XmlTree(string text, int start)
{
    /// <summary>As for JSON and YAML.</summary>
    private const int MaxDepth = 100;

    private static readonly char[] s_quotes = ['"', '\''];

    private readonly Stack<XmlElement> _open = new();
    private readonly ImmutableArray<XmlElement>.Builder _elements = ImmutableArray.CreateBuilder<XmlElement>();
    private readonly List<YamlProblem> _problems = new();
    private bool _isTooDeep;

    /// <summary>The innermost open element, while no other one has begun in it.</summary>
    private XmlElement? _leaf;

    /// <summary>Source position behind the start tag of <see cref="_leaf"/>.</summary>
    private int _contentStart;

    /// <summary>True when a reference in this text, or this part of one, is a problem already.</summary>
    private bool _hasUnknown;

    /// <summary>Takes the start tag that the reader is at.</summary>
    public void Open(XmlTextReader reader)
    {
        EndText();
        var nameStart = Place(reader.LinePosition);
        if (reader.Depth >= MaxDepth)
        {
            if (!_isTooDeep)
            {
                AddProblem(nameStart - 1, "the nesting is deeper than 100 levels");
            }

            _isTooDeep = true;
            return;
        }

        var element = new XmlElement(_elements.Count, _open.Count > 0 ? _open.Peek() : null, reader.Name, nameStart - 1);
        var isEmpty = reader.IsEmptyElement;
        _elements.Add(element);
        var end = AddAttributes(element, reader, nameStart);
        if (!isEmpty)
        {
            _open.Push(element);
            _leaf = element;
            _contentStart = text.IndexOf('>', end) + 1;
        }
    }

    /// <summary>Takes the end tag that the reader is at.</summary>
    public void Close(XmlTextReader reader)
    {
        if (reader.Depth < MaxDepth && _open.Pop() == _leaf && !_hasUnknown)
        {
            var end = Place(reader.LinePosition) - "</".Length;
            if (XmlDecoder.DecodeContent(text, _contentStart, end, out _) is { } decoded)
            {
                _leaf.Add(new XmlValue(null, decoded));
            }
        }

        EndText();
    }

    /// <summary>Takes the entity in a text that the reader is at.</summary>
    public void AddUnknown(XmlTextReader reader)
    {
        if (!_hasUnknown)
        {
            AddUnknown(Place(reader.LinePosition) - "&".Length);
        }

        _hasUnknown = true;
    }

    /// <summary>Takes the place where the reader gave up.</summary>
    public void Break(XmlException exception)
    {
        // It names no line when there is no root.
        var position = exception.LineNumber == 0 ? text.Length : Place(exception.LinePosition);
        _problems.Add(XmlFault.Find(text, position, _elements.Count > 0, _open.Count > 0 ? _open.Peek() : null));
    }

    public XmlSettings ToSettings() => new(_elements.ToImmutable(), _problems.OrderBy(problem => problem.Position).ToImmutableArray());

    /// <summary>Adds the attributes of the start tag; returns a source position in it that is behind them.</summary>
    private int AddAttributes(XmlElement element, XmlTextReader reader, int nameStart)
    {
        var end = nameStart;
        while (reader.MoveToNextAttribute())
        {
            // The reader has found an equals sign, a quote and the same quote again behind the name.
            var open = text.IndexOfAny(s_quotes, Place(reader.LinePosition));
            var close = text.IndexOf(text[open], open + 1);
            end = close + 1;
            if (XmlDecoder.DecodeAttribute(text, open + 1, close, out var unknown) is { } decoded)
            {
                element.Add(new XmlValue(reader.Name, decoded));
            }
            else
            {
                AddUnknown(unknown);
            }
        }

        return end;
    }

    private void EndText()
    {
        _leaf = null;
        _hasUnknown = false;
    }

    /// <summary>Source position of a column, which counts from one.</summary>
    private int Place(int column) => Math.Min(start + Math.Max(column - 1, 0), text.Length);

    private void AddUnknown(int position) => AddProblem(position, "the '&' begins an entity that is not known");

    private void AddProblem(int position, string reason) => _problems.Add(new YamlProblem(position, reason));
}
