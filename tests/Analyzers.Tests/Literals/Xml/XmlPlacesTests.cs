using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.Xml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

public class XmlPlacesTests
{
    public static TheoryData<string> Documents => new(XmlDocuments.All.Keys);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Runs_abut_and_cover_each_value(string name) => AssertRuns(XmlDocuments.All[name]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_value_that_is_rewritten_in_place_changes_and_nothing_else(string name) => AssertRewrites(XmlDocuments.All[name], limit: 100);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_character_that_is_rewritten_in_place_changes_and_nothing_else(string name)
    {
        var text = XmlDocuments.All[name];
        var values = XmlSettingsReader.Read(text).Values().ToArray();
        foreach (var (element, value) in values.Where(read => IsFree(read.Value)).TakeLast(text.Length < 5_000 ? 100 : 2))
        {
            for (var at = 0; at < Math.Min(value.Value.Length, 100); at++)
            {
                var length = char.IsSurrogate(value.Value[at]) ? 2 : 1;
                var span = value.Text.EditableSpan(at, length);
                Assert.NotNull(span);
                var rewritten = text.Remove(span.Value.Start, span.Value.Length).Insert(span.Value.Start, "x");
                Assert.Equal(Expected(values, (element, value), value.Value.Remove(at, length).Insert(at, "x")), XmlOracle.Theirs(rewritten));
                at += length - 1;
            }
        }
    }

    // Each case is a file, what one escape of it stands for marked below it.
    [Theory]
    [InlineData("<a b='c&amp;d'/>", "&", "       ^^^^^")]
    [InlineData("<a b='c&#x0027;d'/>", "'", "       ^^^^^^^^")]
    [InlineData("<a b='c&#x1F600;d'/>", "😀", "       ^^^^^^^^^")]
    [InlineData("<a b='c\r\nd'/>", " ", "       ^^")]
    [InlineData("<a b='c\td'/>", " ", "       ^")]
    [InlineData("<a>b\r\nc</a>", "\n", "    ^^")]
    [InlineData("<a>b\rc</a>", "\n", "    ^")]
    [InlineData("<a><![CDATA[b\r\n&amp;]]></a>", "\n", "             ^^")]
    [InlineData("<a><![CDATA[&lt;]]>&gt;</a>", ">", "                   ^^^^")]
    [InlineData("\uFEFF<a b='&lt;'/>", "<", "       ^^^^")]
    public void An_escape_has_the_place_of_all_its_characters(string text, string decoded, string marks)
    {
        var value = Assert.Single(XmlSettingsReader.Read(text).Values()).Value;
        var escape = Assert.Single(value.Text.Runs, run => run.Kind == RunKind.Escape);

        Assert.Equal(decoded, value.Value.Substring(escape.ValueStart, escape.ValueLength));
        Assert.Equal(marks, new string(' ', escape.SourceStart) + new string('^', escape.SourceLength));
    }

    [Fact]
    public void A_comment_in_a_text_is_a_seam() =>
        Assert.Null(Assert.Single(XmlSettingsReader.Read("<a>local<!-- b -->host</a>").Values()).Value.Text.EditableSpan(0, 9));

    /// <summary>The runs of each value abut, lie in the order of the file, and show what they stand for.</summary>
    internal static void AssertRuns(string text)
    {
        foreach (var (_, value) in XmlSettingsReader.Read(text).Values())
        {
            var (valueEnd, sourceEnd) = (0, 0);
            foreach (var run in value.Text.Runs)
            {
                Assert.Equal(valueEnd, run.ValueStart);
                Assert.True(run.SourceStart >= sourceEnd);
                (valueEnd, sourceEnd) = (run.ValueEnd, run.SourceEnd);
                var written = text.Substring(run.SourceStart, run.SourceLength);
                Assert.True(run.Kind == RunKind.Identity
                    ? written == value.Value.Substring(run.ValueStart, run.ValueLength)
                    : run.Kind == RunKind.Escape && (written[0] == '&' ? written.IndexOf(';', StringComparison.Ordinal) == written.Length - 1 : written is "\r\n" or "\r" or "\n" or "\t"));
            }

            Assert.Equal(value.Value.Length, valueEnd);
            Assert.True(sourceEnd <= text.Length);
        }
    }

    /// <summary>Each value takes other text in place, and the platform reads the file with this one difference.</summary>
    internal static void AssertRewrites(string text, int limit)
    {
        var values = XmlSettingsReader.Read(text).Values().ToArray();
        foreach (var (element, value) in values.Where(read => IsFree(read.Value)).TakeLast(limit))
        {
            if (value.Text.EditableSpan(0, value.Value.Length) is not { } span)
            {
                var runs = value.Text.Runs;
                Assert.True(value.Value.Length == 0 || runs[^1].SourceEnd - runs[0].SourceStart > runs.Sum(run => run.SourceLength));
                continue;
            }

            var rewritten = text.Remove(span.Start, span.Length).Insert(span.Start, "127.0.0.1");
            Assert.Equal(Expected(values, (element, value), "127.0.0.1"), XmlOracle.Theirs(rewritten));
        }
    }

    /// <summary>Namespaces and the names that XML reserves mean something, so not every value is right there.</summary>
    private static bool IsFree(XmlValue value) => value.Attribute?.StartsWith("xml", StringComparison.Ordinal) is not true;

    private static IEnumerable<string> Expected((XmlElement, XmlValue Value)[] values, (XmlElement, XmlValue Value) changed, string text) =>
        values.Select(read => XmlOracle.Show(read, ReferenceEquals(read.Value, changed.Value) ? text : read.Value.Value));
}
