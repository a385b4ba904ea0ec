using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>Why it is not known where a service is on the host, or that it is nowhere.</summary>
internal static class UnsettledPort
{
    /// <summary>What a service does instead of publishing a known port, as what follows its name in a sentence, and the place that shows it.</summary>
    /// <param name="destination">The service; none of its published ports is the text's.</param>
    public static (string Text, Place Place) WhyOf(HostDestination destination)
    {
        var service = destination.Service;
        if (destination.IsUnpublished && service.Ports.IsEmpty)
        {
            return ("publishes no port", service.Place);
        }

        if (destination.ContainerPort == ListeningPort.Unknown)
        {
            return ("listens on a port that its command or a variable decides", service.Place);
        }

        if (service.Ports.FirstOrDefault(entry => entry.MayPublishSomewhere(destination.ContainerPort)) is { Place.Text: not null } unsettled)
        {
            return ($"publishes {destination.ContainerPort} {OnHost(unsettled)}", unsettled.Place);
        }

        if (service.IsOpen || !service.ArePortsKnown)
        {
            return ("publishes what is not known here, since a part of its description did not come or cannot be read", service.Place);
        }

        if (service.Ports.FirstOrDefault() is not { FirstContainerPort: { } other } elsewhere)
        {
            return ("publishes no port in this file", service.Place);
        }

        var isOwn = service is { Engine: { } engine, IsConfiguredByFile: false } && destination.ContainerPort == (service.ChangedPort ?? engine.DefaultPort);
        return ($"publishes its container port {other} and not {destination.ContainerPort}{(isOwn ? ", where it listens" : "")}", elsewhere.Place);
    }

    private static string OnHost(PortMapping entry) => entry.Reason switch
    {
        HostPortReason.LeftOut => "on a random port, since its entry names none",
        HostPortReason.Variable when entry.Variables is { } names => names.IndexOf(' ') < 0
            ? $"where the variable {names} says, which has no value here"
            : $"where the variables {names} say, which have no value here",
        HostPortReason.Variable => "where a variable says, which has no value here",
        HostPortReason.Range => "on one of a range of ports, which Docker chooses",
        HostPortReason.AtRunTime => "on a port that is chosen at run time",
        _ => "with an entry that cannot be read",
    };
}
