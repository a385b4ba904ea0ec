using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>What to write where no service may be meant: none is known, or the text's port is somebody's already.</summary>
internal static class HostPortAdviceWithoutService
{
    /// <summary>The advice for a host of a text that no service answers.</summary>
    public static Advice For(HostSituation situation)
    {
        var own = situation.Options.OwnAddress;
        var (isPortRight, _, rejected) = situation.Ports;
        if (isPortRight)
        {
            return new($"write {own} and keep the port", null);
        }

        if (OfPublisher(situation, own) is { } published)
        {
            return published;
        }

        if (rejected is not null)
        {
            return new($"write {own} and keep the port, since '{rejected.Name}' holds another database ({situation.Show(rejected.Place)})", rejected.Place);
        }

        // Of a name for this machine nothing says that a container is meant, and what does may lie where no file is looked for.
        if (situation.Fault == HostFault.AmbiguousLoopback && situation.Topology.ServicesOf(situation.Engine).Services.IsEmpty)
        {
            var isDescribed = situation.Topology.HasServices || situation.Topology.HasComposeFile;
            var missing = isDescribed ? $"no service here is known to run {situation.Engine}" : "no compose file was found";
            var what = situation.Endpoint.InnerPort is { Number: > 0 and var inner } ? $"{own} alone, and port {inner} in an option of its own" : own;
            return new($"write {what}; if the server runs in a container, write the host port that Docker publishes ({missing})", null);
        }

        if (situation is { Port: null, Fault: HostFault.ServiceName } && OfNamed(situation, own) is { } named)
        {
            return named;
        }

        if (situation.Endpoint.Hosts.Length > 1 || situation.Engine.Images.Count == 0 || situation.Port is not { } port)
        {
            return new($"write {own} with the host port that Docker publishes", null);
        }

        // A container's address stands with the container's own port.
        var isServerPort = situation.Fault == HostFault.AmbiguousLoopback && !EngineReading.IsOfSecondProtocol(situation.Endpoint);
        var entry = $"\"{PortMapping.Loopback}:{port}:{(isServerPort ? situation.Engine.DefaultPort : port)}\"";
        var where = "under ports in a compose file or behind -p of docker run";
        var host = situation.Endpoint.InnerPort is null ? $"{own} and" : $"{own} alone and, in an option of its own,";
        return new($"write {host} the host port that Docker publishes; if there is none yet, {entry} {where} publishes it", null);
    }

    /// <summary>Beside a name whose port stands nowhere, what the service of that name publishes; null where that is not known.</summary>
    private static Advice? OfNamed(HostSituation situation, string own)
    {
        if (situation.Topology.Named(situation.Host.Name) is not [{ OwnPort: { } port, IsOpen: false } service]
            || service.Ports.Select(entry => entry.OfContainerPort(port)).FirstOrDefault(static found => found is not null) is not { } published)
        {
            return null;
        }

        var where = published.HostPort == port ? "" : $" as {published.HostPort}";
        return new($"write {own}; '{service.Name}' publishes its container port {port}{where} ({situation.Show(published.Place)})", published.Place);
    }

    /// <summary>What somebody publishes already, a container of no known engine for instance; null when nobody is known to.</summary>
    private static Advice? OfPublisher(HostSituation situation, string own)
    {
        if (situation.Port is not { } port || situation.Fault is not (HostFault.AmbiguousLoopback or HostFault.Loopback or HostFault.ContainerAddress))
        {
            return null;
        }

        if (situation.Fault != HostFault.ContainerAddress)
        {
            var (owner, onHost) = situation.Topology.ServicesOf(situation.Engine).AnyPorts.OnHost(port).FirstOrDefault();
            return owner is null ? null : new($"write {own} and keep the port, which '{owner.Name}' publishes ({situation.Show(onHost.Place)})", onHost.Place);
        }

        foreach (var service in situation.Topology.Services.Where(static service => service.Engine is null))
        {
            if (service.Ports.Select(entry => entry.OfContainerPort(port)).FirstOrDefault(static found => found is not null) is { } published)
            {
                var whose = $"'{service.Name}', which publishes its container port {port} there ({situation.Show(published.Place)})";
                return new($"write {own} and port {published.HostPort} if you mean {whose}", published.Place);
            }
        }

        return null;
    }
}
