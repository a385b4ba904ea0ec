using System.Text.RegularExpressions;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>Links between the pages lead somewhere.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. OptionDocumentationTests.Pages.Select(page => page.Data), "CONTRIBUTING.md", "SECURITY.md", "tests/Benchmarks/README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file_and_a_heading(string page)
    {
        var path = Path.Combine(RepositoryFiles.Root, page);
        Assert.All(Link().Matches(File.ReadAllText(path)), link =>
        {
            var target = link.Groups[1].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, link.Groups[1].Value);
            Assert.True(Path.Exists(target), $"{page}: {link.Value}");
            if (link.Groups[2].Length > 0)
            {
                Assert.True(File.ReadLines(target).Where(line => line.StartsWith('#')).Select(Anchor).Contains(link.Groups[2].Value), $"{page}: {link.Value} names no heading");
            }
        });
    }

    /// <summary>How Markdown on the web makes an anchor of a heading.</summary>
    private static string Anchor(string heading) => NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
