using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;
using System.Text.Json;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Settings;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// What it costs to read a JSON file of settings, beside System.Text.Json: its reader alone, which makes no tree, and its document. Ours keeps
/// the place of every character. All take turns within a round of this process.
/// </summary>
internal static class SettingsReading
{
    private const double MostGrowth = 1.5;
    private const int Rounds = 15;
    private const long MostAllocated = 1_000_000_000;

    private static readonly JsonDocumentOptions s_documentOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonReaderOptions s_readerOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly (string Name, Action<string> Read)[] s_readers =
    [
        ("ours", static text => JsonReader.Read(text)),
        ("settings", static text => SettingsFile.Read(SettingsKind.Json, text)),
        ("Utf8JsonReader", ReadTokens),
        ("JsonDocument", static text => JsonDocument.Parse(text, s_documentOptions).Dispose()),
    ];

    public static IReadOnlyList<Figure> Measure()
    {
        var (large, largest) = (Write(1_000_000), Write(SettingsFile.MostCharacters - 1_000));
        Console.WriteLine($"JSON: {Rounds} rounds over settings of {large.Length:N0} characters");
        var times = new List<double>[s_readers.Length + 2];
        var warmedUp = Stopwatch.StartNew();
        while (warmedUp.Elapsed < TimeSpan.FromSeconds(3))
        {
            Array.ForEach(s_readers, reader => reader.Read(large));
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var reader = 0; reader < s_readers.Length; reader++)
            {
                (times[reader] ??= []).Add(Time(s_readers[reader].Read, large));
            }

            // Without the collector, which copies what is alive: a tree of 4 MB lives through more of its runs.
            foreach (var (place, text) in new[] { (^2, large), (^1, largest) })
            {
                GC.TryStartNoGCRegion(MostAllocated);
                (times[place] ??= []).Add(Time(s_readers[0].Read, text));
                if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
                {
                    GC.EndNoGCRegion();
                }
            }
        }

        var medians = times.Select(static all => Median.Of(all)).ToArray();
        var growth = medians[^1] / largest.Length / (medians[^2] / large.Length);
        return
        [
            new Figure("JSON, 1 MB, ours", $"{medians[0] / 1_000:N0} us"),
            new Figure("JSON, 1 MB, ours / Utf8JsonReader", $"{medians[0] / medians[2]:N2}"),
            new Figure("JSON, 1 MB, ours / JsonDocument", $"{medians[0] / medians[3]:N2}"),
            new Figure("JSON, 1 MB, with what its settings mean / JsonDocument", $"{medians[1] / medians[3]:N2}"),
            new Figure("JSON, a character of 4 MB / of 1 MB, ours", $"{growth:N2}", $"<= {MostGrowth}", growth <= MostGrowth),
        ];
    }

    private static double Time(Action<string> read, string text)
    {
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            GC.Collect();
        }

        var start = Stopwatch.GetTimestamp();
        read(text);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static void ReadTokens(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), s_readerOptions);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }

    /// <summary>Settings as people have them: sections of names, numbers, levels of logs, now and then a connection string and a comment.</summary>
    private static string Write(int characters)
    {
        var text = new StringBuilder("{\n");
        for (var i = 0; text.Length < characters; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  // section {{i}}
                  "Section{{i}}": {
                    "Enabled": true,
                    "Timeout": {{i}},
                    "Level": "Information",
                    "Path": "C:\\data\\{{i}}",
                    "Host": "node{{i}}.example.com",
                    "ConnectionString": "Server=db{{i}}.example.com;Port=3306;Database=shop{{i}};User ID=app",
                    "Names": [ "one", "two", "three" ],
                  },

                """);
        }

        return text.Append("}\n").ToString();
    }
}
