namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>Many texts as real code holds them: those that are no MySQL connection are left alone, those that are one are reported and repaired.</summary>
public class PrecisionTests
{
    public static TheoryData<string> OtherThemes => [.. OtherTexts.All.Select(group => group.Theme)];

    public static TheoryData<string> MySqlThemes => [.. MySqlTexts.All.Select(group => group.Theme)];

    public static TheoryData<string> ContainerThemes => [.. MySqlTexts.All.Where(group => !group.IsOfLocalhostOnly).Select(group => group.Theme)];

    [Theory]
    [MemberData(nameof(OtherThemes))]
    public async Task What_is_no_MySql_connection_to_localhost_is_silent(string theme) => Say(await Of(OtherTexts.All, theme).WrongAsync());

    [Theory]
    [MemberData(nameof(MySqlThemes))]
    public async Task A_MySql_connection_is_reported_and_repaired(string theme) => Say(await Of(MySqlTexts.All, theme).WrongAsync());

    [Theory]
    [MemberData(nameof(ContainerThemes))]
    public async Task It_is_with_the_address_of_a_container_too(string theme) => Say(await Of(MySqlTexts.All, theme).WithHost("172.17.0.2").WrongAsync());

    private static void Say(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, string.Join("\n", wrong));

    private static Snippets Of(IEnumerable<Snippets> all, string theme) => Assert.Single(all, group => group.Theme == theme);
}
