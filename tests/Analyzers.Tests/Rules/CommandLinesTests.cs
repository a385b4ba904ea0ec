using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>Command lines of MySQL's native tools, which take <c>localhost</c> for a Unix socket.</summary>
public class CommandLinesTests
{
    private static readonly TestProject s_project = new TestProject().WithDrivers().WithShopOnPort3307();

    [Theory]
    [InlineData("mysql -h [|localhost|] -P 3306 -u root shop", "mysql -h 127.0.0.1 -P 3307 -u root shop")]
    [InlineData("mysql -h[|localhost|] -P3306 -uroot -psecret shop", "mysql -h127.0.0.1 -P3307 -uroot -psecret shop")]
    [InlineData("mysql --host=[|localhost|] --port=3306 shop", "mysql --host=127.0.0.1 --port=3307 shop")]
    [InlineData("mysql --host [|localhost|] --port 3306 --database shop", "mysql --host 127.0.0.1 --port 3307 --database shop")]
    [InlineData("mysql -h [|localhost|] shop", "mysql -h 127.0.0.1 -P 3307 shop")]
    [InlineData("mysql --host=[|localhost|] shop", "mysql --host=127.0.0.1 --port=3307 shop")]
    [InlineData("mysqldump -u root -h '[|localhost|]' shop > shop.sql", "mysqldump -u root -h '127.0.0.1' -P 3307 shop > shop.sql")]
    [InlineData("mysqldump --host=\\\"[|localhost|]\\\" shop", "mysqldump --host=\\\"127.0.0.1\\\" --port=3307 shop")]
    [InlineData("/usr/bin/mysql -h [|localhost|] shop", "/usr/bin/mysql -h 127.0.0.1 -P 3307 shop")]
    [InlineData("C:/mysql/bin/mysql.exe -h [|localhost|] other", "C:/mysql/bin/mysql.exe -h 127.0.0.1 other")]
    [InlineData("mysqladmin -h [|localhost|] ping", "mysqladmin -h localhost ping")]
    [InlineData("mysqladmin -h [|localhost|] -P 3307 ping", "mysqladmin -h 127.0.0.1 -P 3307 ping")]
    [InlineData("mysqlimport -h [|localhost|] shop a.txt", "mysqlimport -h 127.0.0.1 -P 3307 shop a.txt")]
    [InlineData("mariadb -h [|localhost|] -P 3306 shop", "mariadb -h 127.0.0.1 -P 3307 shop")]
    [InlineData("mysqlsh -h [|localhost|] -P 3306 -u root", "mysqlsh -h localhost -P 3306 -u root")]
    [InlineData("mysqlsh -h [|localhost|] -P 3307 -u root", "mysqlsh -h 127.0.0.1 -P 3307 -u root")]
    [InlineData("cd /tmp && MYSQL_PWD=x mysql -h [|localhost|] shop", "cd /tmp && MYSQL_PWD=x mysql -h 127.0.0.1 -P 3307 shop")]
    [InlineData("mysql -h [|localhost|] shop # -h db.example.org -P 3308", "mysql -h 127.0.0.1 -P 3307 shop # -h db.example.org -P 3308")]
    [InlineData("mysql -u root -p#1 -h [|localhost|] shop", "mysql -u root -p#1 -h 127.0.0.1 -P 3307 shop")]
    [InlineData("mysql -u root -p'a # b' -h [|localhost|] shop", "mysql -u root -p'a # b' -h 127.0.0.1 -P 3307 shop")]
    [InlineData("cat a.sql | mysql -h [|localhost|] shop", "cat a.sql | mysql -h 127.0.0.1 -P 3307 shop")]
    [InlineData("bash -c \\\"mysql -h [|localhost|] -P 3306 shop\\\"", "bash -c \\\"mysql -h 127.0.0.1 -P 3307 shop\\\"")]
    [InlineData("sudo mysql -h [|localhost|] --protocol=tcp shop", "sudo mysql -h 127.0.0.1 -P 3307 --protocol=tcp shop")]
    [InlineData("mysql -h [|172.17.0.2|] -P 3306 -u root", "mysql -h 127.0.0.1 -P 3307 -u root")]
    public Task Host_and_port_are_repaired(string command, string fixedCommand) => Verify.CodeAsync(
        Run(command), command.Contains("172", StringComparison.Ordinal) ? ContainerAddress.Id : LocalhostInMySql.Id, Run(fixedCommand), s_project);

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(\"mysql\", \"-h [|localhost|] -P 3306 shop\");")]
    [InlineData("System.Diagnostics.Process.Start(\"/bin/sh\", \"-c 'mysql -h [|localhost|] -P 3306 shop'\");")]
    [InlineData("_ = new System.Diagnostics.ProcessStartInfo(\"mysqldump\", \"--host=[|localhost|] --port=3306 shop\");")]
    [InlineData("_ = new System.Diagnostics.ProcessStartInfo { FileName = \"mysql\", Arguments = \"-h [|localhost|] -P 3306 shop\" };")]
    [InlineData("var p = new System.Diagnostics.ProcessStartInfo(\"mysql\"); p.Arguments = \"-h [|localhost|] -P 3306 shop\";")]
    [InlineData("System.Diagnostics.Process.Start(\"mysql\", new[] { \"-h\", \"[|localhost|]\", \"-P\", \"3306\", \"shop\" });")]
    [InlineData("System.Diagnostics.Process.Start(\"mysql\", [\"--host=[|localhost|]\", \"--port=3306\", \"shop\"]);")]
    [InlineData("_ = new System.Diagnostics.ProcessStartInfo(\"mysql\") { ArgumentList = { \"-h\", \"[|localhost|]\", \"-P\", \"3306\", \"shop\" } };")]
    [InlineData("var p = new System.Diagnostics.ProcessStartInfo(\"mysql\"); p.ArgumentList.Add(\"-h\"); p.ArgumentList.Add(\"[|localhost|]\"); p.ArgumentList.Add(\"-P\"); p.ArgumentList.Add(\"3306\"); p.ArgumentList.Add(\"shop\");")]
    [InlineData("Start(new[] { \"mysql\", \"-h\", \"[|localhost|]\", \"-P\", \"3306\", \"shop\" });")]
    [InlineData("Start(new[] { \"bash\", \"-c\", \"mysql -h [|localhost|] -P 3306 shop\" });")]
    public Task Arguments_beside_their_program_are_repaired(string statement) => Verify.CodeAsync(
        InMethod(statement), LocalhostInMySql.Id, InMethod(Markup.Parse(statement).Text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal).Replace("3306", "3307", StringComparison.Ordinal)), s_project);

    [Theory]
    [InlineData("Start(new[] { \"mysql\", \"-h\", \"[|localhost|]\", \"shop\" });", "Start(new[] { \"mysql\", \"-h\", \"127.0.0.1\", \"-P\", \"3307\", \"shop\" });")]
    [InlineData("System.Diagnostics.Process.Start(\"mysql\", [\"--host=[|localhost|]\", \"shop\"]);", "System.Diagnostics.Process.Start(\"mysql\", [\"--host=127.0.0.1\", \"--port=3307\", \"shop\"]);")]
    public Task A_port_that_a_list_leaves_out_is_added_to_it(string statement, string fixedStatement) => Verify.CodeAsync(InMethod(statement), LocalhostInMySql.Id, InMethod(fixedStatement), s_project);

    [Theory]
    [InlineData("Run(\"docker exec db mysql -h localhost shop\");")]
    [InlineData("Run(\"docker compose exec -T db mysql -h localhost shop\");")]
    [InlineData("Run(\"kubectl exec pod -- mysql -h localhost\");")]
    [InlineData("Run(\"ssh host mysql -h localhost\");")]
    [InlineData("Run(\"psql -h localhost shop\");")]
    [InlineData("Run(\"mysql --help\");")]
    [InlineData("Run(\"mysql -h db.example.org shop\");")]
    [InlineData("Run(\"mysql -h db.example.org shop # -h localhost\");")]
    [InlineData("Run(\"# mysql -h localhost shop\");")]
    [InlineData("Run(\"echo ok # mysql -h localhost shop\");")]
    [InlineData("Run(\"bash -c 'mysql -h db.example.org shop # --host=localhost'\");")]
    [InlineData("Start(new[] { \"sh\", \"-c\", \"mysql -h db.example.org shop;# mysql -h localhost\" });")]
    [InlineData("Run(\"mysql -h db shop\");")]
    [InlineData("Run(\"mysql -u root -p shop -e 'select 1 -h localhost'\");")]
    [InlineData("Run(\"mysql -h localhost --protocol=socket\");")]
    [InlineData("Run(\"mysql -h localhost -S /tmp/mysql.sock\");")]
    [InlineData("Run(\"mysql -h localhost -P 3307 --ssl-mode=VERIFY_IDENTITY\");")]
    [InlineData("Run($\"mysql -h {host} shop\");")]
    [InlineData("Run(\"echo mysql -h localhost\");")]
    [InlineData("Run(\"use mysql -h localhost to connect\");")]
    [InlineData("System.Console.WriteLine(\"mysql -h localhost\");")]
    [InlineData("ExecInContainer(\"mysqladmin ping -h localhost\");")]
    [InlineData("System.Diagnostics.Process.Start(\"docker\", \"exec db mysql -h localhost\");")]
    [InlineData("System.Diagnostics.Process.Start(\"docker\", new[] { \"exec\", \"db\", \"mysql\", \"-h\", \"localhost\" });")]
    [InlineData("System.Diagnostics.Process.Start(\"psql\", \"-h localhost\");")]
    [InlineData("Start(new[] { \"-h\", \"localhost\" });")]
    [InlineData("Start(new[] { \"localhost\", \"mysql\" });")]
    [InlineData("Start(\"-h localhost\");")]
    public Task What_runs_elsewhere_or_names_no_localhost_is_silent(string statement) => Verify.SilentAsync(InMethod(statement), s_project);

    [Fact]
    public async Task The_message_tells_a_socket_from_a_name()
    {
        Assert.Equal("'localhost:3306' makes mysql connect to a Unix socket on Linux and macOS, where it ignores the port; write 127.0.0.1 and port 3307, where 'mysql' publishes its container port 3306 (docker-compose.yml:5)", await MessageAsync("mysql -h localhost -P 3306 shop"));
        Assert.StartsWith("'localhost:3306' makes mariadb connect to a Unix socket", await MessageAsync("mariadb -h localhost shop"), StringComparison.Ordinal);
        Assert.StartsWith("'localhost:3306' can mean ::1 or 127.0.0.1, as the tool and the hosts file decide; ", await MessageAsync("mariadb -h localhost -P 3306 shop"), StringComparison.Ordinal);
        Assert.StartsWith("'localhost:3306' can mean ::1 or 127.0.0.1, as the tool and the hosts file decide; ", await MessageAsync("mysql -h localhost --protocol=TCP shop"), StringComparison.Ordinal);
    }

    /// <summary>The tool tries every address of the name: only another server on <c>::1</c> is in its way.</summary>
    [Theory]
    [InlineData("mysql -h localhost -P 3307 --protocol=tcp shop", DiagnosticSeverity.Info)]
    [InlineData("mysqldump --protocol=TCP -h localhost -P 3307 shop", DiagnosticSeverity.Info)]
    [InlineData("mariadb -h localhost -P 3307 shop", DiagnosticSeverity.Info)]
    [InlineData("mysql -h localhost -P 3306 --protocol=tcp shop", DiagnosticSeverity.Warning)]
    [InlineData("mysql -h localhost -P 3307 shop", DiagnosticSeverity.Warning)]
    [InlineData("mariadb -h localhost shop", DiagnosticSeverity.Warning)]
    public async Task A_name_that_goes_to_a_port_is_a_suggestion(string command, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await s_project.WithSource("Code.cs", Run(command)).AnalyzeAsync()).Severity);

    private static async Task<string> MessageAsync(string command) =>
        Assert.Single(await s_project.WithSource("Code.cs", Run(command)).AnalyzeAsync()).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static string Run(string command) => InMethod($"Run(\"{command}\");");

    private static string InMethod(string statement) =>
        $"class C {{ void M(string host) {{ {statement} }} static void Run(string command) {{ }} static void Start(params string[] words) {{ }} static void ExecInContainer(string command) {{ }} }}";
}
