namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>The options of the MySQL drivers, without spaces and hyphens.</summary>
/// <remarks>
/// Sources: <c>MySqlConnectionStringOption</c> of MySqlConnector 2.6.2 (a test compares it with the driver's assembly) and
/// the properties of <c>MySqlConnectionStringBuilder</c> of MySql.Data 26.10.0.
/// </remarks>
internal static class MySqlKeys
{
    /// <summary>Keys that no other engine's driver reads.</summary>
    public static readonly HashSet<string> Own = Engine.Names(
        "AllowLoadLocalInfile", "AllowLoadDataLocalInfile", "AllowLoadLocalInfileInPath", "AllowPublicKeyRetrieval", "AllowUserVariables", "AllowZeroDateTime",
        "ConvertZeroDateTime", "TreatTinyAsBoolean", "UseAffectedRows", "OldGuids", "GuidFormat", "IgnoreCommandTransaction", "NoBackslashEscapes",
        "ServerRsaPublicKeyFile", "UseXaTransactions", "DeferConnectionReset", "ConnectionIdlePingTime", "DnsCheckInterval",
        "DefaultAuthenticationPlugin", "UseUsageAdvisor", "ProcedureCacheSize", "UsePerformanceMonitor", "RespectBinaryFlags",
        "FunctionsReturnString", "SqlServerMode", "DefaultTableCacheAge", "CheckParameters", "RewriteBatchedStatements",
        "CacheServerProperties", "TreatBlobsAsUTF8", "BlobAsUTF8IncludePattern", "BlobAsUTF8ExcludePattern", "UseDefaultCommandTimeoutForEF",
        "ServerRedirectionMode", "SslCa", "CACertificateFile", "TlsCipherSuites");

    /// <summary>Every key that a MySQL driver reads.</summary>
    public static readonly HashSet<string> All = Engine.Names([
        .. Own,
        "Server", "Host", "DataSource", "Address", "Addr", "NetworkAddress", "Port", "UserID", "Username", "Uid", "User", "Password", "Pwd",
        "Password1", "Password2", "Password3", "Database", "InitialCatalog", "LoadBalance", "ConnectionProtocol", "Protocol", "PipeName", "Pipe",
        "SslMode", "CertificateFile", "CertificatePassword", "CertificateStoreLocation", "CertificateThumbprint", "SslCert", "SslKey",
        "SkipCertificateRevocationCheck", "TlsVersion", "Pooling", "ConnectionLifetime", "ConnectionReset", "ConnectionIdleTimeout",
        "MinimumPoolSize", "MinPoolSize", "MaximumPoolSize", "MaxPoolSize", "ApplicationName", "AutoEnlist", "CancellationTimeout",
        "CharacterSet", "CharSet", "ConnectionTimeout", "ConnectTimeout", "DateTimeKind", "DefaultCommandTimeout", "CommandTimeout",
        "ForceSynchronous", "IgnorePrepare", "InteractiveSession", "Interactive", "KeepAlive", "PersistSecurityInfo", "Pipelining", "ServerSPN",
        "UseCompression", "Compress", "AllowBatch", "Logging", "SharedMemoryName", "TableCache", "Replication", "ExceptionInterceptors",
        "CommandInterceptors", "DnsSrv", "IncludeSecurityAsserts", "UseProcedureBodies"]);
}
