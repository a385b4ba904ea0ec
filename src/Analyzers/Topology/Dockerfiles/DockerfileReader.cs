using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

/// <summary>
/// Reads the instructions of a Dockerfile (Dockerfile reference, "Format"; BuildKit, <c>parser.go</c>) and keeps the place of every character.
/// </summary>
internal sealed class DockerfileReader
{
    private static readonly Regex s_directive = new(@"\G#[ \t]*(\w+)[ \t]*=[ \t]*(\S+)[ \t\r]*(\n|\z)");
    private static readonly Regex s_hereDocument = new(@"<<(-?)[ \t]*([""']?)(\w+)\2");

    private readonly DecodedText _file;
    private readonly string _text;
    private readonly char _escape;
    private readonly HashSet<string> _withoutEnd = new(StringComparer.Ordinal);
    private int _position;

    private DockerfileReader(DecodedText file)
    {
        _file = file;
        _text = file.Value;
        _position = _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;
        _escape = ReadDirectives();
    }

    /// <summary>Reads a file. Never throws on account of the text; the time is linear in its length.</summary>
    /// <param name="file">The file, or a text in another file that holds it.</param>
    public static ImmutableArray<DockerfileInstruction> Read(DecodedText file)
    {
        var reader = new DockerfileReader(file);
        var instructions = ImmutableArray.CreateBuilder<DockerfileInstruction>();
        while (reader._position < reader._text.Length)
        {
            if (reader.ReadInstruction() is { } instruction)
            {
                instructions.Add(instruction);
            }
        }

        return instructions.ToImmutable();
    }

    /// <summary>Reads a file of which no places are asked.</summary>
    public static ImmutableArray<DockerfileInstruction> Read(string file) => Read(DecodedText.Verbatim(file, 0));

    /// <summary>The directives are comments before anything else.</summary>
    private char ReadDirectives()
    {
        var escape = '\\';
        for (var line = s_directive.Match(_text, _position); line.Success; line = s_directive.Match(_text, line.Index + line.Length))
        {
            if (line.Groups[1].Value.Equals("escape", StringComparison.OrdinalIgnoreCase) && line.Groups[2].Value is "`")
            {
                escape = '`';
            }
        }

        return escape;
    }

    /// <summary>Reads an instruction with the lines that belong to it; null for an empty line or a comment.</summary>
    private DockerfileInstruction? ReadInstruction()
    {
        if (IsSkipped(_position))
        {
            _position = NextLine(_position);
            return null;
        }

        var joined = new DecodedText.Builder();
        for (var goesOn = true; goesOn && _position < _text.Length; _position = NextLine(_position))
        {
            if (joined.Length > 0 && IsSkipped(_position))
            {
                continue;
            }

            var end = LineEnd(_position);
            var last = end;
            while (last > _position && (_text[last - 1] is ' ' or '\t' or '\r'))
            {
                last--;
            }

            goesOn = last > _position && _text[last - 1] == _escape;
            joined.AddRange(_file, _position, (goesOn ? last - 1 : end) - _position);
        }

        return InstructionOf(joined.ToDecodedText());
    }

    private DockerfileInstruction InstructionOf(DecodedText line)
    {
        var value = line.Value;
        var start = value.Length - value.TrimStart().Length;
        var keywordEnd = start;
        while (keywordEnd < value.Length && !char.IsWhiteSpace(value[keywordEnd]))
        {
            keywordEnd++;
        }

        var keyword = value.Substring(start, keywordEnd - start).ToUpperInvariant();
        var rest = value.Substring(keywordEnd);
        var arguments = line.Slice(keywordEnd + rest.Length - rest.TrimStart().Length, rest.Trim().Length);
        if (keyword is "RUN" or "COPY" or "ADD")
        {
            SkipHereDocuments(arguments.Value);
        }

        return new DockerfileInstruction(keyword, arguments, _escape);
    }

    /// <summary>Moves behind the lines of <c>&lt;&lt;EOF</c>; a word that no line ends is none.</summary>
    private void SkipHereDocuments(string arguments)
    {
        foreach (Match match in s_hereDocument.Matches(arguments))
        {
            var word = match.Groups[3].Value;
            var line = _withoutEnd.Contains(word) ? _text.Length : _position;
            while (line < _text.Length && !IsLine(line, word, mayBeIndented: match.Groups[1].Length > 0))
            {
                line = NextLine(line);
            }

            if (line < _text.Length)
            {
                _position = NextLine(line);
            }
            else
            {
                _withoutEnd.Add(word);
            }
        }
    }

    /// <summary>True when a line is a word and nothing else.</summary>
    private bool IsLine(int start, string word, bool mayBeIndented)
    {
        while (mayBeIndented && start < _text.Length && _text[start] == '\t')
        {
            start++;
        }

        return string.CompareOrdinal(_text, start, word, 0, word.Length) == 0 && (start + word.Length is var end)
            && (end == _text.Length || _text[end] == '\n' || (_text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n'));
    }

    /// <summary>True for a line that is empty or a comment, also between lines that belong together.</summary>
    private bool IsSkipped(int start)
    {
        while (start < _text.Length && (_text[start] is ' ' or '\t' or '\r'))
        {
            start++;
        }

        return start == _text.Length || (_text[start] is '\n' or '#');
    }

    private int LineEnd(int start) => _text.IndexOf('\n', start) is >= 0 and var end ? end : _text.Length;

    private int NextLine(int start) => Math.Min(_text.Length, LineEnd(start) + 1);
}
