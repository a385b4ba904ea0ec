namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>Why a range of a value may not be edited for the sake of one service.</summary>
/// <param name="Obstacle">What is in the way.</param>
/// <param name="Name">Its name: of the variable, the anchor, the service; empty where it has none.</param>
internal readonly record struct EditRefusal(EditObstacle Obstacle, string Name)
{
    /// <summary>The reason in a few words, as the end of a sentence that began with the value.</summary>
    public string Words => Obstacle switch
    {
        EditObstacle.NotWritten => "stands in no file that can be edited",
        EditObstacle.InPieces => "is not written in one piece",
        EditObstacle.Variable => $"comes from the variable {Name}",
        EditObstacle.Anchor => $"is used elsewhere through the anchor '{Name}'",
        EditObstacle.Service => $"is that of '{Name}', too",
        _ => $"is what compose files put in for {Name}",
    };
}

/// <summary>What is in the way of an edit.</summary>
internal enum EditObstacle
{
    /// <summary>No file of Docker's writes the characters: C#, a secret, nothing.</summary>
    NotWritten,

    /// <summary>They are written with a seam between them, or as a part of an escape.</summary>
    InPieces,

    /// <summary>A variable gives them, at least in part.</summary>
    Variable,

    /// <summary>An anchor holds them that has further uses.</summary>
    Anchor,

    /// <summary>Another service has the same characters: it extends the same one, reads the same environment file, is built from the same Dockerfile.</summary>
    Service,

    /// <summary>They are a line of <c>.env</c> that compose files name as a variable.</summary>
    NamedVariable,
}
