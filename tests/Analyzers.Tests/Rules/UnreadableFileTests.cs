using System.Globalization;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>Several projects see one Docker file: those report it that it concerns.</summary>
public class UnreadableFileTests
{
    private const string Broken = "services:\n  db:\n    image: mysql\n    ports: [\"3307:3306\"\n  app:\n    image: x\n";
    private const string BrokenPostgres = "services:\n  db:\n    image: postgres\n    ports: [\"5433:5432\"\n";

    private static async Task<Diagnostic?> ReportAsync(TestProject project) =>
        (await project.WithSource("Code.cs", "class C { }").AnalyzeAsync()).SingleOrDefault(diagnostic => diagnostic.Id == UnreadableFile.Id);

    [Fact]
    public async Task The_file_the_line_and_the_reason_are_named()
    {
        var report = await ReportAsync(new TestProject().With("docker-compose.yml", Broken));
        Assert.NotNull(report);
        Assert.Equal(TestProject.Folder + "/docker-compose.yml", report.Location.GetLineSpan().Path);
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Matches("^'docker-compose.yml' cannot be read from line [45] on: .*\\[", report.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_project_in_the_files_folder_reports() => Assert.NotNull(await ReportAsync(new TestProject().WithDrivers().With("docker-compose.yml", BrokenPostgres)));

    [Fact]
    public async Task A_project_with_the_driver_reports() => Assert.NotNull(await ReportAsync(new TestProject().With("../../docker-compose.yml", Broken)));

    [Fact]
    public async Task A_project_that_the_file_builds_reports() =>
        Assert.NotNull(await ReportAsync(new TestProject().WithDrivers().With("../../docker-compose.yml", "services:\n  app:\n    build: src/App\n  db:\n    image: 'mysql\n")));

    [Fact]
    public async Task A_project_that_it_does_not_concern_is_silent() => Assert.Null(await ReportAsync(new TestProject().WithDrivers().With("../../docker-compose.yml", Broken)));

    [Theory]
    [InlineData(".env", "A=1\nB='open\n", "'.env' cannot be read from line 2 on: the quote is not closed")]
    [InlineData("daemon.json", "{ \"bip\": ", "'daemon.json' cannot be read from line 1 on: ")]
    public async Task The_files_beside_a_compose_file_are_read_too(string path, string text, string message)
    {
        var report = await ReportAsync(new TestProject().With("docker-compose.yml", "services: {}").With(path, text));
        Assert.NotNull(report);
        Assert.StartsWith(message, report.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>A file without a compose file beside it, or of another name, is some other program's.</summary>
    [Theory]
    [InlineData("../web/.env")]
    [InlineData("app.env")]
    [InlineData(".env.local")]
    public async Task An_environment_file_of_another_kind_is_silent(string path) => Assert.Null(await ReportAsync(new TestProject().With("docker-compose.yml", "services: {}").With(path, "B='open\n")));

    [Fact]
    public async Task The_property_decides_otherwise()
    {
        Assert.NotNull(await ReportAsync(new TestProject().WithDrivers().With("../../docker-compose.yml", Broken).WithProperty("DockerConnectionStringsReportFiles", "true")));
        Assert.Null(await ReportAsync(new TestProject().With("docker-compose.yml", Broken).WithProperty("DockerConnectionStringsReportFiles", "false")));
        Assert.Null(await ReportAsync(new TestProject().With("docker-compose.yml", Broken).WithProperty("DockerConnectionStringsReportDockerFiles", "false")));
    }

    [Theory]
    [InlineData("docker-compose.yml", "services:\n  db:\n    image: mysql\n")]
    [InlineData("docker-compose.yml", "")]
    [InlineData("docker-compose.yml", "# nothing but a comment\n")]
    [InlineData("values.yml", "a: 'open")]
    [InlineData("compose.json", "{ \"a\": ")]
    public async Task A_readable_file_or_another_kind_of_file_is_silent(string path, string text) => Assert.Null(await ReportAsync(new TestProject().With(path, text)));
}
