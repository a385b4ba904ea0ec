using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>The kinds of settings files, and values that are not one string.</summary>
public class SettingsFormsTests
{
    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    private static readonly TestProject s_noDriver = s_shop.WithDrivers();

    [Theory]
    [InlineData("App.config", """<configuration><connectionStrings><add name="Shop" connectionString="Server=[|localhost|];Port=3306;Database=shop;Uid=a" providerName="MySql.Data.MySqlClient" /></connectionStrings></configuration>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("Web.config", """<configuration><appSettings><add key="Conn" value="Server=[|localhost|];Port=3306;Database=shop;Uid=a" /></appSettings></configuration>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("App.config", """<configuration><connectionStrings><add name="Shop" connectionString="Server=&quot;[|localhost|]&quot;;Port=3306;Database=shop;Uid=a" providerName="MySqlConnector" /></connectionStrings></configuration>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("App.config", """<configuration><connectionStrings><add name="Shop" connectionString="metadata=res://*/M.csdl|res://*/M.ssdl;provider=MySql.Data.MySqlClient;provider connection string=&quot;server=[|localhost|];port=3306;user id=a;database=shop&quot;" providerName="System.Data.EntityClient" /></connectionStrings></configuration>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("App.config", """<configuration><userSettings><A.S><setting name="Conn" serializeAs="String"><value>Server=[|localhost|];Port=3306;Database=shop;Uid=a</value></setting></A.S></userSettings></configuration>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("nlog.config", """<nlog><targets><target name="db" connectionString="Server=[|localhost|];Database=shop;Uid=a;Port=3306" dbProvider="MySql.Data.MySqlClient.MySqlConnection, MySql.Data" /></targets></nlog>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("log4net.config", """<log4net><appender><connectionType value="MySql.Data.MySqlClient.MySqlConnection, MySql.Data" /><connectionString value="Server=[|localhost|];Database=shop;Uid=a;Port=3306" /></appender></log4net>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("hibernate.cfg.xml", """<hibernate-configuration><session-factory><property name="dialect">NHibernate.Dialect.MySQL57Dialect</property><property name="connection.connection_string">Server=[|localhost|];Database=shop;Uid=a;Port=3306</property></session-factory></hibernate-configuration>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("test.runsettings", """<RunSettings><RunConfiguration><EnvironmentVariables><Shop>Server=[|localhost|];Port=3306;Database=shop;Uid=a</Shop></EnvironmentVariables></RunConfiguration></RunSettings>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("test.runsettings", """<RunSettings><TestRunParameters><Parameter name="Shop" value="Server=[|localhost|];Port=3306;Database=shop;Uid=a" /></TestRunParameters></RunSettings>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("database.xml", """<settings><mysql><host>[|localhost|]</host><port>3306</port><database>shop</database></mysql></settings>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("database.xml", """<settings><mysql host="[|localhost|]" port="3306" database="shop" /></settings>""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("settings.yml", "ConnectionStrings:\n  Shop: Server=[|localhost|];Port=3306;Database=shop;Uid=a # the shop\n", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("settings.yaml", "mysql:\n  host: '[|localhost|]'\n  port: 3306\n  database: shop\n", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "App": { "commandName": "Project", "applicationUrl": "http://localhost:5000", "environmentVariables": { "ConnectionStrings__Shop": "Server=[|localhost|];Port=3306;Database=shop;Uid=a" } } } }""", LocalhostInMySql.Id, "=localhost", "=127.0.0.1", "3306", "3307")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "App": { "commandName": "Project", "environmentVariables": { "MYSQL_HOST": "[|localhost|]", "MYSQL_PORT": "3306", "MYSQL_DATABASE": "shop" } } } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("appsettings.json", """{ "MySql": { "Host": "[|localhost|]", "Port": 3306, "Database": "shop" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("appsettings.json", """{ "MySql": { "Port": 3306, "Host": "[|localhost|]", "Database": "shop" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("appsettings.json", """{ "Db": { "Provider": "mysql", "Server": "[|localhost|]", "Port": "3306", "Database": "shop", "User": "a", "Password": "b" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("appsettings.json", """{ "DbType": "MySql", "DbHost": "[|localhost|]", "DbPort": 3306, "DbName": "shop" }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("appsettings.json", """{ "MySqlEndpoint": "[|localhost|]:3306", "x": 1 }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "-", "-")]
    [InlineData("appsettings.json", """{ "MySql": { "Hosts": [ "[|localhost|]", "db.example.com" ] } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "-", "-")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=[|localhost|];Database=shop;Uid=a", "Shop_ProviderName": "MySqlConnector" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "Serilog": { "WriteTo": [ { "Name": "MySQL", "Args": { "connectionString": "Server=[|localhost|];Database=shop;Uid=a" } } ] } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "MySqlSettings": { "ConnectionString": "Server=[|localhost|];Database=shop;Uid=a" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "DatabaseProvider": "SqlServer", "ConnectionStrings": { "MySql": "Server=[|localhost|];Database=shop;Uid=a" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "DatabaseProvider": "MySql", "ConnectionStrings": { "Default": "Server=[|localhost|];Database=shop;Uid=a" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "MySql": "[|172.17.0.2|]" }""", ContainerAddress.Id, "172.17.0.2", "127.0.0.1", "-", "-")]
    [InlineData("secrets.json", """{ "ConnectionStrings:MySql": "Server=[|localhost|];Database=shop;Uid=a" }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    public Task A_MySQL_setting_is_repaired(string path, string marked, string ruleId, string host, string newHost, string port, string newPort) => VerifyFile.ReportedAsync(
        path, marked, ruleId, Markup.Parse(marked).Text.Replace(host, newHost, StringComparison.Ordinal).Replace(port, newPort, StringComparison.Ordinal), s_noDriver);

    [Theory]
    [InlineData("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://mysql:80" } } } }""")]
    [InlineData("appsettings.json", """{ "AllowedHosts": "mysql", "Cors": { "Origins": [ "http://mysql:3000", "http://172.17.0.2:3000" ] } }""")]
    [InlineData("appsettings.json", """{ "Jwt": { "Authority": "http://mysql:8080", "ValidIssuer": "http://172.17.0.2", "Audience": "http://mysql" } }""")]
    [InlineData("appsettings.json", """{ "ForwardedHeaders": { "KnownProxies": [ "172.17.0.1" ] } }""")]
    [InlineData("appsettings.json", """{ "Version": "172.17.0.2", "BindAddress": "172.17.0.1", "ListenHost": "mysql" }""")]
    [InlineData("appsettings.json", """{ "Smtp": { "Host": "localhost", "Port": 25, "User": "a", "Password": "b" } }""")]
    [InlineData("appsettings.json", """{ "Redis": { "Host": "localhost", "Port": 6379 }, "RabbitMQ": { "HostName": "localhost", "Port": 5672 } }""")]
    [InlineData("appsettings.json", """{ "Postgres": { "Host": "localhost", "Port": 5432, "Database": "shop" } }""")]
    [InlineData("appsettings.json", """{ "_comment": "Server=localhost;Port=3306;Database=shop;Uid=a", "//": "mysql://localhost/shop", "Example": "Server=172.17.0.2;Database=x;Uid=a" }""")]
    [InlineData("appsettings.json", """{ "DatabaseProvider": "MySql", "ConnectionStrings": { "SqlServer": "Server=localhost;Database=shop;Uid=a", "Postgres": "Server=localhost;Database=shop;Uid=a" } }""")]
    [InlineData("appsettings.json", """{ "Db": { "Provider": "MySql", "PostgresConnection": "Server=localhost;Database=shop;Uid=a" } }""")]
    [InlineData("appsettings.json", """{ "MessageBroker": "MySql", "Transport": "mysql", "Connection": "mysql", "Configuration": "mysql" }""")]
    [InlineData("appsettings.json", """{ "Type": "mysql", "Logging": { "LogLevel": { "Default": "Information" } }, "Server": "iis" }""")]
    [InlineData("Properties/launchSettings.json", """{ "iisSettings": { "iisExpress": { "applicationUrl": "http://mysql:5000" } }, "profiles": { "App": { "commandName": "Project", "applicationUrl": "http://172.17.0.2:5000", "environmentVariables": { "ASPNETCORE_URLS": "http://mysql:5000" } } } }""")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "Docker": { "commandName": "Docker", "environmentVariables": { "ConnectionStrings__Shop": "Server=mysql;Database=shop;Uid=a" } } } }""")]
    [InlineData("App.config", """<configuration><!-- <add connectionString="Server=localhost;Port=3306;Database=shop;Uid=a" /> --><connectionStrings><add name="A" connectionString="Server=localhost;Database=shop;Uid=a" providerName="System.Data.SqlClient" /></connectionStrings></configuration>""")]
    [InlineData("App.config", """<configuration><connectionStrings><add name="A" connectionString="Server=localhost;Port=3050;Database=shop;Uid=a" providerName="FirebirdSql.Data.FirebirdClient" /></connectionStrings></configuration>""")]
    [InlineData("web.xml", """<m><endpoint address="http://localhost:8080" binding="basicHttpBinding" /></m>""")]
    [InlineData("deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nspec:\n  mysql: { host: localhost, port: 3306, database: shop }\n")]
    [InlineData(".env", "MYSQL_HOST=localhost\nMYSQL_PORT=3306\nMYSQL_DATABASE=shop\nCONN=Server=mysql;Port=3306;Database=shop\n")]
    [InlineData(".env", "VITE_API_URL=http://172.17.0.2:8080\n")]
    [InlineData("data.txt", "Server=localhost;Port=3306;Database=shop;Uid=a")]
    public Task What_nobody_connects_to_from_here_is_silent(string path, string text) => VerifyFile.SilentAsync(path, text, s_shop);
}
