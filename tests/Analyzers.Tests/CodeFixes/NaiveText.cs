using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

internal enum NaiveForm
{
    Pairs,
    PortInHost,
    Fallback,
    Uri,
    Parameter,
    Member,
}

/// <summary>A connection text of C#.</summary>
internal sealed partial record NaiveText(NaiveForm Form, string Host, int? Port, NaiveAccount Account)
{
    public static Gen<NaiveText> Any { get; } =
        from form in Gen.Enum<NaiveForm>()
        from host in Gen.OneOf("localhost", "localhost", "127.0.0.1", "127.0.0.1", "::1", "172.17.0.2", "172.17.0.1", "172.20.0.5", "172.20.0.9", "172.20.0.1", "db", "db2", "alt", "host.docker.internal")
        from port in Gen.OneOf<int?>(null, 3306, 3306, 3307, 3308, 3310, 3999)
        from account in NaiveAccount.Any
        select new NaiveText(form == NaiveForm.PortInHost && host == "::1" ? NaiveForm.Pairs : form, host, port, account);

    /// <summary>True for an address that Docker hands out: with it stands a container's port.</summary>
    public bool IsInside => Host is "172.17.0.2" or "172.20.0.9" or "172.20.0.5";

    public int MeantPort => Port ?? 3306;

    /// <summary>A member of a class, on one line.</summary>
    public string ToMember(int number)
    {
        var port = Port is { } written ? $"Port={written};" : "";

        // An option at least: a host alone is any text's.
        var account = "Pooling=false;" + Option("Database", Account.Database) + Option("User ID", Account.User) + Option("Password", Account.Password);
        var login = Account.User is null ? "" : $"{Account.User}:{Account.Password}@";
        var text = Form switch
        {
            NaiveForm.PortInHost => $"\"Server={Host}{(Port is null ? "" : ":" + Port)};{account}\"",
            NaiveForm.Fallback => $"$\"Server={{hole ?? \"{Host}\"}};{port}{account}\"",
            NaiveForm.Uri => $"\"mysql://{login}{(Host == "::1" ? "[::1]" : Host)}{(Port is null ? "" : ":" + Port)}/{Account.Database}\"",
            _ => $"\"Server={Host};{port}{account}\"",
        };
        var (member, option) = Port is { } held ? ($"int N{number} => {held}; ", $"Port={{N{number}}};") : ("", "");
        if (Form == NaiveForm.Member)
        {
            return $"string H{number} => \"{Host}\"; {member}object M{number}() => new MySqlConnector.MySqlConnection($\"Server={{H{number}}};{option}{account}\");";
        }

        if (Form == NaiveForm.Parameter)
        {
            return $"object M{number}(string host = \"{Host}\", int port = {MeantPort}) => new MySqlConnector.MySqlConnection($\"Server={{host}};Port={{port}};{account}\");";
        }

        return Form == NaiveForm.Uri ? $"string M{number}() => {text};" : $"object M{number}(string? hole) => new MySqlConnector.MySqlConnection({text});";
    }

    /// <summary>Host and port that a member names.</summary>
    public static (string Host, int Port) Read(string member)
    {
        var match = Parts().Match(member);
        Assert.True(match.Success, member);
        var port = match.Groups["port"].Success ? match.Groups["port"].Value : PortOption().Match(member) is { Success: true } option ? option.Groups[1].Value : "3306";
        return (match.Groups["host"].Value, int.Parse(port, CultureInfo.InvariantCulture));
    }

    private static string Option(string key, string? value) => value is null ? "" : $"{key}={value};";

    [GeneratedRegex("""(?:Server=(?:\{hole \?\? ")?|(?:host =|H\d+ =>) "|mysql://(?:[^/@]*@)?\[?)(?<host>::1|[a-z0-9.]+)(?:\]?:(?<port>\d+))?""")]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?:;Port=|port = |int N\d+ => )(\d+)")]
    private static partial Regex PortOption();
}
