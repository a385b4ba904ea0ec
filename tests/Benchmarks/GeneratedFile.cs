using System.Globalization;
using System.Text;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>One source file: a class of small methods, of which some hold a string literal and some use the class of another file.</summary>
internal static class GeneratedFile
{
    private const int Seed = 20_260;

    /// <summary>Writes the file.</summary>
    /// <param name="index">Its number: the class is <c>Type{index}</c>, and the same number gives the same text.</param>
    /// <param name="lines">How many lines it has at least.</param>
    /// <param name="members">Further members of the class, at its end.</param>
    /// <param name="usings">Further <c>using</c> directives: other generated files lie in other namespaces.</param>
    public static string Write(int index, int lines, string members = "", string usings = "")
    {
        var random = new Random((Seed * 1_000) + index);
        var methods = new StringBuilder();
        var other = Math.Max(index - 1, 0);
        for (var (written, number) = (0, 0); written < lines; number++)
        {
            var method = Method(random, number, other);
            methods.Append(CultureInfo.InvariantCulture, $"{method}\n\n");
            written += method.AsSpan().Count('\n') + 2;
        }

        return $$"""
            using System;
            using System.Collections.Generic;
            using System.ComponentModel;
            {{usings}}

            namespace {{NamespaceOf(index)}};

            public class Type{{index}}
            {
                private readonly Dictionary<string, int> _counts = new();
                private readonly List<string> _lines = new();
                private int _total;

            {{methods}}{{members}}
            }
            """;
    }

    public static string NamespaceOf(int index) => $"Generated.Area{index % 40}";

    private static string Method(Random random, int number, int other) => random.Next(10) switch
    {
        0 => $$"""
                public void Check{{number}}(object? value)
                {
                    if (value is null)
                    {
                        throw new InvalidOperationException({{GeneratedText.Literal(random)}});
                    }

                    _total += value.GetHashCode() & 1;
                }
            """,
        1 => $"    private const string Name{number} = {GeneratedText.Literal(random)};",
        2 => $$"""
                [Description({{GeneratedText.Literal(random)}})]
                public int Count{{number}}
                {
                    get => _counts.TryGetValue({{GeneratedText.Literal(random)}}, out var count) ? count : 0;
                    set => _counts[nameof(Count{{number}})] = value;
                }
            """,
        3 => $$"""
                public int Kind{{number}}(string name)
                {
                    _lines.Add({{GeneratedText.Literal(random)}});
                    return name == {{GeneratedText.Literal(random)}} || name.StartsWith({{GeneratedText.Literal(random)}}, StringComparison.Ordinal) ? 1 : _total;
                }
            """,
        4 => $"    public string Show{number}(int count) => $\"{{_total}} of {{count}} \" + {GeneratedText.Literal(random)};",
        < 7 => $$"""
                public int Sum{{number}}(List<int> values)
                {
                    var sum = {{number}};
                    for (var i = 0; i < values.Count; i++)
                    {
                        if (values[i] % 3 == 0)
                        {
                            sum += values[i] * i;
                        }
                        else
                        {
                            sum -= Math.Abs(values[i]);
                        }
                    }

                    return sum + _total;
                }
            """,
        < 8 => $$"""
                public List<string> Select{{number}}(List<string> lines, int length)
                {
                    var chosen = new List<string>();
                    foreach (var line in lines)
                    {
                        if (line.Length > length)
                        {
                            chosen.Add(line.Trim());
                            _counts[line] = {{number}};
                        }
                    }

                    return chosen;
                }
            """,
        _ => $$"""
                public int Value{{number}} { get; set; }

                public int Other{{number}}({{NamespaceOf(other)}}.Type{{other}} other)
                {
                    Value{{number}} = other.ToString()?.Length ?? _total;
                    return other.Equals(this) ? Value{{number}} : other.GetHashCode();
                }
            """,
    };
}
