using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>Connection strings in appsettings*.json and in other JSON files that a project lists.</summary>
public class JsonSettingsTests
{
    private const string AppSettings = "appsettings.json";

    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    [Fact]
    public Task A_text_of_the_database_gets_host_and_port() => VerifyFile.ReportedAsync(
        AppSettings,
        """
        {
          // the shop's database
          "ConnectionStrings": {
            "Shop": "Server=[|localhost|];Port=3306;Database=shop;User ID=app;Password=x",
          },
        }
        """,
        LocalhostInMySql.Id,
        """
        {
          // the shop's database
          "ConnectionStrings": {
            "Shop": "Server=127.0.0.1;Port=3307;Database=shop;User ID=app;Password=x",
          },
        }
        """,
        s_shop);

    [Theory]
    [InlineData("Server=[|172.17.0.2|];Port=3306;Database=shop;Uid=a", ContainerAddress.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("Server=[|172.17.0.2|];Database=shop;Uid=a", ContainerAddress.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("Server=[|mysql|];Database=shop;Uid=a", ServiceName.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("Server=[|127.0.0.1|];Port=3306;Database=shop;Uid=a", ContainerPort.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("Server=[|localhost:3306|];Database=shop;Uid=a", PortInHost.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("Server=[|172.17.0.1|];Port=3307;Database=shop;Uid=a", BridgeGateway.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("Server=[|host.docker.internal|];Port=3307;Database=shop;Uid=a", HostAlias.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("mysql://app:pw@[|localhost|]:3306/shop", LocalhostInMySql.Id, "mysql://app:pw@127.0.0.1:3307/shop")]
    [InlineData("server=[|localhost|]\\u003Bport=3306;database=shop;uid=a", LocalhostInMySql.Id, "server=127.0.0.1\\u003Bport=3307;database=shop;uid=a")]
    [InlineData("Server=[|\\u006cocalhost|];Port=3306;Database=shop;Uid=a", LocalhostInMySql.Id, "Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    public Task Every_rule_speaks(string marked, string ruleId, string fixedText) => VerifyFile.ReportedAsync(
        AppSettings, $$"""{ "ConnectionStrings": { "Shop": "{{marked}}" } }""", ruleId, $$"""{ "ConnectionStrings": { "Shop": "{{fixedText}}" } }""", s_shop);

    [Theory]
    [InlineData("Server=127.0.0.1;Port=3307;Database=shop;Uid=a")]
    [InlineData("Server=db.example.com;Database=shop;Uid=a")]
    [InlineData("Server=${DB_HOST};Port=3306;Database=shop;Uid=a")]
    [InlineData("Server={0};Port=3306;Database=shop;Uid=a")]
    [InlineData("Server=localhost;Initial Catalog=shop;Integrated Security=true")]
    [InlineData("Host=localhost;Port=5432;Database=shop;Username=a")]
    [InlineData("Server=(localdb)\\\\mssqllocaldb;Database=shop")]
    [InlineData("localhost")]
    [InlineData("connecting to localhost:3306")]
    [InlineData("Data Source=shop.db")]
    public Task What_is_right_or_not_MySQL_is_silent(string text) => VerifyFile.SilentAsync(AppSettings, $$"""{ "ConnectionStrings": { "Shop": "{{text}}" } }""", s_shop);
}
