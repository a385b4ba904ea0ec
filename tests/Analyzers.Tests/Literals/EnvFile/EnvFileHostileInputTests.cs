using DockerConnectionStrings.Analyzers.Literals.EnvFile;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.EnvFile;

/// <summary>A reader that scanned again what it has read would take minutes for the largest of these, and its time would grow with the square of the text.</summary>
public class EnvFileHostileInputTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void Two_hundred_thousand_entries_are_read()
    {
        Assert.Equal(200_000, EnvFileReader.Read(string.Concat(Enumerable.Range(0, 200_000).Select(i => $"KEY{i}=value # {i}\n"))).Entries.Length);
        LinearTime.Assert(100_000, n => string.Concat(Enumerable.Range(0, n).Select(i => $"KEY{i}=value # {i}\n")), text => EnvFileReader.Read(text));
    }

    [Fact]
    public void Two_hundred_thousand_entries_on_one_line_are_read()
    {
        Assert.Equal(200_000, EnvFileReader.Read(string.Concat(Enumerable.Repeat("A=\"b\"", 200_000))).Entries.Length);
        LinearTime.Assert(100_000, n => string.Concat(Enumerable.Repeat("A=\"b\"", n)), text => EnvFileReader.Read(text));
    }

    [Fact]
    public void Five_million_characters_are_read() =>
        Assert.Equal(5 * Million / 2, Assert.Single(EnvFileReader.Read("A=\"" + string.Concat(Enumerable.Repeat("\\n", 5 * Million / 2)) + "\"").Entries).Value!.Value.Length);

    [Fact]
    public void Many_characters_of_one_kind_are_read()
    {
        foreach (var character in "\"'=:#\\ \t\n\ra0$\0\uFEFF\uD800\uDC00")
        {
            foreach (var start in new[] { "", "A=", "A=\"", "A='", "A=\"\\", "A=b ", "export " })
            {
                LinearTime.Assert(Million / 10, n => start + new string(character, n), text => EnvFileReader.Read(text), start + character);
            }
        }
    }

    [Fact]
    public void Many_lines_that_are_not_closed_are_read()
    {
        foreach (var line in new[] { "A=\"b", "A='b", "A=\"b'", "A=\" 'B=' \"x", "A=\"\\\"", "A= '\\' \"", "A=\"b\"c", "A='b\nB=\"c", "A=\\\"", "B C", "%", "export" })
        {
            foreach (var start in new[] { "", "A=\"\n", "A='\n" })
            {
                LinearTime.Assert(30_000, n => start + string.Concat(Enumerable.Repeat(line + "\n", n)), text => EnvFileReader.Read(text), start + line);
            }
        }
    }
}
