using System.Data.Common;
using CsCheck;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Connections;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MySqlConnector;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

/// <summary>After a fix the driver reads the same options, but for server and port; and nothing outside of the literals has changed.</summary>
public class OptionsAfterFixTests
{
    private const int Count = 300;

    private const string Compose = """
        services:
          db:
            image: mysql:8
            environment: { MYSQL_DATABASE: shop }
            ports: ["3307:3306"]
        """;

    [Theory]
    [InlineData("localhost", LocalhostInMySql.Id, "\n")]
    [InlineData("172.17.0.2", ContainerAddress.Id, "\r\n")]
    public async Task A_fix_changes_no_option_but_server_and_port(string host, string ruleId, string lineEnd)
    {
        var literals = MySqlTexts(host).SelectMany(CSharpLiterals.Of).Array[Count].Single();
        var lines = "class C\n{\n    object[] M(string hole) => new object[]\n    {\n" + string.Concat(literals.Select((literal, i) => $"/* {i} */ new MySqlConnector.MySqlConnection({literal}) /* localhost */,\n")) + "    };\n}\n";
        var source = lines.Replace("\n", lineEnd, StringComparison.Ordinal);
        var project = new TestProject().With("docker-compose.yml", Compose).WithSource("Code.cs", source).ToSolution().Projects.Single();
        var repaired = await TestProject.TextOfAsync((await TestProject.FixAllAsync(project, ruleId, FixAllScope.Document))!, "Code.cs");

        var (before, after) = (Arguments(source), Arguments(repaired));
        Assert.Equal(Count, before.Length);
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(CSharpLiterals.Skeleton(source), CSharpLiterals.Skeleton(repaired));
        var (hosts, ports) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var (old, @new) = (Read(before[i]), Read(after[i]));
            Assert.Equal((after[i].ToString(), Show(old)), (after[i].ToString(), Show(@new)));
            if (before[i].ToString() == after[i].ToString())
            {
                continue;
            }

            Assert.Equal((before[i].ToString(), "127.0.0.1"), (before[i].ToString(), @new.Server));
            Assert.True(@new.Port == 3307 || @new.Port == old.Port, after[i].ToString());
            hosts++;
            ports += @new.Port == 3307 ? 1 : 0;
        }

        // They are there to be repaired: what is left alone proves nothing.
        Assert.InRange(hosts, Count * 9 / 10, Count);
        Assert.InRange(ports, Count * 9 / 10, Count);
    }

    /// <summary>Texts that name a host once or more, by any of its names, the last time as given.</summary>
    private static Gen<string> MySqlTexts(string host)
    {
        var others = Driver.MySql.Aliases
            .Where(alias => alias.Value is "User ID" or "Password" or "Pooling" or "Allow User Variables" or "Connection Timeout" or "Application Name" or "Character Set")
            .Select(alias => (alias.Key, alias.Value)).ToArray();
        var other = ConnectionTexts.Pick(others).SelectMany(option => ConnectionTexts.Pick(option.Value switch
        {
            "Pooling" or "Allow User Variables" => ["true", "False", "'true'"],
            "Connection Timeout" => ["5", "'5'"],
            "Character Set" => ["utf8mb4"],
            _ => new[] { "root", "a b", "'a;b'", "\"a''b\"", "'it''s'", "\"a\"\"b\"", "a=b", "a==b", "ünï", "日本", "\U0001F600", "localhost", "172.17.0.2", "a\\b", "p@$$", "{a}b", "", "''", "a\tb", "'Port=3306'", "'Server=localhost;'" },
        }).Select(value => (option.Key, Value: value)));
        var quote = ConnectionTexts.Pick("", "", "", "'", "\"");
        var hostPair = Gen.Select(ConnectionTexts.Pick([.. Driver.MySql.NamesOf(ConnectionKey.Host)]), quote, (key, quote) => (key, quote + host + quote));
        var hostPairs = Gen.Select(hostPair, Gen.Int[0, 9], (pair, i) => i == 0 ? new[] { (pair.key, "elsewhere"), pair } : [pair]);
        var port = Gen.Select(quote, ConnectionTexts.Pick("3306", "3306", "3307"), (quote, port) => new[] { ("Port", quote + port + quote) });
        var ports = Gen.Int[0, 2].SelectMany(i => i == 0 ? port : Gen.Const(Array.Empty<(string, string)>()));
        var database = ConnectionTexts.Pick("Database", "Initial Catalog", "DATABASE").Select(key => (key, "shop"));
        var space = ConnectionTexts.Pick("", "", "", " ", "  ");
        var separator = ConnectionTexts.Pick(";", ";", "; ", " ; ", ";;");
        return
            from own in hostPairs
            from written in ports
            from name in database
            from rest in other.Array[0, 4]
            from order in Gen.Int[0, 999].Array[8]
            from spaces in space.Array[4]
            from between in separator
            from end in ConnectionTexts.Pick("", "", ";", "; ")
            let shuffled = rest.Append(name).Concat(written).Select((pair, i) => (pair, order: order[i])).OrderBy(pair => pair.order).Select(pair => pair.pair).ToList()
            let place = order[^1] % (shuffled.Count + 1)
            let pairs = shuffled.Take(place).Concat(own).Concat(shuffled.Skip(place))
            select spaces[0] + string.Join(between, pairs.Select(pair => $"{pair.Item1}{spaces[1]}={spaces[2]}{pair.Item2}")) + end;
    }

    private static ExpressionSyntax[] Arguments(string source) =>
        [.. CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Select(creation => creation.ArgumentList!.Arguments[0].Expression)];

    private static MySqlConnectionStringBuilder Read(ExpressionSyntax expression) => new(CSharpLiterals.ValueOf(expression));

    private static string Show(MySqlConnectionStringBuilder builder) =>
        string.Join(";", ((DbConnectionStringBuilder)builder).Keys.Cast<string>().Where(key => key is not ("Server" or "Port")).Select(key => $"{key}={builder[key]}"));
}
