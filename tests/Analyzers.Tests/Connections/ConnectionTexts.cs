using System.Text.RegularExpressions;
using CsCheck;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>Connection texts, right and wrong, for the oracles. <see cref="Hole"/> stands for an expression.</summary>
internal static class ConnectionTexts
{
    public const char Hole = DecodedText.HoleCharacter;

    /// <summary>What goes wrong, or reads otherwise than it looks, <c>S</c> is a driver's key for the host.</summary>
    private static readonly string[] s_handWritten =
    [
        "", ";", " ; ;; ", "\t\n;\r\n", "S", "S;", "S=", "S= ", "S=;", "=a", "==a", "===a", " = a", ";=a", "S==a", "S===a", "S====a",
        "S=localhost", "s=localhost", " S = localhost ", "\tS\t=\tlocalhost\t", "\nS\n=\nlocalhost\n;", "\r\n  S=localhost;\r\n  Database=shop;\r\n",
        "S=localhost;;;Database=shop", "S=localhost;Database=shop;", "S=localhost;Database=shop; ; ", "S=localhost;Database", "S=localhost;Database;", "S=localhost Database=shop",
        "S=a;S=b", "S=a;s=b", "S=a;S=", "S=a;S=''", "S=;S=b", "S='';S=b", "S=a;Database=x;S=b;Database=y", "Database=x;Initial Catalog=y", "Initial Catalog=x;Database=",
        "S=a;Port=3306;Port=3307", "S=a;Port=", "S=a;Port=''", "S=a;Port='3307'", "S=a;Port=\" 3307 \"", "S=a;Port=+3307", "S=a;Port=03307", "S=a;Port=0", "S=a;Port=-1",
        "S=a;Port=65535", "S=a;Port=65536", "S=a;Port=99999999999", "S=a;Port=3307x", "S=a;Port=0xCEB", "S=a;Port=3,307", "S=a;Port=33 07", "S=a;Port=3307.0", "Port=3307",
        "S='localhost'", "S=\"localhost\"", "S= 'localhost' ;Database=shop", "S='localhost", "S=localhost'", "S=\"localhost'", "S='local'host'", "S='local' host", "S='local''host'",
        "S=\"local\"\"host\"", "S='local\"host'", "S=\"local'host\"", "S=local'host", "S=local\"host", "S=local''host", "S=''", "S=\"\"", "S=''''", "S='''", "S=' '", "S=' a '",
        "S='a;b'", "S=\"a;Database=b\"", "S='a=b'", "S='a\nb'", "S=a\nb", "S=a\n;Database=\n\tb", "S='a'\n;\nDatabase=b", "S='a'x", "S='a';'b'", "S='a'';Database='b'",
        "'S'=a", "\"S\"=a", "'S=a'", "S'=a", "Password=a==b", "Password==a", "Password=a=b;S=c", "Password='a''b;c';S=d", "Password=\"a\"\"b;c\";S=d", "Password=a'b;S=c", "Password='';S=c",
        "Password=;S=c", "Password=' ';S=c", "Password=ünïcödé;S=c", "Password=日本語;S=日本", "Password=\U0001F600;S=c", "Pássword=a;S=c", "S=a\u00A0;Database=b", "\u00A0S=a", "S\u2003=\u2003a", "S=\u200Ba",
        "\uFEFFS=a", "S=a,b", "S= a , b ", "S=a,3307", "S=a:3307", "S=tcp:a,1433", "S=a\\b", "S=(local)", "S=.", "S=::1", "S=[::1]", "S={0}", "S=${HOST}", "S=<host>", "S=%HOST%",
        "Foo=a", "S=a;Foo=b", "S=a;Foo=", "S a=b", "S =a;S\t=b", "User Id=a;User  Id=b;S=c", "UserId=a;S=b", "Uid=a;User ID=b;S=c", "Uid=a;User ID=;S=c", "S=a;Pooling=x", "S=a;Pooling=false",
        "S=a\0", "S=a\0;Database=b", "S=a;\0", "S='a\0b'", "S=a\u0001", "S='a\u0001b'", "S\u0001=a", "mysql://root@localhost/shop", "http://a/?S=b", "SELECT * FROM a WHERE b='c';",
        $"S={Hole}", $"S={Hole};Port={Hole}", $"S='{Hole}'", $"S=a{Hole}b;Database=c", $"S=a;Port=33{Hole}", $"S=a;Password={Hole};Database=b", $"S=a;Password={Hole}=b", $"S=a;Password='{Hole}'",
        $"S=a;Foo{Hole}=b", $"S=a;Pass{Hole}word=b", $"S=a;Password='{Hole}''{Hole}'",
    ];

    private static readonly string[] s_hosts =
    [
        "localhost", "127.0.0.1", "172.17.0.2", "db", "shop-db.internal", "'db'", "\"db\"", "\"a b\"", "'a''b'", "\"a\"\"b\"", "a'b", "::1", "a,b", "a, b", "tcp:a,1433", ".\\SQL", "(local)",
        "", "''", "' a '", "a\n", "a\tb", "日本", "a=b", $"{Hole}", $"a{Hole}", "'a", "a'", "{0}",
    ];

    private static readonly string[] s_ports = ["3306", "3307", "5432", "1433", "'3307'", "\"3307\"", "0", "65536", "", "''", " 3307", "03307", "'3307 '", "x", $"{Hole}", $"330{Hole}"];

    private static readonly string[] s_values =
    [
        "shop", "root", "a b", "", "''", "\"\"", "'a;b'", "\"a=b\"", "a=b", "a==b", "'it''s'", "\"say \"\"a\"\"\"", "ünï", "日本語", "\U0001F600", "a'b", "a\"b", "a\nb", "'a\nb'", "p@ss;", "'a", "a'",
        "{0}", "${A}", "%A%", "\\", $"{Hole}", $"a{Hole}b", $"'{Hole}'", "' '", "a\u00A0",
    ];

    private static readonly Gen<string> s_space = Pick("", "", "", "", " ", "\t", "\n  ", "\r\n");
    private static readonly Gen<string> s_separator = Pick(";", ";", ";", "; ", " ;", ";;", ";\n", " ; ; ");

    /// <summary>The hand-written texts with a key for the host.</summary>
    public static IEnumerable<string> HandWritten(string hostKey) => s_handWritten.Select(text => Regex.Replace(text, "\\bS\\b", hostKey));

    /// <summary>Texts in a driver's words: its keys in any case, repeated, spaced, with values that fit and that do not.</summary>
    public static Gen<string> For(Driver driver)
    {
        var known = driver.Aliases.Where(alias => driver.Options.Values.Contains(alias.Value, StringComparer.OrdinalIgnoreCase) || driver.Values.ContainsKey(alias.Value)).ToArray();
        var hostKeys = known.Where(alias => alias.Value == driver.Options[ConnectionKey.Host]).ToArray();
        var aliases = Gen.Int[0, 3].SelectMany(i => Pick(i == 0 ? hostKeys : known));
        var key = Gen.Select(aliases, Gen.Int[0, 40], (alias, twist) => (alias.Value, Written: twist switch
        {
            0 => $"'{alias.Key}'",
            1 => alias.Key.Replace(" ", "  ", StringComparison.Ordinal),
            2 => alias.Key + "x",
            3 => alias.Key + "==",
            < 16 => alias.Key.ToUpperInvariant(),
            < 30 => alias.Key.ToLowerInvariant(),
            _ => alias.Key,
        }));
        var pair = key.SelectMany(key => Gen.Select(s_space, s_space, s_space, s_space, ValueOf(driver, key.Value), (a, b, c, d, value) => a + key.Written + b + "=" + c + value + d));
        return Gen.Select(pair, s_separator, (pair, separator) => pair + separator).Array[0, 6].Select(string.Concat);
    }

    public static Gen<T> Pick<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    /// <summary>A value that fits an option; seldom one that does not, since one is enough for a driver to refuse the whole text.</summary>
    private static Gen<string> ValueOf(Driver driver, string option)
    {
        if (driver.Options.TryGetValue(ConnectionKey.Port, out var port) && option == port)
        {
            return Gen.Int[0, 3].SelectMany(i => i > 0 ? Pick("3306", "3307", "'3307'", "", " 3307") : Pick(s_ports));
        }

        if (driver.Values.TryGetValue(option, out var value))
        {
            return Pick(value, value.ToUpperInvariant(), $"'{value}'", "");
        }

        var pool = option == driver.Options[ConnectionKey.Host] ? s_hosts : s_values;
        return Pick(pool);
    }
}
