namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Azure Service Bus.</summary>
internal static class AzureServiceBus
{
    public static readonly Engine Row = new()
    {
        // Its emulators speak AMQP; their texts name the port behind the host.
        Name = "Azure Service Bus",
        Schemes = ["sb"],
        DefaultPort = 5672,
        Images = ["azure-messaging/servicebus-emulator", "azure-messaging/eventhubs-emulator"],
    };
}
