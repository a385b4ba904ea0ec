using DockerConnectionStrings.Ide.Tests.Engine;

namespace DockerConnectionStrings.Ide.Tests.OneKind;

/// <summary>
/// Why the package's fixer is exported for both kinds of documents and looks at the kind itself. When this fails, a newer
/// engine asks each document's own fixers, and the workaround can go once the older ones are out of use.
/// </summary>
public sealed class OneKindTests
{
    [Theory]
    [InlineData("Stock.cs", "docker-compose.yml", "both, code")]
    [InlineData("docker-compose.yml", "Stock.cs", "additional, both")]
    public async Task The_fixers_for_the_kind_that_asks_first_are_asked_for_every_kind(string first, string second, string fixers)
    {
        var sample = Sample.Of("Shop");
        string[] assemblies = [sample.Analyzers.Single(path => path.EndsWith(".Analyzers.dll", StringComparison.Ordinal)), typeof(NamedFixer).Assembly.Location];
        using var editor = new Editor(sample, assemblies, ("docker-compose.yml", "services: [\n"));
        Assert.Equal(fixers, await TitlesAsync(editor, first));
        Assert.Equal(fixers, await TitlesAsync(editor, second));
    }

    private static async Task<string> TitlesAsync(Editor editor, string file)
    {
        var squiggle = Assert.Single(await editor.SquigglesAsync(file));
        return string.Join(", ", (await editor.LightbulbAsync(file, squiggle.Location.SourceSpan)).Select(action => action.Title).Order(StringComparer.Ordinal));
    }
}
