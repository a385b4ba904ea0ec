using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Looks for words in the characters of a file, in place: a long text is never made a string of, and no tree is walked.</summary>
internal static class SourceWords
{
    private const int ChunkLength = 8_192;

    /// <summary>True when a text holds one of the words, as a part of a longer one as well. Compared by character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words, each shorter than 100 characters.</param>
    public static bool HoldsAny(this SourceText text, params string[] words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = Math.Max(longest, word.Length);
        }

        var buffer = ArrayPool<char>.Shared.Rent(ChunkLength + longest);
        try
        {
            // Each chunk begins with the end of the one before it, where a word may begin.
            for (var start = 0; start < text.Length; start += ChunkLength)
            {
                var length = Math.Min(ChunkLength + longest - 1, text.Length - start);
                text.CopyTo(start, buffer, 0, length);
                foreach (var word in words)
                {
                    if (buffer.AsSpan(0, length).IndexOf(word.AsSpan()) >= 0)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
