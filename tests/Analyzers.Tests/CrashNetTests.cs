using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DockerConnectionStrings.Analyzers.Tests;

/// <summary>Code around a text that is being typed: each token left out, doubled, or wrapped. Nothing is thrown, whatever is said.</summary>
public class CrashNetTests
{
    public static TheoryData<string> Statements =>
    [
        "var c = Factory.Create(\"Server=localhost;Uid=root;Database=shop;Port=3306\"); _ = c.ToString();",
        "p.ArgumentList.Add(\"-h\"); this.p!.ArgumentList.Add(\"localhost\"); p!.ArgumentList.Add(\"-P3306\");",
        "_ = string.Format(\"Server={0};Port={1};Database={2147483647}\", \"localhost\", 3306);",
        "_ = string.Format(Culture, format: \"Server=localhost;Database={0}\", arg0: name);",
        "var b = new MySqlConnector.MySqlConnectionStringBuilder { Server = $\"localhost:{port}\", [\"Port\"] = 3306, Database = \"shop\" }; b.Port += 1; Use(b.ConnectionString);",
        "var b = new System.Data.Common.DbConnectionStringBuilder { { \"Server\", \"localhost\" }, { \"Port\", 3306 } }; b[\"Host\"] = \"localhost:3306\";",
        "var (a, t) = (\"Server=localhost;Database=shop\", (\"Server=localhost;Uid=a\", 1)); new MySqlConnector.MySqlConnection(a ?? t.Item1);",
        "System.Data.IDbConnection c = null; c = c; c = (c)!; c.ConnectionString = \"Server=localhost;Database=shop\";",
        "System.Diagnostics.Process.Start(\"mysql\", [\"-h\", \"localhost\", ..words, \"--port=\"]); Run(\"mysql --host=\"); Run(\"mysql -h\");",
        "new System.Net.Sockets.TcpClient().Connect(new System.Net.IPEndPoint(System.Net.IPAddress.Parse(\"172.17.0.2\"), 3306));",
        "var h = \"localhost\"; (h) = x; ((h, var z), var y) = v; _ = $\"Server={h}:{port};{\"Database=\"}{name ?? \"shop\"}\" + (\"Uid=\" + (x + \"a\"));",
        "settings.Value.Text = flag ? \"Server=localhost;Database=a\" : kind switch { 1 => @\"Server=localhost,3306;Database=b\", _ => \"mysql://root@[::1]:3306/c\" };",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Broken_code_around_a_text_is_taken(string statements)
    {
        var whole = $"class C {{ object p; object M(string name, object words) {{ {statements} return null; }} }}";
        var tokens = CSharpSyntaxTree.ParseText(whole).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().Select(token => token.Span).ToArray();
        var project = new TestProject().WithSource("Whole.cs", whole);
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = tokens[i];
            var token = whole.Substring(span.Start, span.Length);
            project = project
                .WithSource($"Without{i}.cs", whole.Remove(span.Start, span.Length))
                .WithSource($"Twice{i}.cs", whole.Insert(span.End, " " + token))
                .WithSource($"Cut{i}.cs", whole[..span.End])
                .WithSource($"Wrapped{i}.cs", whole[..span.Start] + "(" + token + ")!" + whole[span.End..]);
        }

        // The verifier asserts that no analyzer failed.
        var diagnostics = await project.AnalyzeAsync();
        Assert.All(diagnostics, diagnostic => Assert.Equal(LocationKind.SourceFile, diagnostic.Location.Kind));
    }
}
