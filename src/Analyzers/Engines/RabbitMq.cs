using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>RabbitMQ.</summary>
internal static class RabbitMq
{
    public static readonly Engine Row = new()
    {
        Name = "RabbitMQ",
        Words = ["rabbitmq", "rabbit", "amqp", "easynetq"],
        Schemes = ["amqp", "rabbitmq"],
        SecureSchemes = ["amqps", "rabbitmqs"],
        NamesNoDatabase = true,
        PortInHost = ':',
        DefaultPort = 5672,
        DriverNamespaces = ["RabbitMQ", "EasyNetQ", "MassTransit"],
        Sinks = ["CreateBus", "RegisterEasyNetQ", "AddEasyNetQ", "UseRabbitMq", "UsingRabbitMq"],
        SharedSinks = ["CreateBus"],
        AddressApis =
        [
            new("RabbitMQ.Client.ConnectionFactory", "", "HostName", "Port"),
            new("RabbitMQ.Client.AmqpTcpEndpoint", ".ctor", "hostName", "portOrMinusOne") { BareNameOn = "" },
            new("MassTransit.RabbitMqHostConfigurationExtensions", "Host", "host", "port")
            {
                BehindPort = "virtualHost",
                AskedWithPort = "configure",
                BareNameOn = "",
            },
            new("MassTransit.RabbitMqTransportOptions", "", "Host", "Port"),
            new("DotNetCore.CAP.RabbitMQOptions", "", "HostName", "Port"),
            new("Microsoft.Extensions.DependencyInjection.CapOptionsExtensions", "UseRabbitMQ", "hostName") { BareNameOn = "" },
        ],
        TakersOfNames = ["AddRabbitMQClient", "AddKeyedRabbitMQClient"],
        Servers = ["rabbitmq-server"],
        Testcontainers = [new("RabbitMqBuilder", null, ("RABBITMQ_DEFAULT_USER", "rabbitmq"), "rabbitmq", "RABBITMQ_DEFAULT_PASS")],
        Assemblies = ["EasyNetQ"],
        ReadsKeyValueTexts = true,
        Images = ["rabbitmq", "bitnami/rabbitmq", "bitnamilegacy/rabbitmq", "masstransit/rabbitmq"],
        PortVariables = ["RABBITMQ_NODE_PORT"],
        DatabaseVariables = ["RABBITMQ_DEFAULT_VHOST"],
        UserVariables = ["RABBITMQ_DEFAULT_USER", "RABBITMQ_USERNAME"],
        PasswordVariables = ["RABBITMQ_DEFAULT_PASS", "RABBITMQ_PASSWORD"],
        OwnDatabases = Names("", "/"),
        DefaultUsers = Names("guest"),
        OwnKeys = Names(
            "VirtualHost", "Virtual Host", "PublisherConfirms", "PrefetchCount", "RequestedHeartbeat", "PersistentMessages",
            "ConnectIntervalAttempt", "MandatoryPublish", "ConsumerDispatcherConcurrency"),
    };
}
