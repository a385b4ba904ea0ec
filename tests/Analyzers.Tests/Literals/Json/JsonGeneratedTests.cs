using CsCheck;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Json;

public class JsonGeneratedTests
{
    [Fact]
    public void A_generated_file_reads_as_it_was_meant_and_as_System_Text_Json_reads_it() =>
        GeneratedJson.Files.Sample(
            file =>
            {
                var stream = JsonReader.Read(file.Text);

                Assert.Empty(stream.Problems);
                Assert.Equal(file.Values, YamlTree.Scalars(stream).Select(scalar => scalar.Value));
                Assert.Equal(JsonOracle.Theirs(file.Text), JsonOracle.Show(stream));
            },
            iter: LongRuns.Of(5_000));

    [Fact]
    public void The_places_of_a_generated_file_are_right() =>
        GeneratedJson.Files.Sample(
            file =>
            {
                JsonPlacesTests.AssertRuns(file.Text);
                JsonPlacesTests.AssertRewrites(file.Text);
            },
            iter: LongRuns.Of(2_000));

    [Fact]
    public void A_generated_file_with_random_damage_is_JSON_exactly_when_System_Text_Json_reads_it()
    {
        var damage = Gen.Select(
            Gen.Int[0, 10_000],
            Gen.Int[0, 3],
            Gen.OneOf("", "", "\"", "\\", "\\u", "\\uD83D", "{", "}", "[", "]", ":", ",", "//", "/*", "*/", "/", "\n", "\t", "\0", "\uFEFF", "\uD800", "\u2028", "\u00A0", "1", "-", ".", "e", "null", "x", "'"));
        Gen.Select(GeneratedJson.Files, damage.Array[1, 4]).Sample(
            (file, damages) =>
            {
                var text = file.Text;
                foreach (var (position, removed, inserted) in damages)
                {
                    var start = position % (text.Length + 1);
                    text = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, inserted);
                }

                JsonToleranceTests.AssertAgrees(text);
            },
            iter: LongRuns.Of(20_000));
    }
}
