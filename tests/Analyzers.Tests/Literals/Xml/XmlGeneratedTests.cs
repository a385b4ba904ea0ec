using CsCheck;
using DockerConnectionStrings.Analyzers.Literals.Xml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

public class XmlGeneratedTests
{
    [Fact]
    public void A_generated_file_reads_as_the_platform_reads_it() =>
        GeneratedXml.Files.Sample(
            text =>
            {
                Assert.Empty(XmlSettingsReader.Read(text).Problems);
                Assert.Equal(XmlOracle.Theirs(text), XmlOracle.Ours(text));
            },
            iter: LongRuns.Of(5_000));

    [Fact]
    public void The_places_of_a_generated_file_are_right() =>
        GeneratedXml.Files.Sample(
            text =>
            {
                XmlPlacesTests.AssertRuns(text);
                XmlPlacesTests.AssertRewrites(text, limit: 20);
            },
            iter: LongRuns.Of(1_000));

    /// <summary>The platform's reader loses count of lines at the end of its buffer; places must not.</summary>
    [Fact]
    public void A_generated_file_that_is_longer_than_a_buffer_reads_as_the_platform_reads_it() =>
        Gen.Select(Gen.Int[3_800, 4_100], GeneratedXml.Files).Sample(
            (length, text) =>
            {
                var root = text.IndexOf("<root", StringComparison.Ordinal);
                var longer = text.Insert(text.IndexOf(' ', root), $"\r\n\r\nlong='{new string('x', length)}'\r\n\r\n");
                Assert.Empty(XmlSettingsReader.Read(longer).Problems);
                Assert.Equal(XmlOracle.Theirs(longer), XmlOracle.Ours(longer));
            },
            iter: LongRuns.Of(3_000));

    [Fact]
    public void A_generated_file_with_random_damage_has_no_problem_exactly_when_the_platform_reads_it()
    {
        var damage = Gen.Select(
            Gen.Int[0, 10_000],
            Gen.Int[0, 3],
            Gen.OneOf("", "", "\"", "'", "<", ">", "&", ";", "&b;", "&#", "&#x", "&#xD83D;", "/", "/>", "</", "=", "<!--", "-->", "--", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE", "\r", "\n", " ", "\0", "\uFEFF", "\uFFFE", "\uD800", "\uDC00", "\u00A0", "a", ":", "xmlns='b'"));
        Gen.Select(GeneratedXml.Files, damage.Array[1, 4]).Sample(
            (text, damages) =>
            {
                foreach (var (position, removed, inserted) in damages)
                {
                    var start = position % (text.Length + 1);
                    text = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, inserted);
                }

                XmlToleranceTests.AssertAgrees(text);
            },
            iter: LongRuns.Of(20_000));
    }
}
