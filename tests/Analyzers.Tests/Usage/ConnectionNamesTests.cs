using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Usage;

/// <summary>Texts that code stores under the name of a connection string, and asks for by that name.</summary>
public class ConnectionNamesTests
{
    private const string Configuration = """
        namespace Microsoft.Extensions.Configuration { public interface IConfiguration { } public static class ConfigurationExtensions { public static string? GetConnectionString(this IConfiguration configuration, string name) => null; } }
        """;

    private static readonly TestProject s_project = new TestProject()
        .WithDrivers(References.MySqlConnector, References.SqlClient, References.Stub("Configuration", Configuration));

    [Theory]
    [InlineData("var settings = new System.Collections.Generic.Dictionary<string, string> { [\"ConnectionStrings:Shop\"] = # };")]
    [InlineData("var settings = new System.Collections.Generic.Dictionary<string, string> { { \"ConnectionStrings:Shop\", # } };")]
    [InlineData("System.Environment.SetEnvironmentVariable(\"ConnectionStrings__Shop\", #);")]
    [InlineData("var setting = System.Collections.Generic.KeyValuePair.Create(\"connectionstrings:shop\", #);")]
    public async Task Who_asks_for_the_name_decides(string statement)
    {
        var code = Code("Server=[|localhost|];Uid=app", statement);
        await Verify.CodeAsync(code, LocalhostInMySql.Id, Code("Server=127.0.0.1;Uid=app", statement), s_project.WithSource("Startup.cs", Startup("MySqlConnector.MySqlConnection", "Shop")));
        await Verify.SilentAsync(Markup.Parse(code).Text, s_project.WithSource("Startup.cs", Startup("Microsoft.Data.SqlClient.SqlConnection", "Shop")));
        await Verify.SilentAsync(Markup.Parse(code).Text, s_project.WithSource("Startup.cs", Startup("MySqlConnector.MySqlConnection", "Other")));
    }

    private static string Code(string text, string statement) => $"class C {{ void M() {{ {statement.Replace("#", $"\"{text}\"", StringComparison.Ordinal)} }} }}";

    private static string Startup(string type, string name) =>
        $"using Microsoft.Extensions.Configuration; class Startup {{ object M(IConfiguration configuration) {{ var text = configuration.GetConnectionString(\"{name}\"); return new {type}(text); }} }}";
}
