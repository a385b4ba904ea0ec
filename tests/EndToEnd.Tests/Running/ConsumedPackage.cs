namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>One project's way with the package, walked once: built, its compose file changed and back, repaired, built again.</summary>
public sealed class ConsumedPackage : IDisposable
{
    public const string Compose = """
        # Ports below 3307 are taken here.
        services:
          db:
            image: mysql:8.4
            ports: ["3307:3306"]
            environment:
              MYSQL_DATABASE: orders
              MYSQL_USER: clerk
              MYSQL_PASSWORD: clerk-secret
              MYSQL_ROOT_PASSWORD: root-secret

        """;

    public const string Source = """"
        using MySqlConnector;

        // Outside the texts nothing may change: localhost, 172.17.0.2, 3306.
        await using var orders = new MySqlConnection("Server=172.17.0.2;Port=3306;Database=orders;User ID=clerk;Password=clerk-secret");
        await using var parcels = new MySqlConnection(
            "Server=localhost;Port=3306;Database=orders;User ID=clerk;Password=clerk-secret");
        Console.WriteLine(orders.Database + parcels.Database);

        """";

    private readonly Consumer _consumer;

    public ConsumedPackage(PackedPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        _consumer = new Consumer(package, "<ErrorLog>$(MSBuildProjectDirectory)/build.sarif,version=2.1</ErrorLog>");
        _consumer.Folder.Write("docker-compose.yml", Compose);
        _consumer.Folder.Write("Orders/Program.cs", Source);
        _consumer.Folder.Write("Orders/Orders.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MySqlConnector" />
              </ItemGroup>
            </Project>
            """);

        FirstBuild = _consumer.Build("Orders").Expect();
        FirstSarif = SarifResult.ReadAll(_consumer.Folder.PathOf("Orders/build.sarif"));

        _consumer.Folder.Write("docker-compose.yml", "# One line more.\n" + Compose.Replace("3307:", "3308:", StringComparison.Ordinal));
        BuildAfterComposeChanged = _consumer.Build("Orders", "--no-restore").Expect();

        File.Delete(_consumer.Folder.PathOf("docker-compose.yml"));
        BuildAfterComposeDeleted = _consumer.Build("Orders", "--no-restore").Expect();

        _consumer.Folder.Write("docker-compose.yml", Compose);
        Format = _consumer.Format("Orders").Expect();
        RepairedSource = _consumer.Folder.Read("Orders/Program.cs");
        LastBuild = _consumer.Build("Orders", "--no-restore", "--no-incremental").Expect();
        LastSarif = SarifResult.ReadAll(_consumer.Folder.PathOf("Orders/build.sarif"));
    }

    internal CommandResult FirstBuild { get; }

    internal IReadOnlyList<SarifResult> FirstSarif { get; }

    /// <summary>An incremental build after the compose file alone has changed: it publishes 3308, and on the next line.</summary>
    internal CommandResult BuildAfterComposeChanged { get; }

    /// <summary>An incremental build after the compose file was deleted.</summary>
    internal CommandResult BuildAfterComposeDeleted { get; }

    internal CommandResult Format { get; }

    internal string RepairedSource { get; }

    internal CommandResult LastBuild { get; }

    internal IReadOnlyList<SarifResult> LastSarif { get; }

    public void Dispose() => _consumer.Dispose();
}
