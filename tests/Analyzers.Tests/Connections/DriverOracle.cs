using System.Data.Common;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>Asserts that we read in a text what a driver reads there.</summary>
internal static class DriverOracle
{
    private const char Hole = ConnectionTexts.Hole;

    /// <summary>What stands in the driver's text for each hole of ours: one character for one, so that the places are the same.</summary>
    private const char Number = '7';

    /// <returns>True when the driver accepts the text; else the platform has been the measure.</returns>
    public static bool AssertAgrees(Driver driver, string text)
    {
        var theirText = text.Replace(Hole, Number);
        var ours = ReadOurs(text);
        var driverReads = driver.Read(theirText);
        var platformReads = driverReads is null ? Driver.ReadAsPlatform(theirText) : null;
        if (ours is null)
        {
            // Silence is right where a control character ends the text: nobody writes that.
            Assert.True((driverReads ?? platformReads) is null || text.Any(IsUnwritable), $"only we refuse: {text}");
            return driverReads is not null;
        }

        if (driverReads is not null)
        {
            AssertPlaces(text, ours);
            AssertSameOptions(driver, driverReads, ours, theirText);
            AssertSameEndpoint(driver, driverReads, text, ours);
            return true;
        }

        if (platformReads is not null)
        {
            AssertPlaces(text, ours);
            AssertSameKeys(platformReads, ours, theirText);
            return false;
        }

        Assert.Fail($"only we accept: {text}");
        return false;
    }

    public static KeyValueText? ReadOurs(string text) => KeyValueReader.Read(Decode(text));

    private static DecodedText Decode(string text)
    {
        var builder = new DecodedText.Builder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Hole)
            {
                builder.AddHole(i, 1);
            }
            else
            {
                builder.AddIdentity(text, i, 1, i);
            }
        }

        return builder.ToDecodedText();
    }

    /// <summary>Each value is what stands at its place in the text, without the quotes around it and the doubling of those inside.</summary>
    private static void AssertPlaces(string text, KeyValueText ours)
    {
        var end = 0;
        foreach (var pair in ours.Pairs)
        {
            var written = text.Substring(pair.ValueStart, pair.ValueLength);
            var before = text[end..pair.ValueStart];
            if (IsQuoted(text, pair))
            {
                var quote = text[pair.End - 1];
                Assert.Equal(quote, before[^1]);
                written = written.Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal);
                before = before[..^1];
            }

            Assert.Equal(pair.Value, written);
            Assert.EndsWith("=", before.TrimEnd(), StringComparison.Ordinal);
            Assert.Equal(pair.Key, before.TrimEnd()[..^1].TrimEnd().TrimStart(';', ' ', '\t', '\r', '\n', '\u00A0').Replace("==", "=", StringComparison.Ordinal));
            end = pair.End;
        }

        Assert.All(text[end..], character => Assert.True(character == ';' || char.IsWhiteSpace(character)));
    }

    /// <summary>The pairs that count, set one by one, give the driver the options that the text gives it.</summary>
    private static void AssertSameOptions(Driver driver, DbConnectionStringBuilder builder, KeyValueText ours, string theirText)
    {
        var counting = new Dictionary<string, KeyValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in ours.Pairs)
        {
            // An unknown key with nothing behind it is no error to most drivers.
            var key = pair.Key.Replace(Hole, Number);
            var option = driver.Aliases.GetValueOrDefault(key, key);
            counting.Remove(option);
            if (pair.Value.Length > 0 || IsQuoted(theirText, pair))
            {
                counting.Add(option, pair);
            }
        }

        var rebuilt = driver.Create();
        foreach (var pair in counting.Values)
        {
            rebuilt[pair.Key] = pair.Value.Replace(Hole, Number);
        }

        Assert.Equal(Show(builder), Show(rebuilt));
        foreach (var option in driver.Options.Values.Where(option => !driver.Values.ContainsKey(option)))
        {
            Assert.Equal(builder[option]?.ToString() ?? "", counting.TryGetValue(option, out var pair) ? pair.Value.Replace(Hole, Number) : "");
        }
    }

    /// <summary>The same keys and values as the platform's, which knows no options and so no aliases.</summary>
    private static void AssertSameKeys(DbConnectionStringBuilder platform, KeyValueText ours, string theirText)
    {
        var counting = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in ours.Pairs)
        {
            var key = pair.Key.Replace(Hole, Number);
            counting.Remove(key);
            if (pair.Value.Length > 0 || IsQuoted(theirText, pair))
            {
                counting.Add(key, pair.Value.Replace(Hole, Number));
            }
        }

        Assert.Equal(Show(platform), counting.Select(pair => $"{pair.Key.ToLowerInvariant()}={pair.Value}").Order(StringComparer.Ordinal));
    }

    /// <summary>The whole value for the server, the port and its place, and the options that we know.</summary>
    private static void AssertSameEndpoint(Driver driver, DbConnectionStringBuilder builder, string text, KeyValueText ours)
    {
        if (ours.Pairs.Any(pair => Driver.NamesLeftOut.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)) || PairReader.Read(Decode(text), ours) is not { IsHostLeftOut: false } endpoint)
        {
            return;
        }

        Assert.Equal(builder[driver.Options[ConnectionKey.Host]], endpoint.HostPair.Value);
        foreach (var (key, option) in driver.Options)
        {
            if (endpoint[key].Value is { } value && !driver.Values.ContainsKey(option))
            {
                Assert.Equal(builder[option], value);
            }
        }

        if (driver.Options.TryGetValue(ConnectionKey.Port, out var port) && endpoint.Port.State != PortState.Unknown)
        {
            Assert.Equal(Convert.ToInt32(builder[port], CultureInfo.InvariantCulture), endpoint.Port.MeantWith(Convert.ToInt32(driver.Create()[port], CultureInfo.InvariantCulture)));
            if (endpoint.Port.State == PortState.Written)
            {
                Assert.Equal(endpoint.Port.Number, int.Parse(text.AsSpan(endpoint.Port.Start, endpoint.Port.Length), CultureInfo.InvariantCulture));
            }
        }
    }

    private static IEnumerable<string> Show(DbConnectionStringBuilder builder) =>
        builder.Keys.Cast<string>().Where(builder.ShouldSerialize).Select(key => $"{key.ToLowerInvariant()}={builder[key]}").Order(StringComparer.Ordinal);

    /// <summary>True when a value stands in quotes: then an empty one is a value, and takes nothing back.</summary>
    private static bool IsQuoted(string text, KeyValue pair) => pair.End == pair.ValueStart + pair.ValueLength + 1 && text[pair.End - 1] is '\'' or '"';

    private static bool IsUnwritable(char character) => char.IsControl(character) && !char.IsWhiteSpace(character);
}
