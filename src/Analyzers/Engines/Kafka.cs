namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Apache Kafka, and Redpanda, which speaks its protocol.</summary>
internal static class Kafka
{
    public static readonly Engine Row = new()
    {
        Name = "Kafka",
        Words = ["kafka"],
        ReadsNoPairs = true,
        DefaultPort = 9092,
        DriverNamespaces = ["Confluent.Kafka"],
        ServerKeys = ["bootstrap.servers", "metadata.broker.list"],
        AddressApis =
        [
            new("Confluent.Kafka.ClientConfig", "", "BootstrapServers") { TakesPortInText = true },
            new("Confluent.Kafka.AdminClientConfig", "", "BootstrapServers") { TakesPortInText = true },
            new("Confluent.Kafka.ConsumerConfig", "", "BootstrapServers") { TakesPortInText = true },
            new("Confluent.Kafka.ProducerConfig", "", "BootstrapServers") { TakesPortInText = true },
            new("DotNetCore.CAP.KafkaOptions", "", "Servers") { TakesPortInText = true },
            new("Microsoft.Extensions.DependencyInjection.CapOptionsExtensions", "UseKafka", "bootstrapServers") { TakesPortInText = true },
        ],
        TakersOfNames = ["AddKafkaProducer", "AddKeyedKafkaProducer", "AddKafkaConsumer", "AddKeyedKafkaConsumer"],
        Assemblies = ["Confluent.Kafka"],
        Images =
        [
            "apache/kafka", "apache/kafka-native", "confluentinc/cp-kafka", "confluentinc/cp-server", "confluentinc/confluent-local", "bitnami/kafka",
            "bitnamilegacy/kafka", "wurstmeister/kafka", "ubuntu/kafka", "redpandadata/redpanda", "vectorized/redpanda",
        ],
        ToolImages =
        [
            "kafka-ui", "kafdrop", "akhq", "kafka-manager", "kafka-exporter", "kafka-rest", "cp-kafka-rest", "cp-kafka-connect", "cp-schema-registry",
            "cp-ksqldb-server", "cp-enterprise-control-center", "debezium/connect", "cp-zookeeper", "zookeeper", "kafka-connect", "kafkacat",
            "redpandadata/console", "sonarqube",
        ],
        Testcontainers = [new("KafkaBuilder", null, null, null), new("RedpandaBuilder", null, null, null)],

        // Each of several listeners has a port of its own, inside and outside: which one a text means is not known.
        PortVariables =
        [
            "KAFKA_LISTENERS", "KAFKA_CFG_LISTENERS", "KAFKA_ADVERTISED_LISTENERS", "KAFKA_CFG_ADVERTISED_LISTENERS", "KAFKA_PORT",
        ],
        PortOptions = ["port", "kafka-addr", "advertise-kafka-addr"],
    };
}
