using DockerConnectionStrings.Analyzers.Connections;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>What a text means to the drivers of its engine.</summary>
internal static class EngineReading
{
    /// <summary>
    /// The text with the port that stands inside its host: right for the engines that take it there, and for MySQL what its author
    /// meant.
    /// </summary>
    public static Endpoint Of(Endpoint endpoint, Engine engine)
    {
        var read = endpoint.WithPortInHost(engine.PortInHost, isWrittenThere: !engine.HasPortOption);
        return engine == EngineTable.MySql && read.InnerPort is { Number: > 0 } inner && read.Port.State != PortState.Written
            ? read with { Port = inner.ToPort() }
            : read;
    }

    /// <summary>True when the text goes as it stands to a driver that takes <c>localhost</c> where no host is named.</summary>
    /// <remarks>MySqlConnector does, and with it Pomelo; MySql.Data refuses such a text (measured with 26.10.0).</remarks>
    public static bool ReachesMySqlConnector(Usage.TextUses uses) => !uses.Sinks.IsEmpty && uses.Sinks.All(static sink =>
        sink is { IsDirect: true } && sink.Member is not ("UseMySQL" or "AddMySQL")
        && ((sink.IsIn("MySqlConnector") && sink.Type is "MySqlConnection" or "MySqlDataSource" or "MySqlDataSourceBuilder")
            || sink is { Member: "UseMySql", Namespace: "Microsoft.EntityFrameworkCore" }
            || sink.Member == "AddMySqlDataSource"));
}
