using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Debian's docker-compose 1.29.2 as an oracle: <c>docker-compose config</c> needs no Docker.</summary>
internal static partial class DockerCompose
{
    private const string Program = "docker-compose";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>What that version refuses or wants to be told of the machine, and what it is given instead. None of it is compared.</summary>
    private static readonly (Regex What, string Instead)[] s_refused =
    [
        (new(@"^name:.*\n", RegexOptions.Multiline), ""),
        (new(@"^(?<indent>[ ]+)(develop|additional_contexts|healthcheck|volumes):.*\n(\k<indent>([ ]|- ).*(\n|\z)|[ ]*(#.*)?\n)*", RegexOptions.Multiline), ""),
        (new(@"^(?<key>[ ]+[A-Z_]+: )(?<value>true|false)(?=\s*$)", RegexOptions.Multiline), "${key}'${value}'"),
    ];

    /// <summary>Why it cannot be asked here, or null. Other versions than this one read differently.</summary>
    private static readonly Lazy<string?> s_obstacle = new(() =>
    {
        try
        {
            var (output, _) = Run(Path.GetTempPath(), [], ["version", "--short"]);
            return output.Trim() == "1.29.2" ? null : $"{Program} is not the version 1.29.2 of Debian, but {output.Trim()}.";
        }
        catch (Win32Exception)
        {
            return $"{Program} is not installed (Debian: docker-compose).";
        }
    });

    /// <summary>Skips the test where there is no oracle; in CI it fails.</summary>
    public static void Need()
    {
        if (s_obstacle.Value is { } obstacle)
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

            var (output, error) = Run(folder, UnsetVariables(files), [.. order.SelectMany(file => new[] { "-f", file }), "config"]);
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
            var (output, error) = Run(folder.FullName, [], ["config"]);
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

    private static (string Output, string Error) Run(string folder, IEnumerable<string> unset, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var name in unset)
        {
            start.Environment[name] = DecodedText.HoleCharacter.ToString();
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
        }

        return (output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    [GeneratedRegex(@"(?<!\$)\$(?:\{(?<name>\w+)(?!\w|:?[-+])|(?<name>[A-Za-z_]\w*))")]
    private static partial Regex Used();
}
