using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Rules;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>The options and their page say the same; no page names another option, or a value that an option cannot have.</summary>
public partial class OptionDocumentationTests
{
    private const string Page = "docs/options.md";

    private static readonly string[] s_rules = [.. RuleTable.Descriptors.Select(rule => rule.Id)];

    /// <summary>The options, and the severities of the rules that there are.</summary>
    private static readonly string[] s_names = [.. OptionTable.Names, .. s_rules.Select(id => OptionTable.SeverityOf(id).Name)];

    public static TheoryData<string> Names => [.. OptionTable.Names];

    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(RepositoryFiles.Root, path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_option_stands_on_the_page_with_its_values_and_its_default(string name)
    {
        var row = $"| [`{Option.Prefix}{name}`](#{name}) | {Of(name, "Expected")} | {Default(name)} |";
        var lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, Page));
        Assert.True(lines.Contains(row), $"{Page} lacks the row:\n{row}");
        Assert.True(lines.Contains($"## {name}"), $"{Page} lacks the section:\n## {name}");
        Assert.Contains(lines, line => line.StartsWith($"{Option.Prefix}{name} = ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_has_no_other_rows() => Assert.Equal(
        OptionTable.Names,
        File.ReadLines(Path.Combine(RepositoryFiles.Root, Page)).Select(line => Row().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value));

    [Fact]
    public void The_severities_stand_on_the_page_with_their_values()
    {
        var option = OptionTable.SeverityOf("DKC005");
        Assert.Contains($"| [`{option.Key}`](#severities) | {option.Expected} | the rule's own |", File.ReadLines(Path.Combine(RepositoryFiles.Root, Page)));
    }

    [Fact]
    public void Every_option_of_the_table_has_a_name_in_the_list() => Assert.Equal(
        OptionTable.Names, typeof(OptionTable).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType.Name.StartsWith("Option`", StringComparison.Ordinal)).Select(field => Of(field, "Name")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_names_options_that_exist(string page)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, page));
        Assert.All(Key().Matches(text), match => Assert.Contains(match.Groups[1].Value, s_names));
        Assert.All(Setting().Matches(text), match => Assert.Empty(DockerOptions.Read(key => key == match.Groups[1].Value ? match.Groups[2].Value : null, s_rules).Problems));
    }

    [GeneratedRegex(@"^\| \[`docker_connection_strings\.(\w+)`\]")]
    private static partial Regex Row();

    [GeneratedRegex(@"docker_connection_strings\.(\w+(?:\.\w+)?)")]
    private static partial Regex Key();

    /// <summary>A line of an editorconfig, or the same between backticks.</summary>
    [GeneratedRegex(@"(?:^[ ]*|`)(docker_connection_strings\.\w+(?:\.\w+)?) = ([^`\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Setting();

    private static string Default(string name) => Of(name, "Default") switch
    {
        string text => $"`{text}`",
        null or ICollection { Count: 0 } => "not set",
        var other => throw new InvalidOperationException($"{name}: how is {other} written?"),
    };

    private static object? Of(string name, string property) => typeof(OptionTable).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType.Name.StartsWith("Option`", StringComparison.Ordinal) && Equals(Of(field, "Name"), name)).Select(field => Of(field, property)).Single();

    private static object? Of(FieldInfo option, string property) => option.FieldType.GetProperty(property)!.GetValue(option.GetValue(null));
}
