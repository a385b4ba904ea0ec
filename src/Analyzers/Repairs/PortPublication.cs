using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>
/// Publishes the port of a service that is certainly meant and publishes none. It edits a compose file, so it is done only when it
/// is asked for.
/// </summary>
internal static class PortPublication
{
    /// <summary>The action, or null where the entry cannot be added for certain.</summary>
    public static Repair? For(HostSituation situation, string ruleId)
    {
        if (situation.Ports.Certain is not { IsUnpublished: true, Service: { Body: not null } service, ContainerPort: var containerPort }
            || !(situation.IsHostWrong || situation.IsLoopback)
            || situation.Options.DockerHost is not null || service.NetworkMode is not (null or "bridge")

            // The last file that says something of the service: what it extends is other services' too.
            || situation.Topology.ComposeFileOf(service.Place.Path) is not { } file)
        {
            return null;
        }

        var hostPort = situation.Topology.FreeHostPort(containerPort);
        var host = situation.IsHostWrong || situation.Host.Name == "::1" ? PortMapping.Loopback : situation.Host.Name;
        var entry = $"{PortMapping.Loopback}:{hostPort}:{containerPort}";
        if (ComposeEditor.Add(file, service.Name, "ports", new NewEntry(null, entry)) is not { } changes
            || new EndpointWriter(situation).TryWrite(host, hostPort) is not { } edits)
        {
            return null;
        }

        var title = $"Publish {entry} in {Paths.FileName(file.Path)} ({service.Name}) and use {host}:{hostPort}";
        return new Repair(title, $"{ruleId}|publish|{service.Name}|{file.Path}", edits.AddRange(changes));
    }
}
