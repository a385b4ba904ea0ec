using System.Globalization;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Tests.Topology;

/// <summary>Services as one line of text, so that a case is a line in and a line out.</summary>
internal static class Containers
{
    /// <summary>Name, engine, ports, variables, and what else is known: <c>db MySQL 3307:3306 MYSQL_DATABASE=shop</c>.</summary>
    public static string Describe(DockerService service) => string.Join(' ', PartsOf(service));

    private static IEnumerable<string> PartsOf(DockerService service)
    {
        yield return service.Name;
        yield return service.Engine?.Name.Replace(" ", "", StringComparison.Ordinal) ?? "-";
        foreach (var port in service.Ports)
        {
            var size = port.Count > 1 ? "+" + (port.Count - 1).ToString(CultureInfo.InvariantCulture) : "";
            yield return (port.HostAddress is { } address ? address + "|" : "") + $"{Number(port.FirstHostPort)}:{Number(port.FirstContainerPort)}{size}";
        }

        if (service.IsOnRandomPorts)
        {
            yield return "random";
        }

        if (!service.ArePortsKnown)
        {
            yield return "ports?";
        }

        foreach (var (key, value) in service.Environment.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return $"{key}={value.Known ?? "?"}";
        }

        if (service.IsEnvironmentOpen)
        {
            yield return "env?";
        }

        if (service.IsOpen)
        {
            yield return "open";
        }

        if (!service.Names.IsEmpty)
        {
            yield return "names:" + string.Join(',', service.Names);
        }

        if (service.NetworkMode is { } mode)
        {
            yield return "mode:" + mode;
        }

        if (!service.Networks.SequenceEqual(service.NetworkMode is null ? ["bridge"] : []))
        {
            yield return "on:" + string.Join(',', service.Networks);
        }

        if (!service.StaticAddresses.IsEmpty)
        {
            yield return "at:" + string.Join(',', service.StaticAddresses);
        }

        if (!service.ExposedPorts.IsEmpty)
        {
            yield return "exposes:" + string.Join(',', service.ExposedPorts);
        }
    }

    private static string Number(int? port) => port?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
