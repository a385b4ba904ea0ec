namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Where the code that uses a text runs.</summary>
internal enum Vantage
{
    /// <summary>On the machine that runs Docker: <c>dotnet run</c>, the IDE, a test run.</summary>
    Host,

    /// <summary>On the host and in a container.</summary>
    Both,

    /// <summary>Not to be told: a file that decides it did not come.</summary>
    Unknown,
}
