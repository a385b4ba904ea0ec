using CsCheck;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;
using DockerConnectionStrings.Analyzers.Tests.Topology;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability.ContainerSide;

/// <summary>In any topology what is said to connect does, and what is said to fail does not, by a model of Docker's networks that knows nothing of the product's.</summary>
public class ContainerReachPropertyTests
{
    private static readonly string[] s_hosts =
    [
        "localhost", "127.0.0.1", "db", "cache", "api", "worker", "shop-db", "shop-cache", "store", "stores", "database", "elsewhere", "machine",
        "host.docker.internal", "172.28.0.1", "172.28.0.10", "172.28.0.11", "172.28.0.12", "172.28.0.77", "172.18.0.3", "172.17.0.1", "10.1.2.3",
    ];

    private static readonly int[] s_ports = [3306, 3307, 3308, 3309, 3310, 6379];

    [Fact]
    public void What_is_said_is_so()
    {
        var counts = new int[3];
        NaiveDocker.Any.Sample(
            docker =>
            {
                var topology = Topologies.Of(("/repo/compose.yml", docker.ToYaml()));
                foreach (var from in docker.Containers)
                {
                    var service = topology.Named(from.Name).Single();
                    foreach (var (host, port) in s_hosts.SelectMany(host => s_ports.Select(port => (host, port))))
                    {
                        var engine = port == 6379 ? EngineTable.All.Single(one => one.Name == "Redis") : EngineTable.OfWord("mysql")!;
                        var answer = ContainerReach.AnswerFor(service, host, port, engine, topology);
                        var connects = docker.Connects(from, host, port);
                        Assert.True(
                            answer.Outcome == ContainerOutcome.Unknown || connects == (answer.Outcome == ContainerOutcome.Connects),
                            $"{from.Name} to {host}:{port} is said to be {answer.Outcome} {answer.Fault}, and {(connects ? "connects" : "fails")}\n{docker.ToYaml()}");
                        Assert.False(
                            answer.Outcome == ContainerOutcome.Unknown && connects && from.Mode is null && docker.Containers.Any(one => one.Name == host && one.Listening == port),
                            $"{from.Name} to {host}:{port} connects, and nothing is said\n{docker.ToYaml()}");
                        Interlocked.Increment(ref counts[(int)answer.Outcome]);
                    }
                }
            },
            iter: 500);

        // All three are met.
        Assert.All(counts, count => Assert.True(count > 1_000, string.Join(' ', counts)));
    }

    /// <summary>What is written instead connects, and there is something wherever a server of the engine has a name in reach.</summary>
    [Fact]
    public void What_is_written_instead_connects()
    {
        var text = new TextAccount(
            PairReader.Read(DecodedText.Verbatim("Server=localhost", 0))!, EngineTable.OfWord("mysql")!);
        var written = 0;
        NaiveDocker.Any.Sample(
            docker =>
            {
                var topology = Topologies.Of(("/repo/compose.yml", docker.ToYaml()));
                foreach (var from in docker.Containers)
                {
                    var found = ContainerDestinations.Find(topology.Named(from.Name).Single(), EngineTable.OfWord("mysql")!, text, topology);
                    foreach (var one in found.Where(one => one.Service is not null))
                    {
                        Assert.True(docker.Connects(from, one.Host, one.Port!.Value), $"{from.Name} to {one.Host}:{one.Port}\n{docker.ToYaml()}");
                        Interlocked.Increment(ref written);
                    }

                    var servers = docker.Containers.Where(one => one.Image == "mysql:8").ToArray();
                    Assert.True(
                        !found.IsEmpty || from.Mode is not null || !servers.Any(one => docker.Connects(from, one.Name, one.Listening!.Value)), $"{from.Name}\n{docker.ToYaml()}");
                }
            },
            iter: 500);
        Assert.True(written > 100, $"{written}");
    }
}
