namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>A method, constructor or property that takes the address of a server.</summary>
/// <param name="Type">The type, with its namespace.</param>
/// <param name="Member">The method; <c>.ctor</c> for constructors, <c>*</c> for every method, empty for properties.</param>
/// <param name="Host">The parameter or property that takes the host, or an address with its port.</param>
/// <param name="Port">The parameter or property that takes the port beside it; null where there is none.</param>
internal sealed record AddressApi(string Type, string Member, string Host, string? Port = null)
{
    /// <summary>True when a port may stand behind the host in the same text: <c>cache:6379</c>.</summary>
    public bool TakesPortInText { get; init; }

    /// <summary>
    /// What the member is called on where a bare word is a host to it; empty for whatever it is called on, null where a bare word is none.
    /// </summary>
    public string? BareNameOn { get; init; }

    /// <summary>The parameter in front of which an overload takes the port: <c>Host(host, virtualHost)</c> and <c>Host(host, port, virtualHost)</c>.</summary>
    public string? BehindPort { get; init; }

    /// <summary>The parameter that this overload asks for, though the one without the port leaves it out.</summary>
    public string? AskedWithPort { get; init; }

    /// <summary>The type's name without its namespace.</summary>
    public string TypeName => Type.Substring(Type.LastIndexOf('.') + 1);
}
