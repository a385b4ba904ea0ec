using static DockerConnectionStrings.Analyzers.Tests.Topology.Compose.ComposeReading;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Interpolation (Compose specification, "Interpolation") and environments. What no file sets the shell may set: it is not known.</summary>
public class ComposeVariablesTests
{
    private const string Environment = "SET=set\nEMPTY=\nSELF=${SET}-$SET-${UNSET:-x}\nOPEN=a${UNSET}\nSINGLE='$SET'\nESCAPED=\"\\$SET\"\nONLY\n";

    [Theory]
    [InlineData("${SET}", "set")]
    [InlineData("$SET", "set")]
    [InlineData("a$SET.b", "aset.b")]
    [InlineData("$SETX", "?")]
    [InlineData("${UNSET}", "?")]
    [InlineData("a${UNSET}b", "?")]
    [InlineData("$$SET $${SET}", "$SET ${SET}")]
    [InlineData("${UNSET:-default}", "default")]
    [InlineData("${UNSET-default}", "default")]
    [InlineData("${UNSET:-}", "")]
    [InlineData("${EMPTY:-default}", "default")]
    [InlineData("${EMPTY-default}", "")]
    [InlineData("${SET:-default}", "set")]
    [InlineData("${UNSET:-${SET}}", "set")]
    [InlineData("${UNSET:-${OTHER:-${SET:-x}}}!", "set!")]
    [InlineData("${UNSET:-${OTHER}}", "?")]
    [InlineData("${UNSET:-a $SET b}", "a set b")]
    [InlineData("${UNSET:-{\"a\": 1}", "{\"a\": 1")]
    [InlineData("${UNSET:-a:b-c?d}", "a:b-c?d")]
    [InlineData("${SET:?message}", "set")]
    [InlineData("${UNSET:?message}", "?")]
    [InlineData("${UNSET?message}", "?")]
    [InlineData("${EMPTY?message}", "")]
    [InlineData("${EMPTY:?message}", "?")]
    [InlineData("${SET:+other}", "other")]
    [InlineData("${SET+${SET}}", "set")]
    [InlineData("${EMPTY:+other}", "")]
    [InlineData("${EMPTY+other}", "other")]
    [InlineData("${UNSET:+other}", "?")]
    [InlineData("${SELF}", "set-set-x")]
    [InlineData("${OPEN}", "?")]
    [InlineData("${OPEN:-default}", "?")]
    [InlineData("${SINGLE}", "$SET")]
    [InlineData("${ESCAPED}", "$SET")]
    [InlineData("${ONLY}", "?")]
    [InlineData("${SET", "?")]
    [InlineData("${}", "?")]
    [InlineData("${1}", "?")]
    [InlineData("$1", "$1")]
    [InlineData("Pa$1word", "Pa$1word")]
    [InlineData("a $ string", "a $ string")]
    [InlineData("^REGEX$", "^REGEX$")]
    [InlineData("$}", "$}")]
    [InlineData("$(date) $`x` $-$SET", "$(date) $`x` $-set")]
    [InlineData("$$$SET$$", "$set$")]
    [InlineData("$SET-bar", "set-bar")]
    [InlineData("${ }", "?")]
    [InlineData("${ SET}", "?")]
    [InlineData("${SET }", "?")]
    [InlineData("${SET!}", "?")]
    [InlineData("a${SET:}b", "?")]
    [InlineData("${SET:=x}", "?")]
    [InlineData("a ${ b ${SET}", "?")]
    [InlineData("ok ${EMPTY:-/non:-alphanumeric}", "ok /non:-alphanumeric")]
    [InlineData("-ok ${EMPTY:-d}", "-ok d")]
    [InlineData("+ok ${UNSET:-${EMPTY-d}}", "+ok ")]
    [InlineData(":?ok ${EMPTY-d}", ":?ok ")]
    [InlineData("ok ${UNSET-$SET}", "ok set")]
    [InlineData("ok ${UNSET-${SET} ${SET}}", "ok set set")]
    [InlineData("ok ${EMPTY+$SET ${SET:+second}}", "ok set second")]
    [InlineData("ok ${SUBDOMAIN:-redis}.${SET:?}", "ok redis.set")]
    [InlineData("${SET:-{\"a\":1}}", "set")]
    [InlineData("${UNSET:-{\"a\":1}}", "{\"a\":1}")]
    [InlineData("${UNSET:-{\"a\":{\"b\":1}}}!", "{\"a\":{\"b\":1}}!")]
    [InlineData("${UNSET:-{\"a\":\"${SET}\"}} $SET", "{\"a\":\"set\"} set")]
    [InlineData("${UNSET:-{}}", "{}")]
    [InlineData("${UNSET:-{}} ${SET}", "?")]
    [InlineData("${SET:-a}}", "set}")]
    [InlineData("${SET:?${UNSET}}", "set")]
    public void A_value_with_variables(string written, string value) => Assert.Equal(
        "KEY=" + value, Db($"services: {{ db: {{ image: mysql, environment: {{ KEY: '{written}' }} }} }}", ("/repo/.env", Environment)).Variables());

    [Fact]
    public void A_variable_that_is_not_known_leaves_the_rest_of_the_value()
    {
        Assert.Equal("MySQL", Db("services: { db: { image: 'mysql:${TAG}' } }").Engine?.Name);
        Assert.Equal("MySQL", Db("services: { db: { image: '${REGISTRY}/mysql' } }").Engine?.Name);
        Assert.Null(Db("services: { db: { image: '${IMAGE}:8' } }").Engine);
        Assert.Equal("?:3306 3308:3307", Db("services: { db: { image: mysql, ports: ['${PORT}:3306', '3308:3307'] } }").Ports());
    }

    [Fact]
    public void A_key_of_a_list_that_is_not_known_leaves_the_environment_open()
    {
        var db = Db("services: { db: { image: mysql, environment: ['A=a', '${PAIR}'] } }");
        Assert.True(db.IsEnvironmentOpen);
        Assert.Equal("a", db.Environment["A"].Known);
    }

    [Fact]
    public void Keys_are_not_interpolated() => Assert.Equal("$SET=a", Db("services: { db: { image: mysql, environment: { $SET: a } } }", ("/repo/.env", Environment)).Variables());

    [Theory]
    [InlineData("a.env", "A=a B=a")]
    [InlineData("[a.env, b.env]", "A=b B=a C=b")]
    [InlineData("[b.env, a.env]", "A=a B=a C=b")]
    [InlineData("{ path: a.env }", "")]
    [InlineData("[{ path: a.env, required: false }, { path: ./b.env }]", "A=b B=a C=b")]
    [InlineData("[a.env, b.env, a.env]", "A=b B=a C=b")]
    [InlineData("[a.env, b.env, ./a.env]", "A=a B=a C=b")]
    [InlineData("[a.env, b.env, { path: a.env, format: raw }]", "A=b B=a C=b")]
    public void Environment_files_are_laid_one_over_the_other(string files, string variables) => Assert.Equal(
        variables, Db($"services: {{ db: {{ image: mysql, env_file: {files} }} }}", ("/repo/a.env", "A=a\nB=a"), ("/repo/b.env", "A=b\nC=b")).Variables());

    [Theory]
    [InlineData("[a.env, b.env]", "a.env", "A=b B=a C=b")]
    [InlineData("a.env", "[b.env, a.env]", "A=b B=a C=b")]
    [InlineData("b.env", "a.env", "A=a B=a C=b")]
    [InlineData("[a.env, b.env]", "!override a.env", "A=a B=a")]
    [InlineData("[a.env, b.env]", "!reset []", "")]
    public void An_environment_file_that_is_named_again_keeps_its_first_place(string files, string over, string variables) => Assert.Equal(
        variables,
        Db($"services: {{ db: {{ image: mysql, env_file: {files} }} }}", ("/repo/compose.override.yml", $"services: {{ db: {{ env_file: {over} }} }}"), ("/repo/a.env", "A=a\nB=a"), ("/repo/b.env", "A=b\nC=b")).Variables());

    /// <summary>docker/cli, <c>kvfile</c>: behind the sign, each character up to the line end is the value's.</summary>
    [Fact]
    public void A_raw_file_keeps_quotes_and_signs_as_they_are()
    {
        var db = Db(
            "services: { db: { image: mysql, env_file: [{ path: a.env, format: raw }] } }",
            ("/repo/a.env", "\uFEFF# comment\nA=\"a\"\r\n  B=$SET ${SET} # no comment\nC = x\nD=a=b'\n\nSET\nE= \n"),
            ("/repo/.env", Environment));
        Assert.Equal(["\"a\"", "$SET ${SET} # no comment", "a=b'", " ", "set"], new[] { "A", "B", "D", "E", "SET" }.Select(name => db.Environment[name].Known));
        Assert.DoesNotContain("C", db.Environment.Keys);
        Assert.True(db.IsEnvironmentOpen);
    }

    [Fact]
    public void A_format_that_is_not_known_leaves_the_environment_open() =>
        Assert.True(Db("services: { db: { image: mysql, env_file: [{ path: a.env, format: custom }] } }", ("/repo/a.env", "A=a")).IsEnvironmentOpen);

    [Theory]
    [InlineData("[SET, EMPTY, UNSET]", "EMPTY= SET=set UNSET=?")]
    [InlineData("{ SET: , EMPTY: null, UNSET: ~ }", "EMPTY= SET=set UNSET=?")]
    [InlineData("{ SET: \"\", EMPTY: own }", "EMPTY=own SET=")]
    [InlineData("[SET=, OPEN, SELF]", "OPEN=? SELF=set-set-x SET=")]
    public void A_key_alone_takes_the_value_of_the_project(string environment, string variables) => Assert.Equal(
        variables, Db($"services: {{ db: {{ image: mysql, environment: {environment} }} }}", ("/repo/.env", Environment)).Variables());

    [Fact]
    public void A_key_alone_in_an_environment_file_takes_the_value_of_the_project() => Assert.Equal(
        "EMPTY= SET=set UNSET=?", Db("services: { db: { image: mysql, env_file: a.env } }", ("/repo/a.env", "SET\nEMPTY\nUNSET\n"), ("/repo/.env", Environment)).Variables());

    [Fact]
    public void A_key_alone_in_an_override_takes_the_value_of_the_project() => Assert.Equal(
        "SET=set", Db("services: { db: { image: mysql, environment: { SET: base } } }", ("/repo/compose.override.yml", "services: { db: { environment: [SET] } }"), ("/repo/.env", Environment)).Variables());

    [Fact]
    public void An_environment_file_may_name_what_the_service_and_the_files_before_it_set() => Assert.Equal(
        "A=a B=a-own C=a-own-file OWN=own",
        Db("services: { db: { image: mysql, env_file: [a.env, b.env], environment: { OWN: own } } }", ("/repo/a.env", "A=a\nB=$A-$OWN\nOWN=file\n"), ("/repo/b.env", "C=$B-${X:-file}\n")).Variables());

    /// <summary>compose-go, <c>cli</c> and <c>NormalizeProjectName</c>.</summary>
    [Theory]
    [InlineData("", "", "repo")]
    [InlineData("name: Shop", "", "shop")]
    [InlineData("name: ${X:-_My} Shop", "", "myshop")]
    [InlineData("name: shop", "COMPOSE_PROJECT_NAME=other", "other")]
    [InlineData("name: ${COMPOSE_PROJECT_NAME:-default}", "", "default")]
    [InlineData("", "COMPOSE_PROJECT_NAME=", "repo")]
    [InlineData("", "COMPOSE_PROJECT_NAME=Not-Normal", "?")]
    [InlineData("name: ${UNSET}", "", "?")]
    [InlineData("name: ___", "", "?")]
    public void The_name_of_the_project_is_a_variable(string name, string environment, string value) => Assert.Equal(
        "KEY=" + value, Db(name + "\nservices: { db: { image: mysql, environment: { KEY: '${COMPOSE_PROJECT_NAME}' } } }", ("/repo/.env", environment)).Variables());

    [Fact]
    public void The_last_file_names_the_project() => Assert.Equal(
        "COMPOSE_PROJECT_NAME=over", Overridden("name: base\nservices: { db: { image: mysql, environment: [COMPOSE_PROJECT_NAME] } }", "name: over\nservices: { db: { } }").Variables());

    [Fact]
    public void The_environment_counts_more_than_its_files()
    {
        var db = Db("services: { db: { image: mysql, env_file: a.env, environment: [A=own, B] } }", ("/repo/a.env", "A=a\nB=b\nC=c\nD"));
        Assert.Equal("A=own B=? C=c D=?", db.Variables());
        Assert.Equal(["A", "B"], db.OwnKeys.Order());
        Assert.Equal(["/repo/a.env"], db.EnvironmentFiles);
        Assert.False(db.IsEnvironmentOpen);
    }

    /// <summary>compose-go, <c>dotenv</c>: the project's variables first, then those before it in the file.</summary>
    [Fact]
    public void An_environment_file_may_name_variables_of_the_project() => Assert.Equal("SET=file URL=set-own OPEN=? USER=own".Split(' ').Order(StringComparer.Ordinal), Db(
        "services: { db: { image: mysql, env_file: a.env } }", ("/repo/a.env", "SET=file\nUSER=own\nURL=${SET}-$USER\nOPEN=${UNSET}"), ("/repo/.env", Environment)).Variables().Split(' '));

    [Theory]
    [InlineData("missing.env")]
    [InlineData("[a.env, '${FILE}']")]
    [InlineData("[{ path: missing.env, required: false }]")]
    public void An_environment_file_that_did_not_come_leaves_the_environment_open(string files)
    {
        var db = Db($"services: {{ db: {{ image: mysql, env_file: {files}, environment: {{ A: own }} }} }}", ("/repo/a.env", "A=a"));
        Assert.True(db.IsEnvironmentOpen);
        Assert.False(db.IsOpen);
        Assert.Equal("own", db.Environment["A"].Known);
    }
}
