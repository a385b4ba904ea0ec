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
    [InlineData("appsettings.json", """{ "MySqlEndpoint": "[|localhost|]:3307", "x": 1 }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "-", "-")]
    [InlineData("appsettings.json", """{ "MySql": { "Hosts": [ "[|localhost|]", "db.example.com" ] } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "-", "-")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=[|localhost|];Database=shop;Uid=a", "Shop_ProviderName": "MySqlConnector" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "Serilog": { "WriteTo": [ { "Name": "MySQL", "Args": { "connectionString": "Server=[|localhost|];Database=shop;Uid=a" } } ] } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "MySqlSettings": { "ConnectionString": "Server=[|localhost|];Database=shop;Uid=a" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "DatabaseProvider": "SqlServer", "ConnectionStrings": { "MySql": "Server=[|localhost|];Database=shop;Uid=a" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "DatabaseProvider": "MySql", "ConnectionStrings": { "Default": "Server=[|localhost|];Database=shop;Uid=a" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    [InlineData("appsettings.json", """{ "ORDERS_MYSQL_HOST": "[|localhost|]" }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "-", "-")]
    [InlineData("appsettings.json", """{ "OrdersDb": { "Driver": "mysql", "Host": "[|localhost|]", "Port": 3306, "Database": "shop" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "3306", "3307")]
    [InlineData("appsettings.json", """{ "MySqlHosts": [ "[|172.17.0.2|]:3306", "[|172.17.0.3|]:3309" ] }""", ContainerAddress.Id, "172.17.0.2", "127.0.0.1", "172.17.0.3", "127.0.0.1")]
    [InlineData("appsettings.json", """{ "MySql": { "Host": "[|localhost|]", "Port": 3306, "PortNumber": 3306, "Database": "shop" } }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "-", "-")]
    [InlineData("appsettings.json", """{ "MySql": "[|172.17.0.2|]" }""", ContainerAddress.Id, "172.17.0.2", "127.0.0.1", "-", "-")]
    [InlineData("secrets.json", """{ "ConnectionStrings:MySql": "Server=[|localhost|];Database=shop;Uid=a" }""", LocalhostInMySql.Id, "localhost", "127.0.0.1", "127.0.0.1;", "127.0.0.1;Port=3307;")]
    public Task A_MySQL_setting_is_repaired(string path, string marked, string ruleId, string host, string newHost, string port, string newPort) => VerifyFile.ReportedAsync(
        path, marked, ruleId, Markup.Parse(marked).Text.Replace(host, newHost, StringComparison.Ordinal).Replace(port, newPort, StringComparison.Ordinal), s_noDriver);

    /// <summary>An Entity Framework text whose inner text has no quotes: what is written behind a <c>;</c> would be the outer text's.</summary>
    [Theory]
    [InlineData("server=[|172.17.0.2|]", "server=127.0.0.1")]
    public Task A_model_without_inner_quotes_gets_no_port(string marked, string fixedText) => VerifyFile.ReportedAsync(
        "App.config",
        $"""<configuration><connectionStrings><add name="Shop" connectionString="metadata=res://*/M.csdl;provider=MySql.Data.MySqlClient;provider connection string={marked}" providerName="System.Data.EntityClient" /></connectionStrings></configuration>""",
        ContainerAddress.Id,
        $"""<configuration><connectionStrings><add name="Shop" connectionString="metadata=res://*/M.csdl;provider=MySql.Data.MySqlClient;provider connection string={fixedText}" providerName="System.Data.EntityClient" /></connectionStrings></configuration>""",
        s_noDriver);

    /// <summary>Names of services are ordinary words.</summary>
    [Theory]
    [InlineData("""{ "Host": "api", "ServerName": "web", "EmailAddress": "admin", "Tenant": { "Host": "api" }, "VirtualHost": "web" }""", "")]
    [InlineData("""{ "DatabaseServer": "mysql", "Mail": { "Host": "shop", "Port": 25 }, "DataSource": "shop" }""", "")]
    [InlineData("""{ "Db": { "Host": "shop" }, "Db2": { "Host": "shop", "Port": 3306 } }""", "DKC005 DKC005")]
    [InlineData("""{ "Api": { "Host": "api", "Port": 80 } }""", "DKC005")]
    public async Task A_word_alone_is_a_host_only_where_it_names_a_server(string text, string ids)
    {
        var project = new TestProject().With("docker-compose.yml", """
            services:
              api: { image: "acme/api", ports: [ "8080:80" ] }
              web: { image: "acme/web", ports: [ "8081:80" ] }
              admin: { image: "acme/admin", ports: [ "8082:80" ] }
              mysql: { image: "mysql:8", ports: [ "3307:3306" ] }
              shop: { image: "mysql:8", ports: [ "3308:3306" ] }
            """);
        Assert.Equal(ids, string.Join(" ", (await VerifyFile.MessagesAsync("appsettings.json", text, project)).Select(message => message.Split(' ')[1])));
    }

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
    [InlineData("appsettings.json", """{ "DbProvider": "MySQL", "Smtp": { "Server": "localhost", "Port": 25 }, "Mqtt": { "Server": "localhost", "Port": 1883 }, "Tcp": { "Host": "localhost", "Port": 9000 }, "Consul": { "Address": "localhost:8500" }, "Hangfire": { "Host": "localhost" } }""")]
    [InlineData("appsettings.json", """{ "MySqlSsh": { "Host": "localhost", "Port": 22 }, "MySqlExporter": { "Host": "localhost", "Port": 9104 }, "MySql": { "Cache": { "Host": "localhost", "Port": 6379 } }, "MySqlGrants": { "Host": "localhost" }, "Debezium": { "MySqlTopic": "localhost:9092" } }""")]
    [InlineData("appsettings.json", """{ "Printer": { "IpAddress": "172.20.0.15" }, "LicenseServer": "172.20.0.10", "Ssrf": { "BlockedHosts": [ "172.17.0.2" ] }, "RemoteIpAddress": "172.17.0.2", "Endpoint": "172.17.0.2" }""")]
    [InlineData("Web.config", """<configuration><system.webServer><security><ipSecurity><add ipAddress="172.17.0.2" allowed="true" /></ipSecurity></security></system.webServer></configuration>""")]
    [InlineData("workflow.yml", "on: push\njobs:\n  test:\n    env: { MYSQL_HOST: 127.0.0.1, MYSQL_PORT: 3306, MYSQL_DATABASE: shop, CONN: 'Server=localhost;Port=3306;Database=shop;Uid=a' }\n")]
    [InlineData("appsettings.json", """{ "MySqlDb": "Server=localhost;Database=shop;User Id=bob;Password=y;TrustServerCertificate=True" }""")]
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
