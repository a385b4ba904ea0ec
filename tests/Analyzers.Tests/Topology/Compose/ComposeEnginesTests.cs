using static DockerConnectionStrings.Analyzers.Tests.Topology.Compose.ComposeReading;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Which engine a service runs.</summary>
public class ComposeEnginesTests
{
    [Theory]
    [InlineData("mysql", "MySQL")]
    [InlineData("mysql:8.4", "MySQL")]
    [InlineData("MySQL:latest", "MySQL")]
    [InlineData("mysql@sha256:0123", "MySQL")]
    [InlineData("docker.io/library/mysql:8@sha256:0123", "MySQL")]
    [InlineData("registry:5000/mysql", "MySQL")]
    [InlineData("localhost/mysql:8", "MySQL")]
    [InlineData("bitnami/mariadb:11", "MySQL")]
    [InlineData("mysql/mysql-server", "MySQL")]
    [InlineData("${REGISTRY}/mysql:${TAG}", "MySQL")]
    [InlineData("mysql:${TAG:-8}", "MySQL")]
    [InlineData("mariadb", "MySQL")]
    [InlineData("percona", "MySQL")]
    [InlineData("postgres:16-alpine", "PostgreSQL")]
    [InlineData("mcr.microsoft.com/mssql/server:2022-latest", "SQL Server")]
    [InlineData("redis", "Redis")]
    [InlineData("rabbitmq:3-management", "RabbitMQ")]
    [InlineData("mongo:7", "MongoDB")]
    [InlineData("somebody/mysql", null)]
    [InlineData("not-mysql", null)]
    [InlineData("${IMAGE}", null)]
    [InlineData("phpmyadmin/phpmyadmin", null)]
    public void An_engine_by_the_name_of_the_image(string image, string? engine) => Assert.Equal(engine, Db($"services: {{ db: {{ image: '{image}' }} }}").Engine?.Name);

    [Theory]
    [InlineData("image: own/db, environment: { MYSQL_ROOT_PASSWORD: x }", "MySQL")]
    [InlineData("image: own/db, environment: [MARIADB_ROOT_PASSWORD]", "MySQL")]
    [InlineData("image: own/db, env_file: db.env", "MySQL")]
    [InlineData("build: ./db, environment: { MYSQL_ROOT_PASSWORD: x }", "MySQL")]
    [InlineData("image: own/db, environment: { MYSQL_HOST: x, MYSQL_USER: x }", null)]
    [InlineData("image: own/db, ports: ['3307:3306']", "MySQL")]
    [InlineData("build: ./db, ports: ['3307-3308:3306-3307']", "MySQL")]
    [InlineData("image: own/db, ports: ['3306:80']", null)]
    [InlineData("image: own/db, ports: ['8080:80'], environment: { MYSQL_ROOT_PASSWORD: x }", null)]
    [InlineData("image: phpmyadmin, environment: { MYSQL_ROOT_PASSWORD: x }", null)]
    [InlineData("image: wordpress, ports: ['3307:3306']", null)]
    public void An_engine_by_environment_or_port(string service, string? engine) =>
        Assert.Equal(engine, Db($"services: {{ db: {{ {service} }} }}", ("/repo/db.env", "MYSQL_ROOT_PASSWORD=x")).Engine?.Name);

    [Theory]
    [InlineData("FROM mysql:8", "MySQL")]
    [InlineData("from  mysql:8\r\nRUN x\r\n", "MySQL")]
    [InlineData("# a comment\nFROM --platform=linux/amd64 mysql:8 AS base\nRUN x", "MySQL")]
    [InlineData("FROM node AS build\nRUN x\nFROM postgres\nCOPY --from=build /a /b", "PostgreSQL")]
    [InlineData("FROM mysql AS base\nFROM node AS build\nFROM base", "MySQL")]
    [InlineData("FROM mysql as one\nFROM one as two\nFROM TWO", "MySQL")]
    [InlineData("ARG VERSION=8\nFROM mysql:${VERSION}", "MySQL")]
    [InlineData("ARG IMAGE=mysql\nFROM $IMAGE", "MySQL")]
    [InlineData("ARG IMAGE=\"mysql:8\"\nFROM ${IMAGE}", "MySQL")]
    [InlineData("ARG IMAGE\nFROM ${IMAGE:-mysql}", "MySQL")]
    [InlineData("ARG IMAGE\nFROM ${IMAGE}", null)]
    [InlineData("FROM node\nARG IMAGE=mysql\nFROM $IMAGE", null)]
    [InlineData("FROM mysql AS base\nFROM node", null)]
    [InlineData("", null)]
    public void An_engine_by_the_last_image_of_the_Dockerfile(string dockerfile, string? engine) =>
        Assert.Equal(engine, Db("services: { db: { build: ., image: own/name } }", ("/repo/Dockerfile", dockerfile)).Engine?.Name);

    [Theory]
    [InlineData("{ context: ., target: db }", "MySQL")]
    [InlineData("{ context: ., target: DB }", "MySQL")]
    [InlineData("{ context: . }", null)]
    [InlineData("{ context: ., target: missing }", null)]
    [InlineData("{ context: ., dockerfile: other.Dockerfile }", "PostgreSQL")]
    [InlineData("{ context: ., dockerfile_inline: 'FROM redis' }", "Redis")]
    [InlineData("{ context: ., dockerfile: arg.Dockerfile, args: { IMAGE: redis } }", "Redis")]
    [InlineData("{ context: ., dockerfile: arg.Dockerfile, args: [IMAGE=redis] }", "Redis")]
    [InlineData("{ context: ., dockerfile: arg.Dockerfile, args: [IMAGE] }", null)]
    [InlineData("{ context: ., dockerfile: arg.Dockerfile }", "MySQL")]
    public void An_engine_by_what_is_built(string build, string? engine) => Assert.Equal(engine, Db(
        $"services: {{ db: {{ build: {build} }} }}",
        ("/repo/Dockerfile", "FROM mysql AS db\nFROM node AS app"), ("/repo/other.Dockerfile", "FROM postgres"), ("/repo/arg.Dockerfile", "ARG IMAGE=mysql\nFROM ${IMAGE}")).Engine?.Name);

    [Fact]
    public void Arguments_of_both_forms_merge() => Assert.Equal("Redis", Db(
        "services: { db: { build: { context: ., args: { IMAGE: mysql, TAG: '7' } } } }",
        ("/repo/compose.override.yml", "services: { db: { build: { args: [IMAGE=redis] } } }"), ("/repo/Dockerfile", "ARG IMAGE\nARG TAG\nFROM ${IMAGE}:${TAG:?}")).Engine?.Name);

    [Fact]
    public void A_built_service_is_not_what_its_image_is_called() =>
        Assert.Null(Db("services: { db: { build: ., image: mysql } }", ("/repo/Dockerfile", "FROM node")).Engine);
}
