using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>What only the file of a text can tell of it. Each answer is worked out once, and only where it can matter.</summary>
internal interface IReviewedText
{
    /// <summary>The path of its file, from which a message names other files.</summary>
    public string Path { get; }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>From where the text is seen.</summary>
    public Vantage Vantage { get; }

    /// <summary>What is done with the text.</summary>
    public TextUses Uses { get; }

    /// <summary>What stands around it.</summary>
    public Surroundings Around { get; }

    /// <summary>True for a text that may be meant for a container, though its file is seen from the host.</summary>
    public bool MayBeForContainer { get; }

    /// <summary>True for a text of a branch that is taken on another machine: what is right there is not known here.</summary>
    public bool IsForAnotherMachine { get; }

    /// <summary>True when a part of the text is decided at run time by what starts the container.</summary>
    public bool IsMadeAtRunTime { get; }

    /// <summary>Path and line of the constant that holds a host, when the text names it by one.</summary>
    /// <param name="endpoint">The endpoint as it is read.</param>
    /// <param name="host">One of its hosts.</param>
    public string? WrittenAt(Endpoint endpoint, HostName host);
}
