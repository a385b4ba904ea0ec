using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Usage;

/// <summary>Which branch of a choice is for another machine.</summary>
public class ChoicesTests
{
    [Theory]
    [InlineData("isCi", "Other")]
    [InlineData("!isCi", "Own")]
    [InlineData("IsRunningOnCI()", "Other")]
    [InlineData("Environment.GetEnvironmentVariable(\"CI\") != null", "Other")]
    [InlineData("Environment.GetEnvironmentVariable(\"CI\") is null", "Own")]
    [InlineData("Environment.GetEnvironmentVariable(\"GITHUB_ACTIONS\") == \"true\"", "Other")]
    [InlineData("\"true\" == Environment.GetEnvironmentVariable(\"TF_BUILD\")", "Other")]
    [InlineData("!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(\"GITLAB_CI\"))", "Other")]
    [InlineData("Environment.GetEnvironmentVariable(\"DOTNET_RUNNING_IN_CONTAINER\") == \"true\"", "Other")]
    [InlineData("bool.Parse(Environment.GetEnvironmentVariable(\"DOTNET_RUNNING_IN_CONTAINER\") ?? \"false\")", "Other")]
    [InlineData("Environment.GetEnvironmentVariable(\"USE_SECOND\") == \"1\"", "Other")]
    [InlineData("Environment.GetEnvironmentVariable(\"USE_SECOND\") != \"1\"", "Own")]
    [InlineData("Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\"", "Own")]
    [InlineData("Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Acceptance\"", "Other")]
    [InlineData("env.IsDevelopment()", "Own")]
    [InlineData("!env.IsDevelopment()", "Other")]
    [InlineData("env.IsProduction()", "Other")]
    [InlineData("env.IsEnvironment(\"Acceptance\")", "Other")]
    [InlineData("env.IsEnvironment(\"Test\")", "Own")]
    [InlineData("env.EnvironmentName.Equals(\"Test\")", "Own")]
    [InlineData("builder.Environment.EnvironmentName != \"Development\"", "Other")]
    [InlineData("File.Exists(\"/tmp/x\")", "Other")]
    [InlineData("!System.IO.File.Exists(\"/.dockerenv\")", "Own")]
    [InlineData("File.Exists(\"appsettings.local.json\")", "Any")]
    [InlineData("Directory.Exists(\"/app\") == false", "Own")]
    [InlineData("new FileInfo(\"/tmp/x\").Exists", "Any")]
    [InlineData("OperatingSystem.IsWindows()", "Either")]
    [InlineData("RuntimeInformation.IsOSPlatform(OSPlatform.Linux)", "Either")]
    [InlineData("Environment.MachineName == \"BUILD01\"", "Either")]
    [InlineData("Debugger.IsAttached", "Own")]
    [InlineData("args.Contains(\"--docker\")", "Other")]
    [InlineData("isDev && useCache", "Own")]
    [InlineData("isDev || inDocker", "Either")]
    [InlineData("x is not \"prod\"", "Own")]
    [InlineData("DEBUG", "Own")]
    [InlineData("RELEASE", "Other")]
    public void A_condition_tells_for_which_machine_it_is(string condition, string expected) => Assert.Equal(expected, WhenTrue(condition));

    /// <summary>A value is looked at before it is taken, an engine or a mode is chosen: nothing is asked of the machine.</summary>
    [Theory]
    [InlineData("h is null")]
    [InlineData("h == null")]
    [InlineData("string.IsNullOrEmpty(h)")]
    [InlineData("string.IsNullOrWhiteSpace(localHost)")]
    [InlineData("Environment.GetEnvironmentVariable(\"DB_HOST\") == null")]
    [InlineData("string.IsNullOrEmpty(Environment.GetEnvironmentVariable(\"DB_HOST\"))")]
    [InlineData("Environment.GetEnvironmentVariable(\"DB\") == \"mysql\"")]
    [InlineData("env == null")]
    [InlineData("args.Length > 0")]
    [InlineData("Environment.GetCommandLineArgs().Length > 1")]
    [InlineData("name == \"test\"")]
    [InlineData("useMySql")]
    [InlineData("provider == \"MySql\"")]
    [InlineData("isCity")]
    [InlineData("specific")]
    [InlineData("producer != null")]
    [InlineData("devices.Any()")]
    [InlineData("port == 3306")]
    public void Another_condition_tells_nothing(string condition) => Assert.Equal("Any", WhenTrue(condition));

    [Fact]
    public void A_variable_is_followed_to_what_it_is_made_from() =>
        Assert.Equal("Other", WhenTrue("inside", "var inside = System.IO.File.Exists(\"/.dockerenv\");"));

    [Theory]
    [InlineData("isRunningInCI", "is Running In CI")]
    [InlineData("GITHUB_ACTIONS", "GITHUB ACTIONS")]
    [InlineData("CIBuild2", "CI Build2")]
    [InlineData("/.dockerenv", "dockerenv")]
    [InlineData("k8s", "k8s")]
    [InlineData("", "")]
    public void Names_are_taken_apart_into_words(string name, string words) => Assert.Equal(words, string.Join(' ', NameWords.Of(name)));

    private static string WhenTrue(string condition, string before = "") =>
        CSharpConditions.WhenTrue(CSharpSyntaxTree.ParseText($"class C {{ void M() {{ {before} if ({condition}) {{ }} }} }}", cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<IfStatementSyntax>().Single().Condition).ToString();
}
