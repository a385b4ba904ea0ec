using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

/// <summary>What a text or a service names of database and account; null for what it leaves out.</summary>
internal sealed record NaiveAccount(string? Database, string? User, string? Password)
{
    private static readonly string[] s_proveNothing = ["", "root", "password", "secret", "example", "123456"];

    public static Gen<NaiveAccount> Any { get; } =
        from database in Gen.OneOf<string?>(null, "shop", "shop", "crm")
        from user in Gen.OneOf<string?>(null, "root", "app", "bob")
        from password in Gen.OneOf("pa55-one", "pa55-two", "example")
        select new NaiveAccount(database, user, user is null ? null : password);

    public bool HasTellingPassword => Password is not null && Password != User && !s_proveNothing.Contains(Password);
}

/// <summary>An entry of <c>ports</c>.</summary>
/// <param name="Written">As the file has it.</param>
/// <param name="Address">The host's address; null for all of them.</param>
/// <param name="Host">The host's port; null where it is not known.</param>
/// <param name="Container">The container's port.</param>
internal sealed record NaivePort(string Written, string? Address, int? Host, int Container)
{
    private const string OwnAddress = "192.168.7.7";

    public static readonly NaivePort Changed = new("3309:3310", null, 3309, 3310);

    public static Gen<NaivePort> OfMySql { get; } = Gen.OneOf(
        new NaivePort("3307:3306", null, 3307, 3306),
        new NaivePort("3307:3306", null, 3307, 3306),
        new NaivePort("3306:3306", null, 3306, 3306),
        new NaivePort("127.0.0.1:3308:3306", "127.0.0.1", 3308, 3306),
        new NaivePort("[::1]:3308:3306", "::1", 3308, 3306),
        new NaivePort($"{OwnAddress}:3307:3306", OwnAddress, 3307, 3306),
        new NaivePort("${X}:3306", null, null, 3306));

    /// <summary>True when a host of this machine reaches the entry.</summary>
    public bool IsReachedBy(string host) => Address is null || Address == host || (host == "localhost" && Address is "127.0.0.1" or "::1");
}

/// <summary>A service of a compose file.</summary>
internal sealed record NaiveService(string Name, string Image, NaiveAccount Account, string? AdminPassword, int? ChangedPort, NaivePort[] Ports, string? StaticAddress)
{
    public bool IsMySql => Image is "mysql:8" or "mariadb:11";

    public int ContainerPort => ChangedPort ?? 3306;

    /// <summary>Where the server is on the host; nothing where that is not known.</summary>
    public IEnumerable<NaivePort> Published =>
        Ports.Any(port => port.Host is null) ? [] : Ports.Where(port => port.Container == ContainerPort);

    /// <summary>A database server; its name is told by where it stands.</summary>
    public static Gen<NaiveService> MySql { get; } =
        from image in Gen.OneOf("mysql:8", "mariadb:11")
        from account in NaiveAccount.Any
        from admin in Gen.OneOf<string?>(null, "pa55-one", "example")
        from ports in Gen.Frequency((6, NaivePort.OfMySql.Array[1]), (1, NaivePort.OfMySql.Array[2]), (2, Gen.Const(Array.Empty<NaivePort>())))
        from changed in Gen.Int[0, 7]
        select changed == 0
            ? new NaiveService("", image, account, admin, 3310, [NaivePort.Changed], null)
            : new NaiveService("", image, account, admin, null, [.. ports.DistinctBy(port => port.Host)], null);

    /// <summary>Another container; it publishes a number that a text may have.</summary>
    public static Gen<NaiveService> Other { get; } =
        from image in Gen.OneOf("redis:7", "acme/tool")
        from port in Gen.OneOf(3306, 3307, 3308, 3999, 8080)
        from container in Gen.OneOf(6379, 3306, 80)
        select new NaiveService(image == "redis:7" ? "cache" : "tool", image, new NaiveAccount(null, null, null), null, null, [new($"{port}:{container}", null, port, container)], null);

    public IEnumerable<string> Lines()
    {
        yield return $"  {Name}:";
        yield return $"    image: {Image}";
        var prefix = Image == "mariadb:11" ? "MARIADB" : "MYSQL";
        var variables = new[] { ("DATABASE", Account.Database), ("USER", Account.User == "root" ? null : Account.User), ("PASSWORD", Account.User == "root" ? null : Account.Password), ("ROOT_PASSWORD", AdminPassword) }
            .Where(variable => variable.Item2 is not null).ToArray();
        if (IsMySql && variables.Length > 0)
        {
            yield return $"    environment: {{ {string.Join(", ", variables.Select(variable => $"{prefix}_{variable.Item1}: {variable.Item2}"))} }}";
        }

        if (ChangedPort is { } port)
        {
            yield return $"    command: --port={port}";
        }

        if (Ports.Length > 0)
        {
            yield return $"    ports: [ {string.Join(", ", Ports.Select(entry => $"\"{entry.Written}\""))} ]";
        }

        if (StaticAddress is not null)
        {
            yield return $"    networks: {{ back: {{ ipv4_address: {StaticAddress} }} }}";
        }
    }
}

/// <summary>A compose file that a plain <c>docker compose up</c> reads, or an alternative, and perhaps one more alternative beside it.</summary>
internal sealed record NaiveTopology(NaiveService[] Services, NaiveService[] Alternatives, bool IsPlain, bool HasSubnet)
{
    private static readonly string[] s_names = ["db", "db2", "db3"];

    public static Gen<NaiveTopology> Any { get; } =
        from servers in NaiveService.MySql.Array[1, 3]
        from others in Gen.Frequency((3, Gen.Const(Array.Empty<NaiveService>())), (2, NaiveService.Other.Array[1]))
        from alternatives in Gen.Frequency((3, Gen.Const(Array.Empty<NaiveService>())), (1, NaiveService.MySql.Array[1]))
        from kind in Gen.Int[0, 11]
        let named = servers.Select((service, i) => service with { Name = s_names[i], StaticAddress = kind is 1 or 2 && i < kind ? $"172.20.0.{5 + i}" : null })
        select new NaiveTopology([.. named, .. others], [.. alternatives.Select(service => service with { Name = "alt" })], kind != 0, kind is 1 or 2 or 3);

    public IEnumerable<NaiveService> All => Services.Concat(Alternatives);

    /// <summary>The services of the files that answer: an alternative only where no plain file does.</summary>
    private IEnumerable<NaiveService> Answering => IsPlain ? Services : All;

    public IEnumerable<(string Path, string Text)> Files()
    {
        yield return (IsPlain ? "docker-compose.yml" : "docker-compose.dev.yml", ToYaml(Services));
        if (Alternatives.Length > 0)
        {
            yield return ("docker-compose.test.yml", ToYaml(Alternatives));
        }
    }

    /// <summary>False for a name or an address that may be of any other machine.</summary>
    public bool IsOfThisMachine(string host) => host switch
    {
        "172.20.0.1" => HasSubnet,
        "db" or "db2" or "alt" => All.Any(service => service.Name == host),
        _ => true,
    };

    /// <summary>True when somebody publishes a port where a host reaches it.</summary>
    public bool IsPublishedAt(string host, int port) => All.Any(service => service.Ports.Any(entry => entry.Host == port && entry.IsReachedBy(host)));

    /// <summary>True when nobody publishes a port, on whichever address.</summary>
    public bool IsPublishedByNobody(int port) => !All.Any(service => service.Ports.Any(entry => entry.Host == port));

    /// <summary>The services that a text means: by its host, else those that it certainly means, else those that it may mean.</summary>
    public (NaiveService[] Services, bool IsCertain) MeantBy(NaiveText text)
    {
        var servers = Answering.Where(service => service.IsMySql).ToArray();
        if (All.Where(service => service.Name == text.Host || service.StaticAddress == text.Host).ToArray() is { Length: > 0 } named)
        {
            return (named, text.Form != NaiveForm.Fallback);
        }

        if (text.IsInside && servers is [{ StaticAddress: null } only])
        {
            return ([only], text.Form != NaiveForm.Fallback);
        }

        var certain = servers.Where(service => Means(text.Account, service) == true).ToArray();
        var isOnePlace = certain.Select(service => service.Published.OrderBy(entry => entry.IsReachedBy("127.0.0.1") ? 0 : 1).FirstOrDefault()?.Written ?? service.Name).Distinct().Count() == 1;
        return certain.Length > 0 ? (certain, isOnePlace && text.Form != NaiveForm.Fallback) : (servers.Where(service => Means(text.Account, service) is null).ToArray(), false);
    }

    /// <summary>Null for a service that may be meant.</summary>
    private static bool? Means(NaiveAccount text, NaiveService service)
    {
        static bool? AreEqual(string? one, string? other) => one is null || other is null ? null : one == other;
        var user = service.Account.User == "root" ? null : service.Account.User;
        var database = AreEqual(text.Database, service.Account.Database);
        var account = text.User == "root" ? null : AreEqual(text.User, user);
        var password = text.User is null ? null : text.User == "root" ? AreEqual(text.Password, service.AdminPassword) : text.User == user ? AreEqual(text.Password, service.Account.Password) : null;
        var isAnyEqual = database == true || account == true || (text.HasTellingPassword && password == true);
        return database != false ? (isAnyEqual && !(database == true && password == false) ? true : null) : account == false || !isAnyEqual ? false : null;
    }

    private string ToYaml(IEnumerable<NaiveService> services) =>
        "services:\n" + string.Concat(services.SelectMany(service => service.Lines()).Select(line => line + "\n"))
        + (HasSubnet ? "networks:\n  back: { ipam: { config: [ { subnet: 172.20.0.0/16 } ] } }\n" : "");
}
