using System.Data.Common;
using CsCheck;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;
using MySqlConnector;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>The oracles are the platform's reader of connection texts and the driver's own.</summary>
public class KeyValueReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ; ;; ")]
    [InlineData("a=b")]
    [InlineData(" a b = c d ; e = f ")]
    [InlineData("a=b;a=c;A=d")]
    [InlineData("a=b;a=")]
    [InlineData("a=;b=c")]
    [InlineData("a='b;c=d'")]
    [InlineData("a=\"b''c\"\"d\" ;e=f")]
    [InlineData("a='b''c'")]
    [InlineData("a='b' c")]
    [InlineData("a='b")]
    [InlineData("a=b'")]
    [InlineData("a=b'c")]
    [InlineData("a==b=c")]
    [InlineData("a=b=c")]
    [InlineData("a= =b")]
    [InlineData("=b")]
    [InlineData("==a=b")]
    [InlineData("a====b=c")]
    [InlineData("a")]
    [InlineData("a;b=c")]
    [InlineData("a=b;c")]
    [InlineData("a=b\0")]
    [InlineData("a=b\n;c=d")]
    [InlineData("a\u0001=b")]
    [InlineData("a=b\u0001;c=d")]
    [InlineData("'a'=b")]
    public void Hand_written_texts_are_read_as_the_platform_reads_them(string text) => AssertAsPlatform(text);

    [Fact]
    public void Generated_texts_are_read_as_the_platform_reads_them() =>
        Gen.Char["ab =;'\" \t"].Array[0, 14].Select(characters => new string(characters)).Sample(AssertAsPlatform, iter: LongRuns.Of(50_000), threads: 1);

    [Theory]
    [InlineData("Driver={a b};Pwd={p;w};Port=3306")]
    [InlineData("driver={a};Pwd={a}}b};x=y")]
    [InlineData("Driver=a;Pwd='b;Uid=\"c;x=d'")]
    [InlineData("Driver=a;a==b=c")]
    [InlineData("Driver={a} ; b = {c} ")]
    [InlineData("Driver={a}b;c=d")]
    [InlineData("Driver={a")]
    [InlineData("Driver=a{b}c;d={}")]
    [InlineData("Driver=a;junk;Port=1")]
    public void Texts_that_name_their_driver_are_read_by_the_rules_of_ODBC(string text) => AssertAsOdbc(text);

    [Fact]
    public void Generated_texts_that_name_their_driver_are_read_by_the_rules_of_ODBC() =>
        Gen.Char["ab =;{}'\" "].Array[0, 14].Select(characters => "Driver={d};" + new string(characters)).Sample(AssertAsOdbc, iter: LongRuns.Of(50_000), threads: 1);

    [Fact]
    public void What_stands_in_braces_is_a_value_and_what_code_fills_in_is_not()
    {
        var text = KeyValueReader.Read(DecodedText.Verbatim("Driver={MySQL};Server={db};Uid={0};Pwd={a}}b}", 0))!;
        Assert.Equal(["MySQL", "db", "{0}", "a}b"], text.Pairs.Select(pair => pair.Value));
        Assert.False(text.Pairs[3].IsWrittenAsItReads);
    }

    [Fact]
    public void Behind_a_key_that_holds_a_separator_any_option_may_stand() =>
        Assert.True(KeyValueReader.Read(DecodedText.Verbatim("Server=localhost;Pwd={p;w};Port=3306", 0))!.HasUnknownPart);

    /// <summary>The platform keeps the braces in what it reads.</summary>
    private static void AssertAsOdbc(string text)
    {
        var platform = new DbConnectionStringBuilder(useOdbcRules: true);
        try
        {
            platform.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return;
        }

        var read = KeyValueReader.Read(DecodedText.Verbatim(text, 0));
        Assert.NotNull(read);
        var last = read.Pairs.GroupBy(pair => pair.Key.ToUpperInvariant()).Select(group => group.Last()).Where(pair => pair.Value.Length > 0 || text[pair.End - 1] == '}').ToArray();
        Assert.Equal(platform.Keys.Cast<string>().Select(key => key.ToUpperInvariant()).Order(StringComparer.Ordinal), last.Select(pair => pair.Key.ToUpperInvariant()).Order(StringComparer.Ordinal));
        Assert.All(last, pair => Assert.Equal((string)platform[pair.Key], text[pair.ValueStart..pair.End] is var written && written.EndsWith('}') && pair.ValueStart > 0 && text[pair.ValueStart - 1] == '{' ? "{" + written : written));
    }

    [Fact]
    public void Generated_endpoints_agree_with_the_driver()
    {
        var hosts = Pick("localhost", "127.0.0.1", "db", "'db'", "\"a b\"", "::1", "db1,db2", "");
        var pairs = Gen.Select(
            Pick("Server", "HOST", "data source", "DataSource", "Address", "addr", "Network Address", "Port", "port", "Uid", "Database", "Initial Catalog", "Pwd"),
            hosts,
            Gen.Int[1, 65535],
            Pick("", " "));
        pairs.Array[0, 6].Sample(
            options =>
            {
                var text = string.Join(";", options.Select(option =>
                    $"{option.Item4}{option.Item1}{option.Item4}={option.Item4}{(option.Item1.Equals("port", StringComparison.OrdinalIgnoreCase) ? option.Item3.ToString(System.Globalization.CultureInfo.InvariantCulture) : option.Item2)}{option.Item4}"));
                var builder = new MySqlConnectionStringBuilder(text);
                var decoded = DecodedText.Verbatim(text, 0);
                var endpoint = PairReader.Read(decoded, KeyValueReader.Read(decoded)!);
                Assert.Equal(builder.Server, endpoint?.HostPair.Value ?? "");
                if (endpoint is { IsHostLeftOut: false })
                {
                    Assert.Equal((int)builder.Port, endpoint.Port.MeantWith(3306));
                    Assert.Equal(builder.Server.Split(',').Select(host => host.Trim()), endpoint.Hosts.Select(host => host.Name));
                    Assert.All(endpoint.Hosts, host => Assert.Equal(host.Name, text.Substring(host.Start, host.Length)));
                    Assert.Equal(builder.Database, endpoint[ConnectionKey.Database].Value ?? "");
                    Assert.Equal(builder.UserID, endpoint[ConnectionKey.User].Value ?? "");
                }
            },
            iter: LongRuns.Of(10_000),
            threads: 1);
    }

    [Fact]
    public void A_part_that_is_a_hole_may_hold_any_pair()
    {
        var builder = new DecodedText.Builder();
        builder.AddIdentity("Server=localhost; ", 0, 18, 1);
        builder.AddHole(19, 3);
        builder.AddIdentity(" ;Uid=a", 0, 7, 22);
        var text = KeyValueReader.Read(builder.ToDecodedText())!;
        Assert.True(text.HasUnknownPart);
        Assert.Equal(["Server", "Uid"], text.Pairs.Select(pair => pair.Key));
    }

    [Fact]
    public void A_written_replacement_character_is_no_hole() =>
        Assert.Null(KeyValueReader.Read(DecodedText.Verbatim("Server=localhost;" + DecodedText.HoleCharacter, 0)));

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static void AssertAsPlatform(string text)
    {
        var builder = new DbConnectionStringBuilder();
        string? refusal = null;
        try
        {
            builder.ConnectionString = text;
        }
        catch (ArgumentException exception)
        {
            refusal = exception.Message;
        }

        var read = KeyValueReader.Read(DecodedText.Verbatim(text, 0));
        if (read is null)
        {
            // Silence is right where a control character ends the text: nobody writes that.
            Assert.True(refusal is not null || text.Any(character => char.IsControl(character) && !char.IsWhiteSpace(character)), text);
            return;
        }

        Assert.True(refusal is null, text);

        var expected = builder.Keys.Cast<string>().ToDictionary(key => key.ToUpperInvariant(), key => (string)builder[key], StringComparer.OrdinalIgnoreCase);
        var actual = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in read.Pairs)
        {
            var key = pair.Key.ToUpperInvariant();
            actual.Remove(key);
            if (pair.Value.Length > 0 || text[pair.End - 1] is '\'' or '"')
            {
                actual[key] = pair.Value;
            }

            Assert.True(!pair.IsWrittenAsItReads || text.Substring(pair.ValueStart, pair.ValueLength) == pair.Value);
        }

        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), actual.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }
}
