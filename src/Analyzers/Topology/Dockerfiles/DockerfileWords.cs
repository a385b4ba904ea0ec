using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

/// <summary>What the arguments of an instruction say (BuildKit, <c>line_parsers.go</c> and <c>shell/lex.go</c>), each part with its place.</summary>
/// <param name="instruction">The instruction.</param>
/// <param name="file">A place of the file that holds it.</param>
/// <param name="known">The variables that count there.</param>
internal sealed class DockerfileWords(DockerfileInstruction instruction, Place file, Variables known)
{
    private readonly DecodedText _arguments = instruction.Arguments;
    private readonly string _text = instruction.Arguments.Value;

    /// <summary>The variables of <c>ENV</c> or <c>ARG</c>: <c>A=b C="d e"</c>, a name alone, and of <c>ENV</c> also <c>A the rest of the line</c>.</summary>
    public IEnumerable<EnvironmentValue> Variables()
    {
        var words = Split();
        if (words.Count > 0 && instruction.Keyword == "ENV" && SignOf(words[0]) < 0)
        {
            // Blanks around the value are none of it.
            yield return VariableOf(words[0], words.Count > 1 ? (words[1].Start, words[words.Count - 1].End) : null);
            yield break;
        }

        foreach (var word in words)
        {
            var sign = SignOf(word);
            yield return sign < 0 ? VariableOf(word, null) : VariableOf((word.Start, sign), (sign + 1, word.End));
        }
    }

    /// <summary>The words of <c>EXPOSE</c>.</summary>
    public IEnumerable<PlacedText> Words() => Split().Select(word => Process(word.Start, word.End));

    /// <summary>The words of <c>CMD</c> or <c>ENTRYPOINT</c>.</summary>
    public DockerfileCommand Command()
    {
        if (_text.StartsWith("[", StringComparison.Ordinal) && JsonReader.Read(_text) is { Problems.IsEmpty: true, Documents: [YamlSequence list] }
            && list.Items.All(static item => item is YamlScalar { Style: YamlScalarStyle.DoubleQuoted }))
        {
            var words = list.Items.Cast<YamlScalar>().Select(word => Place(word.Text.Over(_arguments), word.Span.Start, word.Span.End));
            return new DockerfileCommand(IsShell: false, words.ToImmutableArray());
        }

        var script = _text.Length == 0 ? ImmutableArray<PlacedText>.Empty : ImmutableArray.Create(Place(_arguments, 0, _text.Length));
        return new DockerfileCommand(IsShell: true, script);
    }

    private EnvironmentValue VariableOf((int Start, int End) name, (int Start, int End)? value)
    {
        var place = file with { Span = _arguments.ShownSpan(name.Start, name.End - name.Start) };
        return new EnvironmentValue(
            _text.Substring(name.Start, name.End - name.Start),
            place,
            value is { } range ? Process(range.Start, range.End) : new PlacedText(null, place, Origin.Own, ImmutableArray<VariableUse>.Empty));
    }

    private int SignOf((int Start, int End) word) => _text.IndexOf('=', word.Start, word.End - word.Start);

    /// <summary>The words between blanks, quotes and escapes as they are written.</summary>
    private List<(int Start, int End)> Split()
    {
        var words = new List<(int Start, int End)>();
        var (start, quote) = (-1, '\0');
        for (var i = 0; i < _text.Length; i++)
        {
            var c = _text[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (start >= 0)
                {
                    words.Add((start, i));
                }

                start = -1;
                continue;
            }

            start = start < 0 ? i : start;
            if (c == instruction.Escape && quote != '\'')
            {
                i++;
            }
            else if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
            }
        }

        if (start >= 0)
        {
            words.Add((start, _text.Length));
        }

        return words;
    }

    /// <summary>A range without quotes and escapes, with the values of its variables.</summary>
    private PlacedText Process(int start, int end)
    {
        var builder = new DecodedText.Builder();
        var uses = ImmutableArray.CreateBuilder<VariableUse>();
        var quote = '\0';
        for (var i = start; i < end;)
        {
            var c = _text[i];
            if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
                i++;
            }
            else if (c == instruction.Escape && quote != '\'' && i + 1 < end && (quote == '\0' || (_text[i + 1] is '"' or '$') || _text[i + 1] == c))
            {
                builder.AddEscape(_text.Substring(i + 1, 1), _arguments, i, 2);
                i += 2;
            }
            else if (c == '$' && quote != '\'' && EndOfVariable(i, end) is var variableEnd && variableEnd > i + 1)
            {
                var value = known.Expand(_arguments.Slice(i, variableEnd - i), file, Origin.Own);
                foreach (var use in value.Interpolations)
                {
                    uses.Add(use with { Start = use.Start + builder.Length });
                }

                builder.AddRange(value.Text!, 0, value.Text!.Value.Length);
                i = variableEnd;
            }
            else
            {
                builder.AddRange(_arguments, i++, 1);
            }
        }

        return Place(builder.ToDecodedText(), start, end) with { Interpolations = uses.ToImmutable() };
    }

    /// <summary>The end of <c>$NAME</c> or <c>${...}</c>; the place itself for a <c>$</c> that is a character.</summary>
    private int EndOfVariable(int dollar, int end)
    {
        var i = dollar + 1;
        if (i < end && _text[i] == '{')
        {
            for (var depth = 0; i < end; i++)
            {
                depth += _text[i] switch { '{' => 1, '}' => -1, _ => 0 };
                if (depth == 0)
                {
                    return i + 1;
                }
            }

            return end;
        }

        while (i < end && ((_text[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_') || (i > dollar + 1 && (_text[i] is >= '0' and <= '9'))))
        {
            i++;
        }

        return i;
    }

    private PlacedText Place(DecodedText text, int start, int end) =>
        new(text, file with { Span = _arguments.ShownSpan(start, end - start) }, Origin.Own, ImmutableArray<VariableUse>.Empty);
}
