using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>MongoDB.</summary>
internal static class MongoDb
{
    public static readonly Engine Row = new()
    {
        Name = "MongoDB",
        Words = ["mongo", "mongodb"],
        Schemes = ["mongodb"],
        DefaultPort = 27017,
        DriverNamespaces = ["MongoDB"],
        Sinks = ["MongoClient", "UseMongoDB", "AddMongoDb"],
        AddressApis =
        [
            new("MongoDB.Driver.MongoServerAddress", ".ctor", "host", "port") { BareNameOn = "" },
            new("MongoDB.Driver.MongoClient", ".ctor", "connectionString"),
        ],
        TakersOfNames = ["AddMongoDBClient", "AddKeyedMongoDBClient"],
        Clients = ["mongo", "mongosh"],
        Servers = ["mongod", "mongos"],
        ToolImages = ["mongo-express"],
        Testcontainers = [new("MongoDbBuilder", null, ("MONGO_INITDB_ROOT_USERNAME", "mongo"), "mongo", "MONGO_INITDB_ROOT_PASSWORD")],
        Images =
        [
            "mongo", "mongodb/mongodb-community-server", "mongodb/mongodb-enterprise-server", "percona/percona-server-mongodb", "bitnami/mongodb",
            "bitnamilegacy/mongodb",
            "ferretdb/ferretdb",
        ],
        PortVariables = ["MONGODB_PORT_NUMBER"],
        ServerVariables = ["MONGO_INITDB_ROOT_USERNAME"],
        DatabaseVariables = ["MONGO_INITDB_DATABASE", "MONGODB_DATABASE"],
        UserVariables = ["MONGO_INITDB_ROOT_USERNAME", "MONGODB_USERNAME", "MONGODB_INITDB_ROOT_USERNAME"],
        PasswordVariables = ["MONGO_INITDB_ROOT_PASSWORD", "MONGODB_PASSWORD", "MONGODB_INITDB_ROOT_PASSWORD"],
        OwnDatabases = Names("admin", "local", "config"),
        DefaultUsers = Names("root", "admin"),
    };
}
