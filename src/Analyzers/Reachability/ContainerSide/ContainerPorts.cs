using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Which ports listen in a container.</summary>
internal static class ContainerPorts
{
    /// <summary>
    /// Whether something in a container listens on a port: the server of its image, unless a file may change its port, and what the service
    /// itself says by <c>expose</c> and <c>ports</c>.
    /// </summary>
    /// <param name="service">The container.</param>
    /// <param name="port">The port; null when it is not known.</param>
    /// <returns>
    /// False for a port that only the host has for it. Null when it is not known: what a build or an image of no known engine starts may listen
    /// anywhere.
    /// </returns>
    public static bool? Listens(DockerService service, int? port)
    {
        if (port is not { } number)
        {
            return null;
        }

        // The entries of a service on another's network are that one's, as the loopback is.
        var isSaid = service.ExposedPorts.Contains(number) || service.Ports.Any(entry => entry.Publishes(number));
        if (service.Engine is null)
        {
            return isSaid ? true : null;
        }

        // A file that is put into the container, and what did not come of its environment, may name another port.
        if (service.IsConfiguredByFile || service.IsEnvironmentOpen || service.OwnPort is not { } own)
        {
            return null;
        }

        var isHostPort = service.Ports.Any(entry => entry.OfHostPort(number)?.ContainerPort == own);
        var isSecond = number == service.Engine.SecondProtocol?.Port;
        return number == own ? true : isHostPort && !isSaid && !isSecond ? false : null;
    }
}
