using System.Text;
using DockerConnectionStrings.Analyzers.Settings;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>Files that are broken, half typed, huge or written to do harm: a clear word or silence, never more than linear work.</summary>
public class HostileSettingsTests
{
    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    /// <summary>One of each kind, with values of every form.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "appsettings.json", "\uFEFF{\r\n // c\r\n \"ConnectionStrings\": { \"Shop\": \"Server=\\u006cocalhost;Port=3306;Database=shop\", /* d */ },\r\n \"MySql\": { \"Host\": \"localhost\", \"Port\": 3306, \"Hosts\": [ \"localhost\", \"172.17.0.2:3306\" ] } }" },
        { "Properties/launchSettings.json", """{ "profiles": { "App": { "commandName": "Project", "environmentVariables": { "MYSQL_HOST": "localhost", "MYSQL_PORT": "3306", "C": "Server=localhost;Port=3306;Database=shop" } } } }""" },
        { "App.config", """<?xml version="1.0"?><configuration><connectionStrings><add name="Shop" connectionString="Server=&#x6c;ocalhost;Port=3306;Database=shop;Uid=a" providerName='MySqlConnector'/></connectionStrings><!-- c --><appSettings><add key="MySqlHost" value="localhost"/></appSettings></configuration>""" },
        { "settings.yml", "# c\nMySql: &a\n  host: \"localhost\"\n  port: 3306\nShop: >-\n  Server=localhost;\n  Database=shop;Port=3306\nother: *a\n" },
        { ".env", "export MYSQL_HOST='172.17.0.2'\nMYSQL_PORT=3306 # c\nSHOP=\"Server=172.17.0.2;Database=shop;\nPort=3306\"\n" },
    };

    /// <summary>Every beginning of a file, and the file with a character taken out or put in at every place.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_half_typed_file_is_read_as_far_as_it_can_be(string path, string text)
    {
        var kind = SettingsKinds.Of(path)!.Value;
        for (var i = 0; i <= text.Length; i++)
        {
            SettingsFile.Read(kind, text[..i]);
            SettingsFile.Read(kind, text[i..]);
            foreach (var inserted in new[] { "\"", "\0", "\\", "\uD800", "}", "<", "&", "\n", "\t", "#", "*" })
            {
                var read = SettingsFile.Read(kind, text.Insert(i, inserted));
                Assert.All(read.Endpoints, endpoint => Assert.InRange(endpoint.Anchor, 0, text.Length));
            }
        }

        // And through the analyzer, some of them: an exception would be a finding of its own.
        foreach (var i in Enumerable.Range(0, text.Length).Where(i => i % 7 == 0))
        {
            await VerifyFile.MessagesAsync(path, text[..i], s_shop);
        }
    }

    public static TheoryData<string> Shapes => [.. s_shapes.Select(shape => shape.Name)];

    private static readonly (string Name, SettingsKind Kind, Func<int, string> Write)[] s_shapes =
    [
        ("many keys", SettingsKind.Json, n => "{" + string.Join(",", Enumerable.Range(0, n).Select(i => $"\"Key{i}\": \"Server=localhost;Port=3306;Database=shop{i}\"")) + "}"),
        ("many hosts", SettingsKind.Json, n => "{" + string.Join(",", Enumerable.Range(0, n).Select(i => $"\"Db{i}Host\": \"localhost\", \"Db{i}Port\": 3306")) + "}"),
        ("the same host", SettingsKind.Json, n => "{" + string.Join(",", Enumerable.Range(0, n).Select(_ => "\"Host\": \"localhost\", \"Port\": 3306")) + "}"),
        ("many sections", SettingsKind.Json, n => "{" + string.Join(",", Enumerable.Range(0, n).Select(i => $"\"S{i}\": {{ \"Host\": \"localhost\", \"Type\": \"mysql\" }}")) + "}"),
        ("deep objects", SettingsKind.Json, n => string.Concat(Enumerable.Repeat("{\"a\":", n)) + "\"mysql://localhost/shop\"" + new string('}', n)),
        ("deep lists", SettingsKind.Json, n => new string('[', n) + "\"mysql://localhost/shop\"" + new string(']', n)),
        ("a long list", SettingsKind.Json, n => "{ \"Hosts\": [" + string.Join(",", Enumerable.Repeat("\"localhost\"", n)) + "] }"),
        ("a long text", SettingsKind.Json, n => "{ \"A\": \"" + string.Concat(Enumerable.Repeat("Server=localhost;", n)) + "\" }"),
        ("a long name", SettingsKind.Json, n => "{ \"" + new string('h', n) + "Host\": \"localhost\" }"),
        ("escapes", SettingsKind.Json, n => "{ \"A\": \"Server=localhost;Database=" + string.Concat(Enumerable.Repeat("\\u0061\\ud800", n)) + "\" }"),
        ("deep elements", SettingsKind.Xml, n => string.Concat(Enumerable.Repeat("<a b='mysql://localhost/shop'>", n))),
        ("many elements", SettingsKind.Xml, n => "<a>" + string.Concat(Enumerable.Range(0, n).Select(i => $"<add key='k{i}' value='Server=localhost;Port=3306;Database=shop'/>")) + "</a>"),
        ("many attributes", SettingsKind.Xml, n => "<a " + string.Join(" ", Enumerable.Range(0, n).Select(i => $"host{i}='localhost'")) + "/>"),
        ("an entity bomb", SettingsKind.Xml, n => "<!DOCTYPE a [<!ENTITY a0 'Server=localhost;'>" + string.Concat(Enumerable.Range(1, Math.Min(n, 1_000)).Select(i => $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};'>")) + "]><a b='&a9;'>&a9;</a>"),
        ("a fetched entity", SettingsKind.Xml, n => "<!DOCTYPE a SYSTEM 'file:///etc/passwd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a b='" + new string('x', n) + "'>&x;</a>"),
        ("many variables", SettingsKind.Environment, n => string.Concat(Enumerable.Range(0, n).Select(i => $"DB{i}_HOST=172.17.0.2\nDB{i}_PORT=3306\n"))),
        ("aliases", SettingsKind.Yaml, n => "a: &a { host: localhost }\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"k{i}: *a\n"))),
        ("deep YAML", SettingsKind.Yaml, n => string.Concat(Enumerable.Repeat("{a: ", n)) + "mysql://localhost/shop" + new string('}', n)),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_file_of_each_shape_is_read_in_linear_time(string name)
    {
        var (_, kind, write) = s_shapes.Single(shape => shape.Name == name);
        LinearTime.Assert((int)Math.Min(20_000, 100L * SettingsFile.MostCharacters / write(1_000).Length), write, text => SettingsFile.Read(kind, text), name);
    }

    /// <summary>As large as a file may be, in CI. The limit is there for what hangs: a shape of quadratic work takes many minutes.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_largest_files_of_each_shape_are_read_to_their_end(string name)
    {
        var (_, kind, write) = s_shapes.Single(shape => shape.Name == name);
        var text = write((int)Math.Min(100_000, LongRuns.Of(800) * (long)SettingsFile.MostCharacters / write(1_000).Length));
        Assert.InRange(text.Length, 0, SettingsFile.MostCharacters);
        await Task.Run(() => SettingsFile.Read(kind, text), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_of_50_MB_is_not_read()
    {
        var text = new StringBuilder("{\n");
        while (text.Length < 50_000_000)
        {
            text.Append("\"Key\": \"Server=localhost;Port=3306;Database=shop;Uid=a\",\n");
        }

        Assert.Equal(["1 DKC900 Info: 'appsettings.json' cannot be read from line 1 on: it is longer than 4000000 characters"], await VerifyFile.MessagesAsync("appsettings.json", text.Append('}').ToString(), s_shop));
        Assert.Empty(await VerifyFile.MessagesAsync("data.json", text.ToString(), s_shop));
    }

    [Theory]
    [InlineData("appsettings.json", "{ \"A\": \"Server=localhost;Port=3306;Database=shop", "1 DKC900", "1 DKC001")]
    [InlineData("appsettings.Local.json", "{ \"A\": \"\\q\" }", "1 DKC900")]
    [InlineData("App.config", "<a><b></a>", "1 DKC900")]
    [InlineData("t.runsettings", "<a b=\"&unknown;\"/>", "1 DKC900")]
    [InlineData("Properties/launchSettings.json", "{ \"profiles\": [ }", "1 DKC900")]
    [InlineData("../Other/appsettings.json", "{")]
    [InlineData("template.json", "{ \"A\": {{ value }} }")]
    [InlineData("page.xml", "<a><b></a>")]
    [InlineData("appsettings.json", "", "1 DKC900")]
    [InlineData("appsettings.json", "{}")]
    [InlineData("appsettings.json", "{ // c\n \"A\": [1,2,], }")]
    public async Task A_file_that_DotNet_could_not_read_is_said_in_its_own_project(string path, string text, params string[] expected) =>
        Assert.Equal(expected, (await VerifyFile.MessagesAsync(path, text, s_shop)).Select(message => string.Join(" ", message.Split(' ').Take(2))));
}
