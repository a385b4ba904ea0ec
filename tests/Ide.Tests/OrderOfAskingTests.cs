using DockerConnectionStrings.Ide.Tests.Engine;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Ide.Tests;

/// <summary>The engine caches a package's fixers for the kind of the document that asks first: whichever that is, each kind has its lightbulb.</summary>
public sealed class OrderOfAskingTests
{
    private const string Title = "Use 127.0.0.1:3307 (mysql, docker-compose.yml)";

    /// <summary>A connection to the shop's database in each kind of file.</summary>
    private static readonly (string Kind, string File, string Text)[] Kinds =
    [
        ("C#", "Connection.cs", """
            internal static class Connection
            {
                public static object Open() => new MySqlConnector.MySqlConnection("Server=localhost;Port=3306;Database=shop;User ID=app;Password=x");
            }
            """),
        ("JSON", "appsettings.json", """
            { "ConnectionStrings": { "Shop": "Server=localhost;Port=3306;Database=shop;User ID=app;Password=x" } }
            """),
        ("YAML", "settings.yml", """
            ConnectionStrings:
              Shop: Server=localhost;Port=3306;Database=shop;User ID=app;Password=x
            """),
        ("XML", "App.config", """
            <configuration>
              <connectionStrings>
                <add name="Shop" connectionString="Server=localhost;Port=3306;Database=shop;User ID=app;Password=x" providerName="MySql.Data.MySqlClient" />
              </connectionStrings>
            </configuration>
            """),
    ];

    public static TheoryData<string> Orders => [.. OrdersOf([.. Kinds.Select(kind => kind.Kind)]).Select(order => string.Join(", ", order))];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Each_kind_of_file_has_its_lightbulb_whichever_asks_first(string order)
    {
        using var editor = new Editor(Sample.Of("Shop"), Kinds.Select(kind => (kind.File, kind.Text)));
        var kinds = order.Split(", ");
        var found = new List<string>();
        foreach (var (kind, file, text) in kinds.Select(name => Kinds.Single(kind => kind.Kind == name)))
        {
            var host = new TextSpan(text.IndexOf("localhost", StringComparison.Ordinal), "localhost".Length);
            found.AddRange((await editor.LightbulbAsync(file, host)).Select(action => $"{kind}: {action.Title}"));
        }

        Assert.Equal(string.Join("\n", kinds.SelectMany(ActionsOf)), string.Join("\n", found));
    }

    /// <summary>For a settings file, the engine offers "fix all" of its own for C# only.</summary>
    private static IEnumerable<string> ActionsOf(string kind) =>
        kind == "C#" ? [$"{kind}: {Title}"] : [$"{kind}: {Title}", $"{kind}: Repair all that is certain in {Kinds.Single(one => one.Kind == kind).File}"];

    private static IEnumerable<IEnumerable<string>> OrdersOf(string[] kinds) => kinds is []
        ? [[]]
        : kinds.SelectMany(first => OrdersOf([.. kinds.Where(kind => kind != first)]).Select(rest => rest.Prepend(first)));
}
