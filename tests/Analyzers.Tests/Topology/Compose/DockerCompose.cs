using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Debian's docker-compose 1.29.2 as an oracle: <c>docker-compose config</c> needs no Docker.</summary>
internal static partial class DockerCompose
{
    private const string Program = "docker-compose";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private static readonly Lock s_oneAtATime = new();

    /// <summary>What that version refuses or wants to be told of the machine, and what it is given instead. None of it is compared.</summary>
    private static readonly (Regex What, string Instead)[] s_refused =
    [
        (new(@"^name:.*\n", RegexOptions.Multiline), ""),
        (new(@"^(?<indent>[ ]+)(develop|additional_contexts|healthcheck|volumes):.*\n(\k<indent>([ ]|- ).*(\n|\z)|[ ]*(#.*)?\n)*", RegexOptions.Multiline), ""),
        (new(@"^(?<key>[ ]+[A-Z_]+: )(?<value>true|false)(?=\s*$)", RegexOptions.Multiline), "${key}'${value}'"),
    ];

    /// <summary>The program, loaded once for all sets; or why it cannot be asked here. Other versions than this one read differently.</summary>
    private static readonly Lazy<(Process? Process, string? Obstacle)> s_program = new(Start);

    /// <summary>Skips the test where there is no oracle; in CI it fails.</summary>
    public static void Need()
    {
        if (s_program.Value.Obstacle is { } obstacle)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "In CI this test must run. " + obstacle);
            Assert.Skip(obstacle);
        }
    }

    /// <summary>Writes a set of files into a temporary folder and asserts that both read the same.</summary>
    /// <param name="order">The compose files, each laid over those before it.</param>
    /// <param name="files">Every file.</param>
    public static void AssertAgrees(IReadOnlyList<string> order, params IReadOnlyList<(string Path, string Text)> files)
    {
        Need();

        // Deep enough for a context above it.
        var root = Directory.CreateTempSubdirectory("dcs-compose-");
        try
        {
            var folder = Path.Combine(root.FullName, "a", "b", "c");
            var set = new ComposeSetFiles(folder, order, files);
            foreach (var (path, text) in files)
            {
                Write(Path.Combine(folder, path), s_refused.Aggregate(text, (current, row) => row.What.Replace(current, row.Instead)));
            }

            // It wants the folders of builds to exist, and environment files.
            var composition = set.Read();
            foreach (var service in composition.Services)
            {
                Directory.CreateDirectory(service.Build?.Context is { } context && context.StartsWith(root.FullName, StringComparison.Ordinal) ? context : folder);
                foreach (var file in service.EnvironmentFiles.Where(file => !File.Exists(file) && file.StartsWith(root.FullName, StringComparison.Ordinal)))
                {
                    Write(file, "");
                }
            }

            var (output, error) = Run(folder, UnsetVariables(files), [.. order.SelectMany(file => new[] { "-f", file })]);
            Assert.True(output.Length > 0, error);
            Assert.Equal(ComposeRecord.Theirs(output), ComposeRecord.Ours(set, composition));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>What it makes of one file.</summary>
    public static string Config(string text)
    {
        Need();
        var folder = Directory.CreateTempSubdirectory("dcs-compose-");
        try
        {
            Write(Path.Combine(folder.FullName, "docker-compose.yml"), text);
            var (output, error) = Run(folder.FullName, [], []);
            Assert.True(output.Length > 0, error);
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// What no file sets is not known to us, and empty to Compose. It is given a value that stands for the unknown, unless it has
    /// a default.
    /// </summary>
    private static IEnumerable<string> UnsetVariables(IEnumerable<(string Path, string Text)> files)
    {
        var texts = files.ToLookup(file => Path.GetFileName(file.Path).EndsWith(".env", StringComparison.Ordinal), file => file.Text);
        var set = string.Join("\n", texts[true]);
        return texts[false].SelectMany(text => Used().Matches(text)).Select(match => match.Groups["name"].Value).Distinct()
            .Where(name => !Regex.IsMatch(set, $@"^\s*(export\s+)?{name}\s*[=:]", RegexOptions.Multiline));
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static (Process? Process, string? Obstacle) Start()
    {
        var script = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, Program)).FirstOrDefault(File.Exists);
        if (script is null)
        {
            return (null, $"{Program} is not installed (Debian: docker-compose).");
        }

        if (File.ReadLines(script).FirstOrDefault() is not ['#', '!', .. var python] || !python.Contains("python", StringComparison.Ordinal))
        {
            return (null, $"{script} is not the program of Debian, which is written in Python.");
        }

        var start = new ProcessStartInfo(python.Trim(), ["-u", Path.Combine(RepositoryFiles.Root, "tests", "Analyzers.Tests", "Topology", "Compose", "docker_compose.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["LANG"] = "C.UTF-8";
        var process = Process.Start(start)!;
        return process.StandardOutput.ReadLine() is var version && version == "1.29.2" ? (process, null) : (null, $"{Program} is not the version 1.29.2 of Debian, but {version}.");
    }

    private static (string Output, string Error) Run(string folder, IEnumerable<string> unset, IEnumerable<string> arguments)
    {
        var environment = unset.ToDictionary(name => name, _ => DecodedText.HoleCharacter.ToString());
        environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        environment["LANG"] = "C.UTF-8";
        var process = s_program.Value.Process!;
        lock (s_oneAtATime)
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(new { folder, environment, arguments = arguments.Append("config") }));
            process.StandardInput.Flush();
            var answer = process.StandardOutput.ReadLineAsync();
            if (!answer.Wait(s_limit))
            {
                process.Kill(entireProcessTree: true);
            }

            using var json = JsonDocument.Parse(answer.GetAwaiter().GetResult() ?? throw new TimeoutException($"No answer of {Program} after {s_limit}."));
            return (json.RootElement.GetProperty("output").GetString()!, json.RootElement.GetProperty("error").GetString()!);
        }
    }

    [GeneratedRegex(@"(?<!\$)\$(?:\{(?<name>\w+)(?!\w|:?[-+])|(?<name>[A-Za-z_]\w*))")]
    private static partial Regex Used();
}
