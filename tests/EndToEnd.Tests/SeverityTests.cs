using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

/// <summary>What silences a rule or makes it louder, as a real build shows it: in C#, in settings and in a compose file.</summary>
public sealed class SeverityTests(SeverityProjects built) : IClassFixture<SeverityProjects>
{
    public static TheoryData<string> Cases => [.. SeverityProjects.All.Select(project => project.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_build_prints_what_the_project_asks_for(string @case)
    {
        var project = SeverityProjects.All.Single(project => project.Case == @case);
        Assert.Equal(project.Expected, built.Messages(project));
        Assert.Equal(!project.Expected.Any(message => message.Contains(" error ", StringComparison.Ordinal)), built.HasOutput(project));
    }

    [Fact]
    public void A_set_that_does_not_exist_is_said()
    {
        var message = Assert.Single(BuildMessage.In(built.Build), message => message.Id == "DKC900");
        Assert.Equal(("warning", "DockerConnectionStringsSeverity is 'loud', and takes all-warnings, errors or off."), (message.Severity, message.Text));
    }

    [Fact]
    public void Another_set_on_the_command_line_is_a_reason_to_compile()
    {
        var project = SeverityProjects.All.Single(project => project.Case == "nothing asked for");
        Assert.Equal(0, built.PrintedAgain(project));
        Assert.Equal(0, built.PrintedAgain(project, "-p:DockerConnectionStringsSeverity=off"));
        Assert.Equal(4, built.PrintedAgain(project, "-p:DockerConnectionStringsSeverity=all-warnings"));
        Assert.Equal(2, built.PrintedAgain(project));
    }
}
