using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;
using DockerConnectionStrings.Analyzers.Tests.Topology;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability.ContainerSide;

/// <summary>Compose files that are written to do harm.</summary>
public class ContainerHostileTests
{
    /// <summary>A chain, a circle, one network of all: who is on whose network is found once for all of them.</summary>
    [Theory]
    [InlineData("service:s{0}", 1)]
    [InlineData("service:s{0}", 0)]
    [InlineData("service:s0", 1)]
    [InlineData("host", 0)]
    public void Networks_of_many_services_are_found_in_step_with_their_number(string mode, int start) => LinearTime.Assert(
        4_000,
        n => Topologies.Of(("/repo/compose.yml", "services:\n" + string.Concat(Enumerable.Range(0, n)
            .Select(i => $"  s{i}: {{ image: a{(i < start ? "" : ", network_mode: '" + string.Format(null, mode, (i + n - 1) % n) + "'")} }}\n")))),
        topology =>
        {
            var last = topology.Services.Last();
            foreach (var host in new[] { "localhost", "s0", "s00", "172.18.0.2", "host.docker.internal" })
            {
                ContainerReach.AnswerFor(last, host, 3306, EngineTable.OfWord("mysql")!, topology);
            }
        });
}
