using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Evidence;

/// <summary>What a text means to the drivers of its engine.</summary>
internal static class EngineReading
{
    private static readonly string[] s_oracleAssemblies =
        ["MySql.Data", "MySql.Data.EntityFramework", "MySql.Data.EntityFrameworkCore", "MySql.EntityFrameworkCore"];
    private static readonly string[] s_otherAssemblies =
        ["MySqlConnector", "Pomelo.EntityFrameworkCore.MySql", "Microting.EntityFrameworkCore.MySql", "Devart.Data.MySql"];

    /// <summary>
    /// The text with the port that stands inside its host: right for the engines that take it there, and for MySQL what its author
    /// meant.
    /// </summary>
    public static Endpoint Of(Endpoint endpoint, Engine engine)
    {
        var read = endpoint.WithPortInHost(engine.PortInHost, isWrittenThere: !engine.HasPortOption);
        return engine.RefusesPortInHost && read.InnerPort is { Number: > 0 } inner && read.Port.State != PortState.Written
            ? read with { Port = inner.ToPort() }
            : read;
    }

    /// <summary>True for a text of an engine's second protocol, which has a port of its own in the container: MySQL's X protocol.</summary>
    public static bool IsOfSecondProtocol(Endpoint endpoint) => EngineTable.SecondProtocolOf(endpoint.Scheme) is { } second
        && (second.Scheme == endpoint.Scheme || endpoint.Port.State != PortState.Written || endpoint.Port.Number == second.Port);

    /// <summary>The port that a text means where it writes none; 0 where that is not one port.</summary>
    public static int DefaultPortOf(Endpoint endpoint, Engine engine) => !IsOfSecondProtocol(endpoint) ? engine.DefaultPort
        : EngineTable.SecondProtocolOf(endpoint.Scheme) is { } second && second.Scheme == endpoint.Scheme ? second.Port
        : 0;

    /// <summary>True when only Oracle's driver reads the text: all that takes it is that driver's or, where nothing tells, the project has no other.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="uses">What is done with it.</param>
    /// <param name="references">Simple names of the assemblies that the project references.</param>
    public static bool IsForMySqlDataOnly(Endpoint endpoint, Usage.TextUses uses, ISet<string> references)
    {
        if (endpoint.Shape is not (EndpointShape.Pairs or EndpointShape.Builder)
            || endpoint.Pairs.Any(static pair => pair.Key.Equals("Driver", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var takers = uses.Sinks.Where(static sink => IsOfMySqlData(sink) || IsOfAnotherMySqlDriver(sink)).ToArray();
        return takers.Length > 0 ? takers.All(IsOfMySqlData) : s_oracleAssemblies.Any(references.Contains) && !s_otherAssemblies.Any(references.Contains);
    }

    private static bool IsOfMySqlData(Usage.Sink sink) =>
        sink.IsIn("MySql.Data") || sink.IsIn("MySql.EntityFrameworkCore") || (sink.Member is "UseMySQL" or "AddMySQL");

    private static bool IsOfAnotherMySqlDriver(Usage.Sink sink) =>
        sink.IsIn("MySqlConnector") || sink.IsIn("Devart") || (sink.Member is "UseMySql" or "AddMySqlDataSource");

    /// <summary>True when the text goes as it stands to a driver that takes <c>localhost</c> where no host is named.</summary>
    /// <remarks>MySqlConnector does, and with it Pomelo; MySql.Data refuses such a text (measured with 26.10.0).</remarks>
    public static bool ReachesMySqlConnector(Usage.TextUses uses) => !uses.Sinks.IsEmpty && uses.Sinks.All(static sink =>
        sink is { IsDirect: true } && sink.Member is not ("UseMySQL" or "AddMySQL")
        && ((sink.IsIn("MySqlConnector") && (sink.Type is "MySqlConnection" or "MySqlDataSource" or "MySqlDataSourceBuilder"))
            || sink is { Member: "UseMySql", Namespace: "Microsoft.EntityFrameworkCore" }
            || sink.Member == "AddMySqlDataSource"));
}
