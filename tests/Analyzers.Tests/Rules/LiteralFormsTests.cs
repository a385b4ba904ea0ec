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
    [InlineData("\"Server=\" + \"[|local\" + \"host|];Database=shop\"")]
    [InlineData("\"Server=\\x20[|localhost|];Database=shop\"")]
    public Task A_host_that_is_not_written_in_one_literal_is_reported_without_a_fix(string literal) =>
        Verify.CodeAsync(InMember(literal), LocalhostInMySql.Id, InMember(Markup.Parse(literal).Text), s_project);

    /// <summary>A constant or local that only this text uses is edited where it stands, and the port goes into the text.</summary>
    [Theory]
    [InlineData("\"Server=\" + Host + \";Database=shop\"", "\"Server=\" + Host + \";Port=3307;Database=shop\"")]
    [InlineData("$\"Server={Host};Database=shop\"", "$\"Server={Host};Port=3307;Database=shop\"")]
    [InlineData("$\"Server={Host};Port=3306;Database=shop\"", "$\"Server={Host};Port=3307;Database=shop\"")]
    [InlineData("string.Concat(\"Server=\", Host, \";Database=shop\")", "string.Concat(\"Server=\", Host, \";Port=3307;Database=shop\")")]
    [InlineData("string.Format(\"Server={0};Database={1}\", Host, \"shop\")", "string.Format(\"Server={0};Port=3307;Database={1}\", Host, \"shop\")")]
    [InlineData("$\"Database=shop;Server={Host}\"", "$\"Database=shop;Server={Host}\"")]
    public Task A_constant_of_one_use_is_edited_in_its_declaration(string literal, string fixedLiteral) => Verify.CodeAsync(
        InMember(literal, "[|localhost|]"), LocalhostInMySql.Id, InMember(fixedLiteral, "127.0.0.1"), s_project);

    [Theory]
    [InlineData("var host = \"[|localhost|]\";", "var host = \"127.0.0.1\";")]
    [InlineData("const string host = \"[|localhost|]\";", "const string host = \"127.0.0.1\";")]
    [InlineData("string host = (\"[|localhost|]\");", "string host = (\"127.0.0.1\");")]
    [InlineData("string host; host = \"[|localhost|]\";", "string host; host = \"127.0.0.1\";")]
    public Task A_local_with_one_value_is_edited_where_it_is_declared(string declaration, string fixedDeclaration) => Verify.CodeAsync(
        InStatements(declaration), LocalhostInMySql.Id, InStatements(fixedDeclaration, ";Port=3307"), s_project);

    /// <summary>The port is the other hosts' too: it is offered, and not written unasked; and no host is written for a port that nobody publishes.</summary>
    [Fact]
    public async Task A_local_with_a_fallback_is_edited_where_its_port_is_published()
    {
        const string declaration = "var host = System.Environment.GetEnvironmentVariable(\"H\") ?? ";
        await Verify.CodeAsync(InStatements(declaration + "\"[|localhost|]\";"), LocalhostInMySql.Id, InStatements(declaration + "\"localhost\";"), s_project);
        await Verify.CodeAsync(
            InStatements(declaration + "\"[|localhost|]\";", ";Port=3307"), LocalhostInMySql.Id, InStatements(declaration + "\"127.0.0.1\";", ";Port=3307"), s_project);
    }

    [Theory]
    [InlineData("var host = \"localhost\"; host = \"db\";")]
    [InlineData("var host = \"localhost\"; Set(ref host); void Set(ref string h) { }")]
    [InlineData("var host = \"localhost\"; (host) = System.Environment.MachineName;")]
    [InlineData("var host = System.Environment.MachineName;")]
    public Task A_local_with_several_values_is_a_hole(string declaration) => Verify.SilentAsync(InStatements(declaration), s_project);

    [Theory]
    [InlineData("$\"Server={hole ?? \"[|localhost|]\"};Database=shop\"", "$\"Server={hole ?? \"localhost\"};Database=shop\"")]
    [InlineData("$\"Server={hole ?? \"[|localhost|]\"};Port=3306;Database=shop\"", "$\"Server={hole ?? \"localhost\"};Port=3306;Database=shop\"")]
    [InlineData("$\"Server={hole ?? \"[|localhost|]\"};Port=3307;Database=shop\"", "$\"Server={hole ?? \"127.0.0.1\"};Port=3307;Database=shop\"")]
    [InlineData("$\"Server={hole ?? \"[|localhost|]\"};Port={hole ?? \"3306\"};Database=shop\"", "$\"Server={hole ?? \"127.0.0.1\"};Port={hole ?? \"3307\"};Database=shop\"")]
    [InlineData("\"Server=[|localhost|];Port=\" + 3306 + \";Database=shop\"", "\"Server=127.0.0.1;Port=\" + 3307 + \";Database=shop\"")]
    [InlineData("$\"Server=[|localhost|];Port={3306};Database=shop\"", "$\"Server=127.0.0.1;Port={3307};Database=shop\"")]
    [InlineData("$\"Server=[|localhost|];Port={3306u};Database=shop\"", "$\"Server=127.0.0.1;Port={3307u};Database=shop\"")]
    [InlineData("$\"Server={\"[|localhost|]\"};Database=shop\"", "$\"Server={\"127.0.0.1\"};Port=3307;Database=shop\"")]
    public Task A_literal_in_a_hole_is_edited_in_the_hole(string literal, string fixedLiteral) =>
        Verify.CodeAsync(InMember(literal), LocalhostInMySql.Id, InMember(fixedLiteral), s_project);

    [Theory]
    [InlineData("\"Server=[|localhost|];Port=33\" + \"06;Database=shop\"", "\"Server=127.0.0.1;Port=33\" + \"06;Database=shop\"")]
    [InlineData("$\"Server=[|localhost|];Port={0xCEA};Database=shop\"", "$\"Server=127.0.0.1;Port={0xCEA};Database=shop\"")]
    [InlineData("$\"Server=[|localhost|];Port={hole};Database=shop\"", "$\"Server=127.0.0.1;Port={hole};Database=shop\"")]
    [InlineData("$\"Server=[|localhost|];Port={3306:D5};Database=shop\"", "$\"Server=127.0.0.1;Port={3306:D5};Database=shop\"")]
    [InlineData("$\"Server=[|localhost|];Port=3306;Database={hole ?? \"shop\"}\"", "$\"Server=localhost;Port=3306;Database={hole ?? \"shop\"}\"")]
    public Task A_port_that_cannot_be_written_or_is_not_proved_is_kept(string literal, string fixedLiteral) =>
        Verify.CodeAsync(InMember(literal), LocalhostInMySql.Id, InMember(fixedLiteral), s_project);

    [Theory]
    [InlineData("\"Server=[|localhost|];Database=\" + hole", "\"Server=localhost;Database=\" + hole")]
    [InlineData("\"Server=[|localhost|];Port=3307;Database=\" + hole", "\"Server=127.0.0.1;Port=3307;Database=\" + hole")]
    [InlineData("\"Server=[|localhost|];Database=shop;Pwd=\" + hole.Trim() + \";Uid=a\"", "\"Server=127.0.0.1;Port=3307;Database=shop;Pwd=\" + hole.Trim() + \";Uid=a\"")]
    [InlineData("string.Concat(\"Server=[|localhost|];\", \"Database=shop\")", "string.Concat(\"Server=127.0.0.1;Port=3307;\", \"Database=shop\")")]
    [InlineData("string.Join(\";\", \"Server=[|localhost|]\", \"Database=shop\")", "string.Join(\";\", \"Server=127.0.0.1;Port=3307\", \"Database=shop\")")]
    [InlineData("string.Format(\"Server=[|localhost|];Database={0}\", hole)", "string.Format(\"Server=localhost;Database={0}\", hole)")]
    [InlineData("string.Format(System.Globalization.CultureInfo.InvariantCulture, \"Server=[|localhost|];Database={0};Pwd={{{1}}}\", \"shop\", hole)", "string.Format(System.Globalization.CultureInfo.InvariantCulture, \"Server=127.0.0.1;Port=3307;Database={0};Pwd={{{1}}}\", \"shop\", hole)")]
    public Task A_text_that_code_composes_is_one_text_with_holes(string literal, string fixedLiteral) =>
        Verify.CodeAsync(InMember(literal), LocalhostInMySql.Id, InMember(fixedLiteral), s_project);

    [Theory]
    [InlineData("hole + \"Server=localhost;Database=shop\"")]
    [InlineData("\"Server=\" + hole + \"localhost;Database=shop\"")]
    [InlineData("string.Format(\"Server={0};Database=shop\", hole)")]
    [InlineData("string.Format(\"Server=localhost;Database={\", hole)")]
    [InlineData("string.Concat(\"Server=\", hole, \";Database=shop\")")]
    [InlineData("$\"Server={hole};Database=shop\"")]
    public Task A_host_that_is_not_known_is_silent(string literal) => Verify.SilentAsync(InMember(literal), s_project);

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

    [Theory]
    [InlineData("const string Shared = \"[|localhost|]\"; static bool Is(string host) => host == Shared;", "Shared")]
    [InlineData("static string Shared => System.Environment.GetEnvironmentVariable(\"H\") ?? \"[|localhost|]\"; static void Log() => System.Console.WriteLine(Shared);", "Shared")]
    public Task A_host_that_is_used_otherwise_too_is_not_repaired_unasked(string members, string host)
    {
        var code = $"class C {{ {members} object M() => new MySqlConnector.MySqlConnection($\"Server={{{host}}};Port=3307;Database=shop\"); }}";
        return Verify.CodeAsync(code, LocalhostInMySql.Id, Markup.Parse(code).Text, s_project);
    }

    [Fact]
    public Task A_host_of_two_texts_is_reported_once_and_repaired_where_it_stands() => Verify.CodeAsync(
        "class C { public const string Host = \"[|localhost|]\"; object A() => new MySqlConnector.MySqlConnection($\"Server={Host};Port=3307;Database=shop\"); object B() => new MySqlConnector.MySqlConnection($\"Server={Host};Port=3307\"); }",
        LocalhostInMySql.Id,
        "class C { public const string Host = \"127.0.0.1\"; object A() => new MySqlConnector.MySqlConnection($\"Server={Host};Port=3307;Database=shop\"); object B() => new MySqlConnector.MySqlConnection($\"Server={Host};Port=3307\"); }",
        s_project);

    [Fact]
    public Task A_literal_of_a_megabyte_is_read() => Verify.CodeAsync(
        InMember($"\"Server=[|localhost|];Database=shop;Pwd={new string('x', 1_000_000)}\""),
        LocalhostInMySql.Id,
        InMember($"\"Server=127.0.0.1;Port=3307;Database=shop;Pwd={new string('x', 1_000_000)}\""),
        s_project);

    [Fact]
    public Task A_megabyte_of_pairs_is_read() => Verify.SilentAsync(InMember($"\"{string.Concat(Enumerable.Repeat("a=b;server=x;", 80_000))}\""), s_project);

    private static string InMember(string literal, string host = "localhost") =>
        $"class C {{ const string Host = \"{host}\"; const string Database = \"shop\"; object M(string hole) => new MySqlConnector.MySqlConnection({literal}); }}";

    private static string InStatements(string declaration, string port = "") =>
        $"class C {{ object M() {{ {declaration} return new MySqlConnector.MySqlConnection($\"Server={{host}}{port};Database=shop\"); }} }}";
}
