using System.Collections.Immutable;
using CsCheck;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Model;
using DockerConnectionStrings.Analyzers.Topology.Started;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology;

public class DockerRunTests
{
    private const string Path = "/repo/Tests/Db.cs";

    [Theory]
    [InlineData("docker run mysql:8", "mysql MySQL")]
    [InlineData("docker run --name db -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8", "db MySQL 3307:3306 MYSQL_DATABASE=shop names:db")]
    [InlineData("docker create -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker container run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker container create -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("podman run -p 3307:3306 docker.io/library/mariadb:11", "mariadb MySQL 3307:3306")]
    [InlineData("podman container create -p 3307:3306 mariadb", "mariadb MySQL 3307:3306")]
    [InlineData("docker -D run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("/usr/bin/docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker.exe run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("sudo docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("DOCKER_BUILDKIT=1 docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("bash -c \"docker run -p 3307:3306 mysql\"", "mysql MySQL 3307:3306")]
    [InlineData("cmd.exe /c docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker run -d \\\n  -p 3307:3306 \\\r\n  mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 mysql # starts it", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 mysql > /dev/null 2>&1", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 5433:5432 postgis/postgis:16-3.4", "postgis PostgreSQL 5433:5432")]
    [InlineData("docker run -p 1434:1433 mcr.microsoft.com/mssql/server:2022-latest", "server SQLServer 1434:1433")]
    [InlineData("docker run -p 8080:80 nginx", "nginx - 8080:80")]
    public void A_command_starts_a_container(string line, string expected) => Assert.Equal(expected, Line(line));

    [Theory]
    [InlineData("-p 3307:3306", "3307:3306")]
    [InlineData("-p=3307:3306", "3307:3306")]
    [InlineData("-p3307:3306", "3307:3306")]
    [InlineData("-dp 3307:3306", "3307:3306")]
    [InlineData("-itdp3307:3306", "3307:3306")]
    [InlineData("--publish 3307:3306", "3307:3306")]
    [InlineData("--publish=3307:3306", "3307:3306")]
    [InlineData("-p '3307:3306'", "3307:3306")]
    [InlineData("-p 3307:3306/tcp", "3307:3306")]
    [InlineData("-p 127.0.0.1:3307:3306", "127.0.0.1|3307:3306")]
    [InlineData("-p [::1]:3307:3306", "::1|3307:3306")]
    [InlineData("-p 3300-3302:3306-3308", "3300:3306+2")]
    [InlineData("-p 3307:3306 -p 33060:33060", "3307:3306 33060:33060")]
    [InlineData("-p 3307:3306 -P", "3307:3306")]
    [InlineData("-d=true -p 3307:3306 --rm=false -it", "3307:3306")]
    [InlineData("-v data:/var/lib/mysql --restart always --health-cmd 'mysqladmin ping -p 1:2' -p 3307:3306", "3307:3306")]
    [InlineData("--network shop -p 3307:3306", "3307:3306 on:shop")]
    [InlineData("--publish-all=false", "")]
    [InlineData("-p 3307:3306/udp", "")]
    [InlineData("--expose 3306", "exposes:3306")]
    public void Ports_are_published_by_every_form_of_the_option(string options, string expected) => Assert.Equal(("mysql MySQL " + expected).Trim(), Line($"docker run {options} mysql"));

    [Theory]
    [InlineData("-p 3306", "?:3306 random")]
    [InlineData("-P", "?:? random")]
    [InlineData("--publish-all", "?:? random")]
    [InlineData("-dP", "?:? random")]
    [InlineData("-p 33060:33060 -P", "33060:33060 ?:?")]
    [InlineData("-p 3306 -p $PORT:33060", "?:3306 ?:33060")]
    [InlineData("-p 3300-3310:3306", "?:3306")]
    [InlineData("-p $PORT:3306", "?:3306")]
    [InlineData("-p ${PORT}:3306", "?:3306")]
    [InlineData("-p %PORT%:3306", "?:3306")]
    [InlineData("-p \uFFFC:3306", "?:3306")]
    [InlineData("-p \uFFFC:3307:3306", "?:3306")]
    [InlineData("-p \uFFFC", "?:?")]
    [InlineData("-p 3307:\uFFFC", "?:?")]
    [InlineData("-p 3307:99999", "?:?")]
    [InlineData("-p ''", "?:?")]
    [InlineData("--pod shop", "ports?")]
    [InlineData("--network container:other -p 3307:3306", "ports? mode:container:other")]
    [InlineData("--network \uFFFC -p 3307:3306", "3307:3306 ports? mode:")]
    [InlineData("--network none -p 3307:3306", "mode:none")]
    public void A_port_that_is_not_known_stays_unknown(string options, string expected) => Assert.Equal(("mysql MySQL " + expected).Trim(), Line($"docker run {options} mysql"));

    [Theory]
    [InlineData("--network host", "mysql", "mysql MySQL 3306:3306 mode:host")]
    [InlineData("--net=host -p 3307:3306", "mysql", "mysql MySQL 3306:3306 mode:host")]
    [InlineData("--net host", "postgres", "postgres PostgreSQL 5432:5432 mode:host")]
    [InlineData("--net host", "mysql --port=3399", "mysql MySQL 3399:3399 mode:host")]
    [InlineData("--net host -p 1:2 --name web", "nginx", "web - ports? names:web mode:host")]
    public void On_the_hosts_network_the_containers_port_is_the_hosts(string options, string image, string expected) => Assert.Equal(expected, Line($"docker run {options} {image}"));

    [Theory]
    [InlineData("-e MYSQL_DATABASE=shop", "MYSQL_DATABASE=shop")]
    [InlineData("-eMYSQL_DATABASE=shop", "MYSQL_DATABASE=shop")]
    [InlineData("--env MYSQL_DATABASE=shop", "MYSQL_DATABASE=shop")]
    [InlineData("--env=MYSQL_DATABASE=shop", "MYSQL_DATABASE=shop")]
    [InlineData("-e 'MYSQL_PASSWORD=a b=c'", "MYSQL_PASSWORD=a b=c")]
    [InlineData("-e MYSQL_DATABASE=", "MYSQL_DATABASE=")]
    [InlineData("-e MYSQL_DATABASE=one -e MYSQL_DATABASE=two", "MYSQL_DATABASE=two")]
    [InlineData("-e MYSQL_DATABASE", "MYSQL_DATABASE=?")]
    [InlineData("-e MYSQL_DATABASE=$DB", "MYSQL_DATABASE=?")]
    [InlineData("-e MYSQL_DATABASE=%DB%", "MYSQL_DATABASE=?")]
    [InlineData("-e MYSQL_DATABASE=\uFFFC", "MYSQL_DATABASE=?")]
    [InlineData("-e \uFFFC=shop", "env?")]
    [InlineData("-e \uFFFC", "env?")]
    [InlineData("--env-file .env", "env?")]
    [InlineData("--env-host", "env?")]
    [InlineData("--secret shop,type=env", "env?")]
    public void Variables_are_read_as_far_as_they_are_known(string options, string expected) => Assert.Equal("mysql MySQL " + expected, Line($"docker run {options} mysql"));

    [Theory]
    [InlineData("--name db --hostname shop-db --network-alias data", "db MySQL names:db,shop-db,data")]
    [InlineData("--name=db -h db", "db MySQL names:db")]
    [InlineData("--name \uFFFC", "mysql MySQL")]
    [InlineData("--name $NAME", "mysql MySQL")]
    [InlineData("--network shop --ip 172.20.0.5", "mysql MySQL on:shop at:172.20.0.5")]
    [InlineData("--ip \uFFFC", "mysql MySQL")]
    [InlineData("--ip6 fd00::5", "mysql MySQL at:fd00::5")]
    [InlineData("--network name=shop,alias=db,ip=172.20.0.5", "mysql MySQL names:db on:shop at:172.20.0.5")]
    [InlineData("--network shop:alias=db,ip=10.89.0.5", "mysql MySQL names:db on:shop at:10.89.0.5")]
    [InlineData("--network one --network two", "mysql MySQL on:one,two")]
    public void Names_networks_and_addresses_are_read(string options, string expected) => Assert.Equal(expected, Line($"docker run {options} mysql"));

    [Theory]
    [InlineData("docker run -p 3307:3306 --frob it mysql", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("docker run -p 3307:3306 --frob=it mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 -z mysql", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("docker run \uFFFC -p 3307:3306 mysql", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("docker run -p 3307:3306 \uFFFC mysql", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("docker run -p 3307:3306 \uFFFC", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 \uFFFC --character-set-server=utf8mb4", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 mysql:\uFFFC", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 -- mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 -e", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("docker run -p 3307:3306 mysql --port=3306 -p 1:2", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 mysql mysqld --sql-mode=", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 mysql bash", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("docker run -p 3307:3306 mysql \uFFFC", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("docker run --entrypoint sh -p 3307:3306 mysql", "mysql MySQL 3307:3306 ports? env? open")]
    public void What_is_not_known_leaves_the_container_open(string line, string expected) => Assert.Equal(expected, Line(line));

    [Theory]
    [InlineData("")]
    [InlineData("docker")]
    [InlineData("docker run")]
    [InlineData("docker run --rm -it")]
    [InlineData("docker run hello-world")]
    [InlineData("docker ps")]
    [InlineData("docker exec -it db mysql -p 3307:3306")]
    [InlineData("docker rm -f db")]
    [InlineData("docker compose run -p 3307:3306 mysql")]
    [InlineData("docker network create shop")]
    [InlineData("docker build -t run .")]
    [InlineData("docker -H tcp://build:2375 run -p 3307:3306 mysql")]
    [InlineData("docker --context remote run -p 3307:3306 mysql")]
    [InlineData("docker-compose run -p 3307:3306 mysql")]
    [InlineData("Start it with docker run -p 3307:3306 mysql")]
    [InlineData("Start it first; docker run -p 3307:3306 mysql")]
    [InlineData("Usage:\n  docker run -p 3307:3306 mysql")]
    [InlineData("# docker run -p 3307:3306 mysql")]
    [InlineData("dockerd run -p 3307:3306 mysql")]
    [InlineData("ssh build docker run -p 3307:3306 mysql")]
    [InlineData("docker run --rm mysql mysqldump -h db shop")]
    [InlineData("docker run --rm --network shop --entrypoint mysqladmin mysql ping")]
    [InlineData("\uFFFC run -p 3307:3306 mysql")]
    [InlineData("run -p 3307:3306 mysql")]
    [InlineData("bash -c \"bash -c 'docker run -p 3307:3306 mysql'\"")]
    public void Another_text_starts_none(string line) => Assert.Equal("", Line(line));

    [Theory]
    [InlineData("docker rm -f db\ndocker run -p 3307:3306 mysql\n", "mysql MySQL 3307:3306")]
    [InlineData("docker rm -f db; docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("cd db && docker run -p 3307:3306 mysql && echo ready", "mysql MySQL 3307:3306")]
    [InlineData("#!/bin/sh\nset -e\nsudo docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 mysql\r\ndocker run -p 6380:6379 redis", "mysql MySQL 3307:3306 / redis Redis 6380:6379")]
    [InlineData("docker run -p 3307:3306 mysql\n\nThen connect to it.", "mysql MySQL 3307:3306")]
    [InlineData("docker run -p 3307:3306 mysql || true", "mysql MySQL 3307:3306")]
    public void Every_command_of_a_script_is_read(string script, string expected) => Assert.Equal(expected, Line(script));

    [Theory]
    [InlineData("docker", "run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("/usr/bin/podman", "run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("bash", "-c \"docker run -p 3307:3306 mysql\"", "mysql MySQL 3307:3306")]
    [InlineData("cmd.exe", "/c docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("git", "run -p 3307:3306 mysql", "")]
    [InlineData("bash", "docker.sh run -p 3307:3306 mysql", "")]
    public void A_program_may_be_named_beside_its_arguments(string program, string arguments, string expected) =>
        Assert.Equal(expected, Describe(WrittenCommand.OfLine(program, Text(arguments))));

    [Theory]
    [InlineData("docker", "run|-p|3307:3306|mysql:8", "mysql MySQL 3307:3306")]
    [InlineData(null, "docker|run|-p|3307:3306|-e|MYSQL_DATABASE=my shop|mysql:8", "mysql MySQL 3307:3306 MYSQL_DATABASE=my shop")]
    [InlineData(null, "bash|-c|docker run -p 3307:3306 mysql", "mysql MySQL 3307:3306")]
    [InlineData("docker", "run|-p|\uFFFC|mysql:8", "mysql MySQL ?:?")]
    [InlineData("docker", "run -p 3307:3306 mysql", "")]
    [InlineData("docker", "", "")]
    [InlineData(null, "", "")]
    [InlineData("docker", "run||mysql", "mysql MySQL")]
    public void Words_may_be_given_one_by_one(string? program, string words, string expected) =>
        Assert.Equal(expected, Describe(WrittenCommand.OfWords(program, words.Length == 0 ? [] : Words(words.Split('|')))));

    [Fact]
    public void A_port_and_an_image_are_placed_where_they_are_written()
    {
        const string line = "docker run -p 3307:3306 mysql:8";
        var service = Assert.Single(Read(WrittenCommand.OfLine(null, DecodedText.Verbatim(line, 0)), line));
        Assert.Equal("mysql:8", line[service.Place.Span.Start..service.Place.Span.End]);
        var span = Assert.Single(service.Ports).Place.Span;
        Assert.Equal("3307:3306", line[span.Start..span.End]);
        Assert.Equal(Path, service.Place.Path);
    }

    [Fact]
    public void A_line_and_its_words_say_the_same() =>
        Options.List[0, 8].SelectMany(options => OneOf("mysql", "mysql:8", "postgres", "nginx", "registry:5000/shop/mysql").Select(image => (options, image))).Sample(
            command =>
            {
                string[] words = ["docker", "run", .. command.options.SelectMany(option => option), command.image];
                var line = string.Join(' ', words.Select(Quote));
                Assert.Equal(Describe(WrittenCommand.OfLine(null, Text(line))), Describe(WrittenCommand.OfWords("docker", Words(words[1..]))));
                Assert.Equal(Describe(WrittenCommand.OfLine(null, Text(line))), Describe(WrittenCommand.OfWords(null, Words(words))));
            },
            iter: LongRuns.Of(2_000));

    [Fact]
    public void No_input_is_too_much() =>
        OneOf("docker", "run", "-p", "-", "--", "=", " ", "\n", "'", "\"", "3307:3306", "-e", "mysql", "\uFFFC", "--network", "\\", "&&", "--name=", "bash -c", ":", "/")
            .Array[0, 12].Select(parts => "docker run " + string.Concat(parts))
            .Sample(line => Describe(WrittenCommand.OfLine(null, Text(line))), iter: LongRuns.Of(5_000));

    /// <summary>Options with their values, in every form.</summary>
    private static Gen<string[]> Options { get; } = Gen.OneOf(
        Gen.Select(Gen.Int[1, 65535], Gen.Int[1, 65535], OneOf("-p", "--publish", "-dp")).Select((host, container, option) => new[] { option, $"{host}:{container}" }),
        Gen.Int[1, 65535].Select(port => new[] { $"-p{port}:3306" }),
        Gen.Int[1, 65535].Select(port => new[] { $"--publish=127.0.0.1:{port}:3306" }),
        Gen.Char["ab '\"\\=;&|#>"].Array[1, 8].Select(value => new[] { "-e", "MYSQL_DATABASE=" + new string(value) }),
        Gen.Char["ab '\"\\=;&|"].Array[1, 8].Select(value => new[] { "--env=MYSQL_USER=" + new string(value) }),
        OneOf("-d", "-it", "--rm", "-P", "--init", "--privileged=true", "--env-file=.env", "--frob=1", "--network=host", "--net=shop", "-hdb").Select(flag => new[] { flag }),
        Gen.Select(OneOf("-v", "--name", "--network-alias", "--label", "--health-cmd", "--frob"), OneOf("a b", "db", "-x", "x=y z")).Select((option, value) => new[] { option, value }));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string Line(string line) => Describe(WrittenCommand.OfLine(null, Text(line)));

    private static string Describe(WrittenCommand command) => string.Join(" / ", Read(command, command.Text.Value).Select(Containers.Describe));

    private static ImmutableArray<DockerService> Read(WrittenCommand command, string source) => DockerRun.Read(command, Path, SourceText.From(source));

    private static IEnumerable<DecodedText> Words(IEnumerable<string> words) => words.Select(Text);

    /// <summary>A text with a hole where the sign of one stands.</summary>
    private static DecodedText Text(string value)
    {
        var text = new DecodedText.Builder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == DecodedText.HoleCharacter)
            {
                text.AddHole(i, 1);
            }
            else
            {
                text.AddIdentity(value, i, 1, i);
            }
        }

        return text.ToDecodedText();
    }
}
