using System.Diagnostics;
using System.Text;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>Runs programs with a closed standard input, a time limit and their output captured.</summary>
internal static class Command
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    // `dotnet test` sets these for its own SDK; they would steer the builds that the tests start.
    private static readonly string[] InheritedVariables =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILDUSESERVER"];

    /// <summary>The program that runs SDK and tests.</summary>
    public static string DotnetPath => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Runs <c>dotnet</c>. No node of a build outlives it: it would keep our pipes open. The compiler's server is one of our own.</summary>
    public static CommandResult Dotnet(string workingFolder, params string[] arguments) => Run(workingFolder, DotnetPath, arguments);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="TimeoutException">It took too long and was killed; the message holds its output.</exception>
    public static CommandResult Run(string workingFolder, string program, string[] arguments, string input = "")
    {
        using var process = Start(workingFolder, program, arguments, out var output);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var commandLine = $"{program} {string.Join(' ', arguments)}";
        if (!process.WaitForExit(TimeLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"No end after {TimeLimit}: {commandLine}{Environment.NewLine}{Text(output)}");
        }

        // The streams end a moment after the process. A stray child may hold them for ever, hence the limit.
        using var drained = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            process.WaitForExitAsync(drained.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
        }

        return new CommandResult(commandLine, process.ExitCode, Text(output));
    }

    /// <summary>Starts a program; what it prints gathers in <paramref name="output"/>, which is to be locked while read.</summary>
    public static Process Start(string workingFolder, string program, string[] arguments, out StringBuilder output)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in InheritedVariables)
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["SharedCompilationId"] = Compiler.Id;
        // Each runs for seconds: neither counting for better code nor collecting in the background pays.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";

        var lines = new StringBuilder();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Append(lines, e.Data);
        process.ErrorDataReceived += (_, e) => Append(lines, e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        output = lines;
        return process;
    }

    /// <summary>What a started program has printed so far.</summary>
    public static string Text(StringBuilder output)
    {
        lock (output)
            return output.ToString();
    }

    private static void Append(StringBuilder lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.AppendLine(line);
    }
}
