namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>How a command ended and all that it printed, standard output and error as they came.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    /// <summary>This result, or a failed test that shows the output when the exit code is another one.</summary>
    public CommandResult Expect(int exitCode = 0)
    {
        if (ExitCode != exitCode)
            Assert.Fail($"Exit code {ExitCode}, expected {exitCode}: {this}");
        return this;
    }

    public override string ToString() => $"{CommandLine}{Environment.NewLine}{Output}";
}
