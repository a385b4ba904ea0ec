using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>Every form and place of a literal: the finding lies on the host, and the edit keeps the rest byte for byte.</summary>
public class LiteralFormsTests
{
    private const string Compose = """
        services:
          mysql:
            image: mysql:8
            environment:
              MYSQL_DATABASE: shop
            ports:
              - "3307:3306"
        """;

    private static readonly TestProject s_project = new TestProject().With("docker-compose.yml", Compose);

    /// <summary><c>Hn</c> stands for the marked host, <c>Pn</c> for the port.</summary>
    [Theory]
    [InlineData("\"Server=HOST;Port=PORT;Database=shop\"")]
    [InlineData("@\"Server=HOST;Port=PORT;Database=shop;Pwd=\"\"a\"\"\"")]
    [InlineData("\"Server=\\\"HOST\\\";Port=PORT;Database=shop;Pwd=\\t\"")]
    [InlineData("\"\"\"Server=\"HOST\";Port=PORT;Database=shop\"\"\"")]
    [InlineData("\"\"\"\n    Server=HOST;\n      Port=PORT;\n    Database=shop;\n    \"\"\"")]
    [InlineData("\"\"\"\r\n\tServer=HOST;\r\n\tPort=PORT;\r\n\tDatabase=shop;\r\n\t\"\"\"")]
    [InlineData("$\"Server=HOST;Port=PORT;Database=shop;Pwd={hole};\"")]
    [InlineData("$@\"Server=HOST;Port=PORT;Database=shop;Pwd={hole};Uid=\"\"{{\"\"\"")]
    [InlineData("$\"\"\"Server=HOST;Port=PORT;Database=shop;Pwd={hole};\"\"\"")]
    [InlineData("$$\"\"\"\n    Server=HOST;Pwd={{hole}};\n    Port=PORT;Database=shop\n    \"\"\"")]
    [InlineData("\"Host=\" + \"HOST;Port=PORT;Database=shop\"")]
    [InlineData("\"Server=\\u0020HOST;Port=PORT;Database=shop\"")]
    [InlineData("\"Server=HOST;\" + \"Port=PORT;\" + @\"Database=shop\"")]
    [InlineData("(\"Server=\" + \"HOST\") + (\";Port=PORT;Database=\" + Database)")]
    [InlineData("\"Server=HOST;Port=\" + \"PORT\" + $\";Database={Database};Pwd={hole}\"")]
    public async Task Host_and_port_are_repaired_in_place(string literal)
    {
        await Verify.CodeAsync(
            InMember(literal.Replace("HOST", "[|localhost|]", StringComparison.Ordinal).Replace("PORT", "3306", StringComparison.Ordinal)),
            LocalhostInMySql.Id,
            InMember(literal.Replace("HOST", "127.0.0.1", StringComparison.Ordinal).Replace("PORT", "3307", StringComparison.Ordinal)),
            s_project);
        await Verify.CodeAsync(
            InMember(literal.Replace("HOST", "[|172.17.0.2|]", StringComparison.Ordinal).Replace("PORT", "3306", StringComparison.Ordinal)),
            ContainerAddress.Id,
            InMember(literal.Replace("HOST", "127.0.0.1", StringComparison.Ordinal).Replace("PORT", "3307", StringComparison.Ordinal)),
            s_project);
    }

    [Theory]
    [InlineData("\"Server=[|loc\" + \"alhost|];Database=shop\"")]
    [InlineData("\"Server=\" + [|Host|] + \";Database=shop\"")]
    [InlineData("$\"Server=[|{Host}|];Database=shop\"")]
    [InlineData("\"Host=\" + [|Host|] + \";Database=shop\"")]
    [InlineData("\"Server=\\x20[|localhost|];Database=shop\"")]
    public Task A_host_that_is_not_written_in_one_literal_is_reported_without_a_fix(string literal) =>
        Verify.CodeAsync(InMember(literal), LocalhostInMySql.Id, InMember(Markup.Parse(literal).Text), s_project);

    [Theory]
    [InlineData("\"Server=[|localhost|];Port=33\" + \"06;Database=shop\"", "\"Server=127.0.0.1;Port=33\" + \"06;Database=shop\"")]
    [InlineData("\"Server=[|localhost|];Port=\" + 3306 + \";Database=shop\"", "\"Server=127.0.0.1;Port=\" + 3306 + \";Database=shop\"")]
    [InlineData("$\"Server=[|localhost|];Port={3306};Database=shop\"", "$\"Server=127.0.0.1;Port={3306};Database=shop\"")]
    public async Task A_port_that_is_not_written_in_one_literal_is_kept(string literal, string fixedLiteral)
    {
        await Verify.CodeAsync(InMember(literal), LocalhostInMySql.Id, InMember(fixedLiteral), s_project);
    }

    [Theory]
    [InlineData("\"Server=localhost;Database=\" + hole")]
    [InlineData("hole + \"Server=localhost;Database=shop\"")]
    [InlineData("\"Server=localhost;Database=shop;Pwd=\" + hole.Trim() + \";Uid=a\"")]
    [InlineData("string.Concat(\"Server=localhost;\", \"Database=shop\")")]
    [InlineData("string.Format(\"Server=localhost;Database={0}\", hole)")]
    public Task A_chain_with_anything_but_literals_and_constants_is_silent(string literal) => Verify.SilentAsync(InMember(literal), s_project);

    [Theory]
    [InlineData("class C { const string A = #, B = \"x\"; }")]
    [InlineData("class C { readonly string _a = #; }")]
    [InlineData("class C { string A { get; set; } = #; }")]
    [InlineData("class C { string A => #; }")]
    [InlineData("class C { string M() { return #; } }")]
    [InlineData("class C { void M() { var a = #; } }")]
    [InlineData("class C { void M(string a = #) { } }")]
    [InlineData("class C { string[] A = { \"x\", # }; }")]
    [InlineData("class C { void M() { Use(#); } void Use(string a) { } }")]
    [InlineData("class C { void M() { Unknown(#); } }")]
    [InlineData("class C { void M() { Unknown(# } }")]
    [InlineData("[System.Obsolete] class C { System.Collections.Generic.Dictionary<string, string> A = new() { [\"ConnectionStrings:Shop\"] = # }; }")]
    [InlineData("var a = #;")]
    [InlineData("class C { string M(int x) => x switch { 1 => #, _ => \"\" }; }")]
    public Task Every_place_is_read(string code) => Verify.CodeAsync(
        code.Replace("#", "\"Server=[|localhost|];Database=shop;Port=3306\"", StringComparison.Ordinal),
        LocalhostInMySql.Id,
        code.Replace("#", "\"Server=127.0.0.1;Database=shop;Port=3307\"", StringComparison.Ordinal),
        s_project);

    [Theory]
    [InlineData("// <auto-generated/>\nclass C { string A = #; }")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")] class C { string A = #; }")]
    [InlineData("class C { /* \"Server=localhost;Port=3306\" */ /// <summary>\"Server=localhost;Port=3306\"</summary>\n }")]
    [InlineData("class C { [System.Obsolete(# )] void M() { } }")]
    [InlineData("class C { void M(string s) { switch (s) { case #: break; default: goto case #; } } }")]
    [InlineData("#if X\nclass C { string A = #; }\n#endif")]
    [InlineData("class C { void M(string host) { if (host == \"localhost\") { } } }")]
    [InlineData("class C { string A = \"'root'@'localhost'\"; string B = \"GRANT ALL ON *.* TO 'root'@'localhost'\"; }")]
    [InlineData("class C { string A = \"Use Server=localhost;Database=shop;Port=3306 to connect\"; }")]
    [InlineData("class C { string A = \"{\\\"ConnectionStrings\\\":{\\\"Shop\\\":\\\"Server=localhost;Database=shop;Port=3306\\\"}}\"; }")]
    [InlineData("class C { string A = \"Usage:\\n  Server=localhost;Database=shop;Port=3306\"; }")]
    [InlineData("class C { string A = \"http://localhost:3306/?server=localhost&database=shop\"; }")]
    public Task What_is_no_text_of_the_users_own_is_silent(string code) => Verify.SilentAsync(code.Replace("#if", "@if", StringComparison.Ordinal).Replace("#endif", "@endif", StringComparison.Ordinal).Replace("#", "\"Server=localhost;Database=shop;Port=3306\"", StringComparison.Ordinal).Replace("@", "#", StringComparison.Ordinal), s_project);

    [Fact]
    public Task A_literal_of_a_megabyte_is_read() => Verify.CodeAsync(
        InMember($"\"Server=[|localhost|];Database=shop;Pwd={new string('x', 1_000_000)}\""),
        LocalhostInMySql.Id,
        InMember($"\"Server=127.0.0.1;Port=3307;Database=shop;Pwd={new string('x', 1_000_000)}\""),
        s_project);

    [Fact]
    public Task A_megabyte_of_pairs_is_read() => Verify.SilentAsync(InMember($"\"{string.Concat(Enumerable.Repeat("a=b;server=x;", 80_000))}\""), s_project);

    private static string InMember(string literal) =>
        $"class C {{ const string Host = \"localhost\"; const string Database = \"shop\"; object M(string hole) => new MySqlConnector.MySqlConnection({literal}); }}";
}
