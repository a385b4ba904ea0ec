using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Elasticsearch and OpenSearch.</summary>
internal static class Elasticsearch
{
    public static readonly Engine Row = new()
    {
        Name = "Elasticsearch",
        Words = ["elasticsearch", "opensearch"],

        // A part of Elastic Beanstalk's, ElastiCache's, and an elastic pool's.
        WordsAlone = ["elastic"],
        TakesWebUris = true,
        ReadsNoPairs = true,
        DefaultPort = 9200,
        DriverNamespaces = ["Elastic.Clients.Elasticsearch", "Elastic.Transport", "Elasticsearch.Net", "Nest", "OpenSearch.Client", "OpenSearch.Net"],
        AddressApis =
        [
            new("Elastic.Clients.Elasticsearch.ElasticsearchClient", ".ctor", "uri"),
            new("Elastic.Clients.Elasticsearch.ElasticsearchClientSettings", ".ctor", "uri"),
            new("Elastic.Transport.SingleNodePool", ".ctor", "uri"),
            new("Elasticsearch.Net.ConnectionConfiguration", ".ctor", "uri"),
            new("Elasticsearch.Net.SingleNodeConnectionPool", ".ctor", "uri"),
            new("Nest.ConnectionSettings", ".ctor", "uri"),
            new("Nest.ElasticClient", ".ctor", "uri"),
            new("OpenSearch.Client.ConnectionSettings", ".ctor", "uri"),
            new("OpenSearch.Client.OpenSearchClient", ".ctor", "uri"),
            new("OpenSearch.Net.ConnectionConfiguration", ".ctor", "uri"),
            new("OpenSearch.Net.SingleNodeConnectionPool", ".ctor", "uri"),
        ],
        TakersOfNames = ["AddElasticsearchClient", "AddKeyedElasticsearchClient"],
        Assemblies = ["Elastic.Clients.Elasticsearch", "Elasticsearch.Net", "Nest", "OpenSearch.Client", "OpenSearch.Net"],
        Images =
        [
            "elasticsearch", "elasticsearch/elasticsearch", "elasticsearch/elasticsearch-oss", "bitnami/elasticsearch", "bitnamilegacy/elasticsearch",
            "opensearchproject/opensearch", "bitnami/opensearch", "bitnamilegacy/opensearch",
        ],
        ToolImages =
        [
            "kibana", "opensearch-dashboards", "elasticsearch-exporter", "elasticsearch_exporter", "elasticsearch-head", "elasticsearch-hq", "cerebro",
            "elasticvue", "elasticdump", "elasticsearch-dump", "elasticsearch-curator",
        ],
        Testcontainers = [new("ElasticsearchBuilder", null, null, null, "ELASTIC_PASSWORD"), new("OpenSearchBuilder", null, null, null)],
        PortVariables =
        [
            "http.port", "ELASTICSEARCH_HTTP_PORT_NUMBER", "ELASTICSEARCH_PORT_NUMBER", "OPENSEARCH_HTTP_PORT_NUMBER", "OPENSEARCH_PORT_NUMBER",
        ],
        PortOptions = ["http.port", "Ehttp.port"],
        AdminPasswordVariables = ["ELASTIC_PASSWORD", "ELASTICSEARCH_PASSWORD", "OPENSEARCH_INITIAL_ADMIN_PASSWORD", "OPENSEARCH_PASSWORD"],
        DefaultUsers = Names("elastic", "admin"),
    };
}
