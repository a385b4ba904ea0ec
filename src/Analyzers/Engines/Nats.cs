namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>NATS.</summary>
internal static class Nats
{
    public static readonly Engine Row = new()
    {
        Name = "NATS",

        // A part of the settings of network address translation: `NatSettings`.
        WordsAlone = ["nats"],
        Schemes = ["nats"],
        ReadsNoPairs = true,
        DefaultPort = 4222,
        DriverNamespaces = ["NATS.Client", "NATS.Net"],
        AddressApis =
        [
            new("NATS.Client.Core.NatsOpts", "", "Url") { TakesPortInText = true },
            new("NATS.Client.Options", "", "Url") { TakesPortInText = true },
            new("NATS.Client.ConnectionFactory", "CreateConnection", "url") { TakesPortInText = true },
            new("NATS.Net.NatsClient", ".ctor", "url") { TakesPortInText = true },
            new("NATS.Client.Simplified.NatsClient", ".ctor", "url") { TakesPortInText = true },
        ],
        TakersOfNames = ["AddNatsClient", "AddKeyedNatsClient"],
        Assemblies = ["NATS.Client", "NATS.Client.Core", "NATS.Net"],
        Images = ["nats", "bitnami/nats", "bitnamilegacy/nats", "nats-streaming", "synadia/nats-server"],
        Servers = ["nats-server"],
        ToolImages = ["nats-box", "prometheus-nats-exporter", "nats-surveyor", "nats-ui"],
        Testcontainers = [new("NatsBuilder", null, null, null)],
    };
}
