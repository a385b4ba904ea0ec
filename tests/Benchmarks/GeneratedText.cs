using Microsoft.CodeAnalysis.CSharp;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// String literals as a large repository holds them: most are a name or a word or two, some a sentence, some SQL, some have a
/// <c>=</c>, very few are connection texts (of other engines, as in EF Core).
/// </summary>
internal static class GeneratedText
{
    private static readonly string[] s_words =
    [
        "Id", "Name", "CustomerID", "OrderDate", "dbo", "nvarchar(max)", "City", "the", "property", "entity", "type", "cannot", "be", "mapped",
        "because", "its", "key", "value", "Host", "server", "is", "not", "a", "valid", "navigation", "from", "database", "column", "Discriminator",
        "-", "Products", "shadow", "state", "when", "tracking", "query", "Address", "of", "port", "user", "data source",
    ];

    /// <summary>A literal as source code writes it, with its quotes.</summary>
    public static string Literal(Random random) => random.Next(400) switch
    {
        < 236 => Quoted(Words(random, 1, 20)),
        < 300 => Quoted(Words(random, random.Next(60, 90), 100)),
        < 330 => Quoted(Sql(random)),
        < 350 => "\"\"\"\n            " + Sql(random).Replace(" FROM ", "\n            FROM ", StringComparison.Ordinal) + "\n            \"\"\"",
        < 370 => Quoted($"{Words(random, 3, 12)}={Words(random, 3, 12)}"),
        < 385 => "@\"C:\\" + Words(random, 4, 12) + "\\" + Words(random, 4, 12) + "\"",
        < 399 => Quoted($"https://go.example.org/fwlink/?linkid={random.Next(100_000, 999_999)}"),
        _ => Quoted($"Data Source={Words(random, 4, 12)}.db;Cache=Shared"),
    };

    /// <summary>Words of at least <paramref name="least"/> and at most <paramref name="most"/> characters.</summary>
    private static string Words(Random random, int least, int most)
    {
        var text = s_words[random.Next(s_words.Length)];
        while (text.Length < least || random.Next(3) == 0)
        {
            var longer = $"{text} {s_words[random.Next(s_words.Length)]}";
            if (longer.Length > most)
            {
                break;
            }

            text = longer;
        }

        return text;
    }

    private static string Sql(Random random) =>
        $"SELECT [c].[{Words(random, 2, 12)}], [c].[{Words(random, 2, 12)}] FROM [Customers] AS [c] WHERE [c].[City] = N'{Words(random, 4, 20)}' AND [c].[Id] = {random.Next(100)}";

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
