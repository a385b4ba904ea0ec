using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>A filter in front of both sides.</summary>
internal static class SuspectHosts
{
    /// <summary>False when no host of the text can be said anything about. A name that is no single word is looked up in the files only.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="files">What the files say.</param>
    public static bool MayFail(Endpoint endpoint, Func<DockerTopology> files)
    {
        if (endpoint.HoldsPortInHost)
        {
            return true;
        }

        foreach (var host in endpoint.Hosts)
        {
            var name = host.Name;
            if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IpAddress.TryParse(name, out _) || HostAliases.Contains(name)
                || ((endpoint.Shape != EndpointShape.Pairs || endpoint.Pairs.Length > 1 || ConnectionKeys.IsOfBroker(endpoint.HostPair.Key))
                    && (AddressReader.IsLabel(name) || !files().Named(name).IsEmpty)))
            {
                return true;
            }
        }

        return false;
    }
}
