using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

/// <summary>In the cases <c>[old|new]</c> is the part of a value that is set; <c>{+ +}</c> is what the editor adds around it.</summary>
public class ComposeEditorSetTests
{
    [Theory]
    [InlineData("services:\n  db:\n    ports:\n      - \"[3306|3307]:3306\"\n")]
    [InlineData("services:\n  db:\n    ports:\n      - '3306:[3306|3307]' # the server's\n")]
    [InlineData("services:\n  db:\n    ports:\n      - [3306|3307]:3306\n")]
    [InlineData("services:\n  db:\n    ports: [ 3306:[3306|3307] ]\n")]
    [InlineData("services:\n  db:\n    ports: [\"[|127.0.0.1:]3306:3306\"]\n")]
    [InlineData("services:\n  db:\n    ports:\n      - [|127.0.0.1:]3306:3306\n")]
    [InlineData("services:\n  db:\n    ports:\n      - 3306:3306[|/tcp]\n")]
    [InlineData("services:\n  db:\n    ports:\n      - target: 3306\n        published: [3306|3307]\n")]
    [InlineData("services:\n  db:\n    ports:\n      - target: 3306\n        published: \"[3306|3307]\"\n")]
    [InlineData("services:\n  db:\n    ports:\n      - ${PORT:-[3306|3307]}:3306\n")]
    [InlineData("services:\n  db:\n    ports:\n      - '${PORT-[3306|3307]}:3306'\n")]
    [InlineData("services:\n  db:\n    ports:\n      - ${PORT}:[3306|3307]\n")]
    [InlineData("services:\n  db:\n    environment:\n      DB_HOST: [localhost|db]\n")]
    [InlineData("services:\n  db:\n    environment: { DB_HOST: [localhost|db] }\n")]
    [InlineData("services:\n  db:\n    environment:\n      - DB_HOST=[localhost|db]\n")]
    [InlineData("services:\n  db:\n    environment:\n      - DB_HOST[|=db]\n")]
    [InlineData("services:\n  db:\n    environment:\n      DB_PORT: [3306|3307]\n")]
    [InlineData("services:\n  db:\n    environment:\n      C: \"Server=[localhost|db];Password=a\\\"b\"\n")]
    [InlineData("services:\n  db:\n    environment:\n      C: 'Server=[localhost|db];Password=a''b'\n")]
    [InlineData("services:\n  db:\n    environment:\n      C: >-\n        Server=[localhost|db];\n        Password=a\n")]
    [InlineData("services:\n  db:\n    environment:\n      C: |\n        Server=[localhost|db]\n        Password=a\n")]
    [InlineData("services:\n  db:\n    environment:\n      C: Server=[localhost|db];\n        Password=a\n")]
    [InlineData("services:\n  db:\n    environment:\n      C: \"[|db]\"\n")]
    [InlineData("services:\n  db:\n    depends_on:\n      mq: { condition: [service_started|service_healthy] }\n")]
    [InlineData("x-db: &db\n  image: [mysql|mariadb]\n")]
    [InlineData("services:\n  db: &db\n    image: [mysql|mariadb]\n")]
    [InlineData("services:\n  db:\n    image: mysql\n---\nservices:\n  db:\n    image: [mysql|mariadb]\n")]
    public void A_part_is_set_and_all_else_stays(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db:\n    ports:\n      - {+\"+}[3306:3306|22:22]{+\"+}\n")] // a number to base 60
    [InlineData("services:\n  db:\n    image: 'x'\n    ports:\n      - {+'+}22:[3306|22]{+'+}\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: {+\"+}[localhost|yes]{+\"+}\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: {+\"+}[localhost|3306]{+\"+}\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: {+\"+}x[1|: ]y{+\"+}\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: {+\"+}x[1| #]y{+\"+}\n")]
    [InlineData("services:\n  db:\n    environment: { A: {+\"+}db[:|,]1433{+\"+} }\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: {+'+}say \\ [1|: ]it{+'+}\n")]
    [InlineData("services:\n  db:\n    environment:\n      A:[|{+ +}db]\n")] // no value yet
    [InlineData("services:\n  db:\n    environment:\n      A: 'x'\n      B:[|{+ +}'db'] # c\n")]
    [InlineData("services:\n  db:\n    environment:\n      A:[|{+ +}\"3306\"]\n")]
    public void Quotes_come_where_the_value_needs_them(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db:\n    ports:\n      - \"[${PORT}|3307]:3306\"\n")] // a variable, or a part of one
    [InlineData("services:\n  db:\n    ports:\n      - \"$[PORT|3307]:3306\"\n")]
    [InlineData("services:\n  db:\n    ports:\n      - \"${[PORT|3307]}:3306\"\n")]
    [InlineData("services:\n  db:\n    ports:\n      - \"${PORT:+[3306|3307]}:3306\"\n")]
    [InlineData("services:\n  db:\n    ports:\n      - \"${PORT:-[3306}:|3307]3306\"\n")]
    [InlineData("services:\n  db:\n    ports:\n      - \"${PORT:-[3306|33}07]}:3306\"\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: $B[|C]\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: \"[\\x41|B]\\\n        C\"\n      B: \"\\x[41|42]\"\n")] // no character of its own
    [InlineData("services:\n  db:\n    environment:\n      A: !!int [1|2]\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: !!str [1|2]\n")]
    [InlineData("services:\n  db:\n    environment: &env\n      A: [b|c]\n  web:\n    environment: *env\n")] // others take it over
    [InlineData("services:\n  db:\n    environment: &env\n      A: [b|c]\n  web:\n    environment:\n      <<: *env\n")]
    [InlineData("services:\n  db: &db\n    image: [b|c]\n  web: *db\n")]
    [InlineData("services:\n  db:\n    image: &image [b|c]\n  web:\n    image: *image\n")]
    [InlineData("services:\n  db:\n    image: [b|c]\n  web:\n    extends: db\n")]
    [InlineData("services:\n  db:\n    image: [b|c]\n  web:\n    extends: { service: db }\n")]
    [InlineData("services:\n  db:\n    image: [b|c]\n    command: 'x\n")] // no YAML
    [InlineData("services:\n  db:\n    environment:\n      A: it's \"[1|: ]\"\n")] // neither quotes
    [InlineData("services:\n  db:\n    environment:\n      A: x\n        [1|: ]\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: |\n        [b|c\nd]\n")]
    [InlineData("services:\n  db:\n    environment:\n      A: 'b[1|\n]c'\n")]
    [InlineData("services:\n  db: { environment: { A[|b] } }\n")]
    public void Without_a_certain_place_nothing_is_set(string marked)
    {
        var (before, start, length, text, _) = Parse(marked);
        Assert.Null(Set(before, start, length, text));
    }

    [Theory]
    [InlineData("services:\n  db:\n    environment: &env\n      A: [b|c]\n  web:\n    environment: *env\n")]
    [InlineData("services:\n  db:\n    image: [b|c]\n  web:\n    extends: db\n")]
    public void What_is_right_for_all_is_set_for_all(string marked)
    {
        var (before, start, length, text, after) = Parse(marked);
        Assert.Equal(after, Set(before, start, length, text, isForAllUsers: true));
    }

    [Theory]
    [InlineData(0, 3)] // of a key
    [InlineData(12, 2)]
    [InlineData(25, 3)] // over the end of a value
    [InlineData(19, 9)]
    [InlineData(33, 2)] // of a comment
    [InlineData(99, 1)]
    public void A_place_of_no_value_is_not_set(int start, int length) =>
        Assert.Null(ComposeEditor.Set(ComposeFile.Read("a.yml", SourceText.From("services:\n  db:\n    image: db # x\n")), new TextSpan(start, length), "x"));

    [Fact]
    public void A_part_may_become_a_variable()
    {
        var file = ComposeFile.Read("a.yml", SourceText.From("services:\n  db:\n    image: ${A}b\n"));
        Assert.Equal("services:\n  db:\n    image: ${A}${B}\n", Edited.TextOf(file, ComposeEditor.Set(file, new TextSpan(31, 1), ValueText.Interpolated("${B}"))!));
    }

    [Fact]
    public void The_keys_on_the_way_and_the_length_of_the_file_must_stay()
    {
        const string text = "services:\n  db:\n    ports: ['3306:3306']\n";
        var file = ComposeFile.Read("docker-compose.yml", SourceText.From(text));
        var edits = ComposeEditor.Set(file, Scalars(file).Single(scalar => scalar.Value == "3306:3306"), 0, 4, "3307")!.Value;
        Assert.Equal(
            [Edit.Unchanged(file.Path, 0, "services"), Edit.Unchanged(file.Path, 12, "db"), Edit.Unchanged(file.Path, 20, "ports"), new Edit(29, "3306", "3307", file.Path), Edit.SameLength(file.Path, text.Length)],
            edits);
    }

    [Fact]
    public void A_value_of_another_file_is_not_set()
    {
        var file = ComposeFile.Read("docker-compose.yml", SourceText.From("services:\n  db:\n    image: mysql\n"));
        var other = ComposeFile.Read("docker-compose.yml", SourceText.From("services:\n  db:\n    image: mysql\n"));
        Assert.Null(ComposeEditor.Set(file, Scalars(other).Single(scalar => scalar.Value == "mysql"), 0, 1, "x"));
    }

    [Theory]
    [InlineData("pass word", "services:\n  db:\n    environment:\n      A: b\n", "      C: u=till-4711;\n")]
    [InlineData("a'b\\c", "services:\n  db:\n    environment:\n      A: 'b'\n", "      C: 'u=till-4711;'\n")]
    [InlineData("a'b\"\\$c", "services:\n  db:\n    environment:\n      A: \"b\"\n", "      C: \"u=till-4711;\"\n")]
    [InlineData("a$b #c", "services:\n  db:\n    environment:\n      A: b\n", "      C: \"u=till-4711;\"\n")]
    [InlineData("a$b", "services:\n  db:\n    environment:\n    - A=b\n", "    - C=u=till-4711;\n")]
    public void What_may_be_a_password_travels_as_a_copy(string password, string before, string added)
    {
        var settings = $"<{password}>";
        var value = (ValueText)"u=" + ValueText.CopyOf("App.config", SourceText.From(settings), new TextSpan(1, password.Length)) + ";";
        var file = ComposeFile.Read("docker-compose.yml", SourceText.From(before));
        var edits = ComposeEditor.Add(file, "db", "environment", new NewEntry("C", value))!.Value;
        Assert.DoesNotContain(password, string.Concat(RepairProperties.Write(new OfferedRepairs([new Repair("Add", "add", edits)])).Values), StringComparison.Ordinal);

        var after = Edited.TextOf(file, edits, new Dictionary<string, string> { ["App.config"] = settings });
        var escaped = password.Replace("$", "$$", StringComparison.Ordinal);
        escaped = added.Contains('"', StringComparison.Ordinal) ? escaped.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            : added.Contains('\'', StringComparison.Ordinal) ? escaped.Replace("'", "''", StringComparison.Ordinal) : escaped;
        Assert.Equal(before + added.Replace("till-4711", escaped, StringComparison.Ordinal), after);
        Assert.Contains(Naive.Says(after)!.Values, said => said == $"u={password.Replace("$", "$$", StringComparison.Ordinal)};");
    }

    [Fact]
    public void A_copy_that_takes_several_lines_is_not_written() => Assert.Null(ComposeEditor.Add(
        ComposeFile.Read("docker-compose.yml", SourceText.From("services:\n  db:\n    environment:\n      A: b\n")), "db", "environment",
        new NewEntry("C", ValueText.CopyOf("App.config", SourceText.From("<a\nb>"), new TextSpan(1, 3)))));

    [Fact]
    public void A_variable_is_written_as_one_and_a_sign_as_a_sign() => Assert.Equal(
        "services:\n  db:\n    environment:\n      A: b\n      C: \"p=${PASSWORD};a$$b #\"\n", Edited.TextOf(
        ComposeFile.Read("a.yml", SourceText.From("services:\n  db:\n    environment:\n      A: b\n")), ComposeEditor.Add(
        ComposeFile.Read("a.yml", SourceText.From("services:\n  db:\n    environment:\n      A: b\n")), "db", "environment",
        new NewEntry("C", (ValueText)"p=" + ValueText.Interpolated("${PASSWORD}") + ";a$b #"))!));

    private static void Check(string marked)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var (before, start, length, text, after) = Parse(marked.Replace("\n", lineEnd, StringComparison.Ordinal));
            Assert.Equal(after, Set(before, start, length, text));
            Assert.Equal(Naive.Says(before)?.Count, Naive.Says(after)?.Count);
        }
    }

    /// <summary>The file, the part in source positions, what it is to be, and the file with it.</summary>
    private static (string Before, int Start, int Length, string Text, string After) Parse(string marked)
    {
        var bar = marked.IndexOf('|', marked.IndexOf(": |", StringComparison.Ordinal) is >= 0 and var block ? block + 3 : 0);
        var open = marked.LastIndexOf('[', bar);
        var close = marked.IndexOf(']', bar);
        var (head, old, own, tail) = (Edited.Parse(marked[..open]), marked[(open + 1)..bar], Edited.Parse(marked[(bar + 1)..close]), Edited.Parse(marked[(close + 1)..]));
        var text = own.Before.Trim('\'', '"') is { Length: > 0 } bare && own.Before != own.After ? bare : own.Before;
        return (head.Before + old + tail.Before, head.Before.Length, old.Length, text, head.After + own.After + tail.After);
    }

    private static string? Set(string before, int start, int length, string text, bool isForAllUsers = false)
    {
        var file = ComposeFile.Read("docker-compose.yml", SourceText.From(before));
        return ComposeEditor.Set(file, new TextSpan(start, length), text, isForAllUsers) is { } edits ? Edited.TextOf(file, edits) : null;
    }

    private static IEnumerable<YamlScalar> Scalars(ComposeFile file) => file.Documents.SelectMany(Scalars);

    /// <summary>The values, those that are left out included, and not the keys.</summary>
    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };
}
