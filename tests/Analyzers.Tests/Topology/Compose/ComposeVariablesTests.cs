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
    [InlineData("$1", "?")]
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
        Assert.Equal("a", db.Environment["A"]);
    }

    [Fact]
    public void Keys_are_not_interpolated() => Assert.Equal("$SET=a", Db("services: { db: { image: mysql, environment: { $SET: a } } }", ("/repo/.env", Environment)).Variables());

    [Theory]
    [InlineData("a.env", "A=a B=a")]
    [InlineData("[a.env, b.env]", "A=b B=a C=b")]
    [InlineData("[b.env, a.env]", "A=a B=a C=b")]
    [InlineData("{ path: a.env }", "")]
    [InlineData("[{ path: a.env, required: false }, { path: ./b.env }]", "A=b B=a C=b")]
    public void Environment_files_are_laid_one_over_the_other(string files, string variables) => Assert.Equal(
        variables, Db($"services: {{ db: {{ image: mysql, env_file: {files} }} }}", ("/repo/a.env", "A=a\nB=a"), ("/repo/b.env", "A=b\nC=b")).Variables());

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
        Assert.Equal("own", db.Environment["A"]);
    }
}
