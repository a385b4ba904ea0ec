using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>The comments that the page on silencing shows silence, and without them the text is reported.</summary>
public partial class SilencingPageTests
{
    private const string Page = "docs/silencing.md";

    private static readonly Dictionary<string, string> s_files = new() { ["json"] = "appsettings.json", ["xml"] = "App.config", ["yaml"] = "settings.yml", ["env"] = ".env" };

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (Match block in Block().Matches(File.ReadAllText(Path.Combine(RepositoryFiles.Root, Page))))
            {
                if (block.Groups["text"].Value.Contains("docker-connection-strings: ignore", StringComparison.Ordinal))
                {
                    examples.Add(s_files[block.Groups["language"].Value], block.Groups["text"].Value);
                }
            }

            return examples;
        }
    }

    [Fact]
    public void Every_kind_of_file_has_its_example() => Assert.Equal(s_files.Count, Examples.Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_comment_of_the_page_silences(string path, string text)
    {
        var project = new TestProject().WithShopOnPort3307();
        await VerifyFile.SilentAsync(path, text, project);
        var id = Id().Match(text).Value;
        Assert.Contains(await VerifyFile.MessagesAsync(path, text.Replace("ignore", "watch", StringComparison.Ordinal), project), message => message.Contains(id, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"DKC\d{3}")]
    private static partial Regex Id();
}
