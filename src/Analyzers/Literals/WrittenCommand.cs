using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>A command as code writes it down: one line, or a program and its words.</summary>
/// <param name="Program">The program, when it is named elsewhere; else the text begins with it.</param>
/// <param name="Text">What is written; a hole for what is not known.</param>
/// <param name="Words">Value indexes of the words that are given one by one; default for a line, which is still to be split.</param>
internal sealed record WrittenCommand(string? Program, DecodedText Text, ImmutableArray<TextSpan> Words)
{
    /// <summary>A line.</summary>
    public static WrittenCommand OfLine(string? program, DecodedText line) => new(program, line, default);

    /// <summary>Words that are given one by one, so that none is split.</summary>
    public static WrittenCommand OfWords(string? program, IEnumerable<DecodedText> words)
    {
        var text = new DecodedText.Builder();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var word in words)
        {
            spans.Add(new TextSpan(text.Length, word.Value.Length));
            text.AddRange(word, 0, word.Value.Length);
            text.AddConstant(" ", word.Runs.Count == 0 ? 0 : word.Runs[word.Runs.Count - 1].SourceEnd, 0);
        }

        return new(program, text.ToDecodedText(), spans.ToImmutable());
    }
}
