using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.EnvFile;

/// <summary>
/// Reads environment files of the format <c>raw</c>, which is that of <c>docker run --env-file</c> (docker/cli, <c>kvfile</c>): a value is
/// what stands behind the <c>=</c>, quotes, <c>$</c>, <c>#</c> and blanks included.
/// </summary>
internal static class RawEnvFileReader
{
    /// <summary>Reads a file. Never throws on account of the text; the time is linear in its length.</summary>
    /// <param name="text">The file as it is, byte order mark and line ends included: source positions count its characters.</param>
    public static EnvStream Read(string text)
    {
        var entries = ImmutableArray.CreateBuilder<EnvEntry>();
        var problems = ImmutableArray.CreateBuilder<YamlProblem>();
        for (var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var next = feed < 0 ? text.Length : feed + 1;
            var end = feed < 0 ? text.Length : feed > start && text[feed - 1] == '\r' ? feed - 1 : feed;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            if (start < end && text[start] != '#')
            {
                var sign = text.IndexOf('=', start, end - start);
                var keyEnd = sign < 0 ? end : sign;
                if (keyEnd == start || text.Substring(start, keyEnd - start).Any(char.IsWhiteSpace))
                {
                    problems.Add(new YamlProblem(start, keyEnd == start ? "a value has no key" : "a key has a space in it"));
                }
                else
                {
                    var value = sign < 0 ? null : YamlScalar.PlainOf(text, sign + 1, end);
                    entries.Add(new EnvEntry(YamlScalar.PlainOf(text, start, keyEnd), value) { IsRaw = true });
                }
            }

            start = next;
        }

        return new EnvStream(entries.ToImmutable(), problems.ToImmutable());
    }
}
