using CsCheck;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

public class YamlGeneratedTests
{
    /// <summary>
    /// YamlDotNet refuses some files that are right YAML: a '#' in quotes behind an anchor in brackets, a block scalar that
    /// begins with a line of blanks. They are few, and what was written is known without it.
    /// </summary>
    [Fact]
    public void A_generated_file_reads_as_it_was_meant_and_as_YamlDotNet_reads_it()
    {
        var files = LongRuns.Of(5_000);
        var refused = 0;
        GeneratedYaml.Files.Sample(
            file =>
            {
                var stream = YamlReader.Read(file.Text);

                Assert.Empty(stream.Problems);
                Assert.Equal(file.Values, YamlTree.Scalars(stream).Select(scalar => scalar.Value));
                if (YamlOracle.Accepts(file.Text))
                {
                    Assert.Equal(YamlOracle.Theirs(file.Text), YamlOracle.Ours(file.Text));
                }
                else
                {
                    Interlocked.Increment(ref refused);
                }
            },
            iter: files);

        Assert.InRange(refused, 0, files / 4);
    }

    [Fact]
    public void The_places_of_a_generated_file_are_right() =>
        GeneratedYaml.Files.Sample(file => YamlTree.AssertPlaces(file.Text), iter: LongRuns.Of(2_000));
}
