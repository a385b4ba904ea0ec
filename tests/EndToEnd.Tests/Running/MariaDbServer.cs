using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>A private MariaDB server on 127.0.0.1:3307: data, socket and pid file of its own in a temporary folder, killed when disposed.</summary>
internal sealed class MariaDbServer : IDisposable
{
    /// <summary>The host port that the sample's compose file publishes.</summary>
    public const int Port = 3307;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly StringBuilder _output;

    private MariaDbServer()
    {
        // As root, both programs want to be told that this is meant.
        string[] user = Environment.UserName == "root" ? ["--user=root"] : [];
        var data = _folder.PathOf("data");
        Command.Run(_folder.FullPath, Find("mariadb-install-db")!,
            ["--no-defaults", "--datadir=" + data, "--auth-root-authentication-method=normal", "--skip-test-db", .. user]).Expect();
        // --skip-name-resolve as the official images have it: 'shop'@'%' is then the account of a client on 127.0.0.1.
        _process = Command.Start(_folder.FullPath, Find("mariadbd")!,
            ["--no-defaults", "--datadir=" + data, "--socket=" + Socket, "--pid-file=" + _folder.PathOf("pid"), "--skip-networking=OFF",
                "--bind-address=127.0.0.1", "--port=3307", "--skip-name-resolve", .. user], out _output);
    }

    private string Socket => _folder.PathOf("sock");

    /// <summary>Why no server can be started here, or null.</summary>
    public static string? Obstacle()
    {
        foreach (var program in (string[])["mariadbd", "mariadb-install-db", "mariadb"])
        {
            if (Find(program) is null)
                return $"{program} is not installed (Debian: mariadb-server).";
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return $"127.0.0.1:{Port} is taken: {exception.Message}";
        }
    }

    /// <summary>Starts a server and waits until it answers.</summary>
    public static MariaDbServer Start()
    {
        var server = new MariaDbServer();
        try
        {
            server.WaitUntilItAnswers();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>A server with the samples' database: what the official image does with the compose file's environment and with the scripts of <c>/docker-entrypoint-initdb.d</c>.</summary>
    /// <param name="scripts">The folder of those scripts.</param>
    public static MariaDbServer StartShop(string scripts)
    {
        var server = Start();
        try
        {
            server.Execute("""
                CREATE DATABASE shop;
                CREATE USER 'shop'@'%' IDENTIFIED BY 'shop-secret';
                GRANT ALL ON shop.* TO 'shop'@'%';
                """).Expect();
            foreach (var script in Directory.EnumerateFiles(scripts, "*.sql").Order(StringComparer.Ordinal))
                server.Execute(File.ReadAllText(script), "shop").Expect();
            return server;
        }
        catch
        {
            // Or it would keep the port, and the next test that wants it would be skipped.
            server.Dispose();
            throw;
        }
    }

    /// <summary>Runs SQL as root, by the socket.</summary>
    /// <param name="sql">Statements.</param>
    /// <param name="database">The database that is in use from the start.</param>
    public CommandResult Execute(string sql, string database = "mysql") =>
        Command.Run(_folder.FullPath, Find("mariadb")!, ["--no-defaults", "--socket=" + Socket, "--user=root", database], sql);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(10));
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private void WaitUntilItAnswers()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < StartLimit; Thread.Sleep(100))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"mariadbd ended with {_process.ExitCode}: {Command.Text(_output)}");
            if (File.Exists(Socket) && Execute("SELECT 1").ExitCode == 0)
                return;
        }

        throw new TimeoutException($"mariadbd does not answer after {StartLimit}: {Command.Text(_output)}");
    }

    // Debian puts the server where a user's PATH does not look.
    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
