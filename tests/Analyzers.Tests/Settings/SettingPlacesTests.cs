using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>Places of comments, and of ports that have no place.</summary>
public class SettingPlacesTests
{
    private const string Text = "\"Server=localhost;Database=shop;Uid=a\"";
    private const string Comment = "docker-connection-strings: ignore DKC001";

    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    [Theory]
    [InlineData("appsettings.json", "{\n  /* " + Comment + " */ \"A\": 1,\n  \"MySql\": " + Text + "\n}")]
    [InlineData("appsettings.json", "{\n  // " + Comment + "\n  /* a */ \"A\": 1,\n  \"MySql\": " + Text + "\n}")]
    [InlineData("App.config", "<c>\n <!-- " + Comment + " --> <add key=\"A\" value=\"1\"/>\n <add key=\"MySql\" value=" + Text + "/>\n</c>")]
    public async Task A_comment_of_another_setting_does_not_silence(string path, string text) =>
        Assert.NotEmpty(await VerifyFile.MessagesAsync(path, text, s_shop));

    [Theory]
    [InlineData("appsettings.json", "{\n/* " + Comment + " */ \"MySql\": " + Text + "\n}")]
    [InlineData("appsettings.json", "{\n /*" + Comment + "*/\n \"MySql\": " + Text + "\n}")]
    [InlineData("App.config", "<c>\n<!--" + Comment + "-->\n<add key=\"MySql\" value=" + Text + "/>\n</c>")]
    [InlineData("appsettings.json", "{\n // " + Comment + ": reason\n \"MySql\": " + Text + "\n}")]
    [InlineData("appsettings.json", "{\n \"MySql\": " + Text + " /* docker-connection-strings: ignore DKC005 */ // " + Comment + "\n}")]
    [InlineData("App.config", "<c>\n<setting name=\"MySql\">\n<!-- " + Comment + " -->\n<value>Server=localhost;Database=shop;Uid=a</value></setting>\n</c>")]
    [InlineData("settings.yml", "\uFEFF# " + Comment + "\nMySql: " + Text + "\n")]
    public Task A_comment_of_the_setting_silences(string path, string text) => VerifyFile.SilentAsync(path, text, s_shop);

    /// <summary>Without quotes the inner text ends at the next semicolon: a port behind it would be an option of the model's.</summary>
    [Theory]
    [InlineData("""{ "M": "metadata=res://*/M.csdl;provider=MySql.Data.MySqlClient;provider connection string=server=172.17.0.2" }""")]
    [InlineData("""{ "M": "provider=MySql.Data.MySqlClient;provider connection string=server=172.17.0.2:3306;database=shop" }""")]
    public async Task No_port_is_put_behind_an_inner_text_without_quotes(string text)
    {
        var solution = VerifyFile.With(s_shop, "appsettings.json", text).ToSolution();
        var repaired = await TestProject.FixAllAsync(solution.Projects.Single(), SettingRepair.Id, FixAllScope.Solution);
        Assert.True(repaired is null || !(await TestProject.FileTextsOfAsync(repaired, "appsettings.json"))[0].ToString().Contains(";port=", StringComparison.Ordinal));
    }
}
