using CsCheck;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.EnvFile;

public class EnvFileReaderTests
{
    public static TheoryData<string> Files => new(EnvFiles.All.Keys);

    public static TheoryData<string, string, string> Broken => new(EnvFiles.Broken);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_reads_as_Compose_reads_it(string name)
    {
        var (text, read) = EnvFiles.All[name];
        var stream = EnvFileReader.Read(text);

        Assert.Equal(read, EnvFiles.Show(stream));
        Assert.Empty(stream.Problems);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_Compose_refuses_is_a_problem_with_its_place_and_the_rest_is_read(string marked, string reason, string read)
    {
        var text = marked.Replace("§", "");
        var stream = EnvFileReader.Read(text);

        Assert.Equal(marked.IndexOf('§'), stream.Problems[0].Position);
        Assert.Equal(reason, stream.Problems[0].Reason);
        Assert.Equal(read, EnvFiles.Show(stream));
    }

    [Fact]
    public void Repeated_keys_are_all_read() =>
        Assert.Equal(["A=1", "B=2", "A=3", "B="], EnvFileReader.Read("A=1\nB=2\nA=3\nB").Entries.Select(entry => $"{entry.Key.Value}={entry.Value?.Value}"));

    [Theory]
    [InlineData("A=$B", true)]
    [InlineData("A=\"$B\"", true)]
    [InlineData("A='$B'", false)]
    [InlineData("A", false)]
    public void Variables_are_put_into_all_but_single_quotes(string text, bool isInterpolated) =>
        Assert.Equal(isInterpolated, Assert.Single(EnvFileReader.Read(text).Entries).IsInterpolated);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_value_that_is_rewritten_in_place_changes_and_nothing_else(string name) => AssertRewrites(EnvFiles.All[name].Text);

    // Each case is a line, its key and its value marked below it, quotes included.
    [Theory]
    [InlineData("A=b", "^ ^")]
    [InlineData(" export A = b c # d", "        ^   ^^^")]
    [InlineData("A: \"b\\n\" # c", "^  ^^^^^")]
    [InlineData("A='b", "^ ^^")]
    [InlineData("A='b \r", "^ ^^")]
    public void The_span_of_a_key_and_of_a_value_holds_its_own_characters(string text, string marks)
    {
        var entry = Assert.Single(EnvFileReader.Read(text).Entries);
        var marked = Enumerable.Range(0, entry.Value!.Span.End).Select(i => entry.Key.Span.Contains(i) || entry.Value.Span.Contains(i) ? '^' : ' ');

        Assert.Equal(marks, string.Concat(marked));
    }

    [Theory]
    [InlineData("A=\"b\\nc\"", "\n", "    ^^")]
    [InlineData("A=\"b\\0123c\"", "S", "    ^^^^^")]
    [InlineData("A=\"b\\$c\"", "$$", "    ^^")]
    [InlineData("A='b\\'c'", "'", "    ^^")]
    public void An_escape_has_the_place_of_all_its_characters(string text, string decoded, string marks)
    {
        var value = Assert.Single(EnvFileReader.Read(text).Entries).Value!;
        var escape = Assert.Single(value.Text.Runs, run => run.Kind == RunKind.Escape);

        Assert.Equal(decoded, value.Value.Substring(escape.ValueStart, escape.ValueLength));
        Assert.Equal(marks, new string(' ', escape.SourceStart) + new string('^', escape.SourceLength));
    }

    [Theory]
    [InlineData("A=", 2)]
    [InlineData("A= \nB=c", 2)]
    [InlineData("A = # b", 4)]
    public void A_value_without_characters_stands_behind_the_sign(string text, int position) =>
        Assert.Equal(position, EnvFileReader.Read(text).Entries[0].Value!.Span.Start);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_prefix_and_suffix_of_a_file_is_read(string name) => AssertParts(EnvFiles.All[name].Text);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Every_prefix_and_suffix_of_a_broken_file_is_read(string marked, string reason, string read)
    {
        Assert.NotEmpty(reason);
        AssertParts(marked.Replace("§", ""));
        AssertParts(read);
    }

    [Fact]
    public void A_generated_file_reads_as_it_was_meant() =>
        GeneratedEnvFile.Files.Sample(
            file =>
            {
                var stream = EnvFileReader.Read(file.Text);

                Assert.Empty(stream.Problems);
                Assert.Equal(file.Entries, stream.Entries.Select(entry => (entry.Key.Value, entry.Value?.Value, entry.Value?.Style ?? default)));
                AssertRewrites(file.Text);
            },
            iter: LongRuns.Of(2_000));

    [Fact]
    public void A_file_with_random_damage_is_read()
    {
        var damage = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 3], Gen.OneOf("", "\"", "'", "\\", "=", ":", " ", "#", " #", "\n", "\r\n", "$", "export ", "\0", "\uFEFF", "\uD800", "\\0", "é"));
        Gen.Select(GeneratedEnvFile.Files, damage.Array[1, 6]).Sample(
            (file, damages) =>
            {
                var text = file.Text;
                foreach (var (position, removed, inserted) in damages)
                {
                    var start = position % (text.Length + 1);
                    text = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, inserted);
                }

                AssertPlaces(text);
            },
            iter: LongRuns.Of(10_000));
    }

    /// <summary>The entries stand one behind the other, the runs of each value are sound, and the problems lie in the text.</summary>
    private static void AssertPlaces(string text)
    {
        var stream = EnvFileReader.Read(text);
        var end = 0;
        foreach (var scalar in stream.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }).OfType<YamlScalar>())
        {
            Assert.InRange(scalar.Span.Start, end, text.Length);
            Assert.InRange(scalar.Span.End, scalar.Span.Start, text.Length);
            YamlTree.AssertRuns(text, scalar);
            end = scalar.Span.End;
        }

        Assert.All(stream.Problems, problem => Assert.InRange(problem.Position, 0, text.Length));
        Assert.Equal(stream.Problems.OrderBy(problem => problem.Position), stream.Problems);
    }

    private static void AssertParts(string text)
    {
        for (var i = 0; i <= text.Length; i++)
        {
            AssertPlaces(text[..i]);
            AssertPlaces(text[i..]);
        }
    }

    /// <summary>Each value, and each character of it, takes other text in place, and the file then has this one difference.</summary>
    private static void AssertRewrites(string text)
    {
        AssertPlaces(text);
        var entries = EnvFileReader.Read(text).Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            var value = entries[i].Value;
            foreach (var (start, length) in value is null ? [] : Enumerable.Range(0, value.Value.Length).Select(at => (at, 1)).Append((0, value.Value.Length)))
            {
                if (value!.Text.EditableSpan(start, length) is { } span)
                {
                    var rewritten = EnvFileReader.Read(text.Remove(span.Start, span.Length).Insert(span.Start, "x"));
                    var expected = value.Value.Remove(start, length).Insert(start, "x");
                    Assert.Empty(rewritten.Problems);
                    Assert.Equal(entries.Select((entry, j) => (entry.Key.Value, j == i ? expected : entry.Value?.Value)), rewritten.Entries.Select(entry => (entry.Key.Value, entry.Value?.Value)));
                }
            }
        }
    }
}
