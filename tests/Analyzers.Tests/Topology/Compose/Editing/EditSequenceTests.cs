using System.Collections.Immutable;
using CsCheck;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

public class EditSequenceTests
{
    private static readonly NewEntry s_host = new("DB_HOST", "db");
    private static readonly NewEntry s_port = new("DB_PORT", "3306");

    [Theory]
    [InlineData("services:\n  api:\n    image: api\n+    environment:\n+      DB_HOST: db\n+      DB_PORT: \"3306\"\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: b\n+      DB_HOST: db\n+      DB_PORT: \"3306\"\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n    - A=b\n+    - DB_HOST=db\n+    - DB_PORT=3306\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment: { A: b{+, DB_HOST: db, DB_PORT: \"3306\"+} }\n")]
    [InlineData("services:\n  api:\n    environment: {+{ DB_HOST: db, DB_PORT: \"3306\" }+}{-{}-}\n")]
    public void Two_variables_are_added_as_one(string marked) => Check(marked, Add("api", "environment", s_host), Add("api", "environment", s_port));

    [Theory]
    [InlineData("services:\n  db:\n    image: mysql\n+    healthcheck:\n+      test: [\"CMD\", \"true\"]\n  api:\n    depends_on:\n      {-- -}db{+:+}\n+        condition: service_healthy\n")]
    [InlineData("services:\n  api:\n    depends_on: {-[-}{+{+}db{+: {condition: service_healthy}+}{-]-}{+}+}\n  db:\n    image: mysql\n+    healthcheck:\n+      test: [\"CMD\", \"true\"]\n")]
    public void Two_services_are_edited_as_one(string marked) => Check(
        marked,
        Add("api", "depends_on", new NewEntry("db", new NewMap(new NewEntry("condition", "service_healthy")))),
        file => ComposeEditor.Add(file, "db", new NewEntry("healthcheck", new NewMap(new NewEntry("test", new NewList("CMD", "true"))))));

    [Fact]
    public void A_step_may_change_what_an_earlier_one_wrote() => Check(
        "services:\n  api:\n    image: api\n+    environment:\n+      DB_HOST: mysql\n",
        Add("api", "environment", s_host),
        file => ComposeEditor.Set(file, new TextSpan(file.Text.ToString().IndexOf("db", StringComparison.Ordinal), 2), "mysql"));

    [Fact]
    public void Where_one_step_has_no_certain_place_nothing_is_edited() => Assert.Null(EditSequence.Of(
        ComposeFile.Read("a.yml", SourceText.From("services:\n  api:\n    image: api\n")), Add("api", "environment", s_host), Add("api", "environment", s_host)));

    [Fact]
    public void Copies_stay_copies()
    {
        const string settings = "<till-4711>";
        var file = ComposeFile.Read("a.yml", SourceText.From("services:\n  api:\n    image: api\n"));
        var value = (ValueText)"p=" + ValueText.CopyOf("App.config", SourceText.From(settings), new TextSpan(1, 9)) + ";";
        var edits = EditSequence.Of(file, Add("api", "environment", new NewEntry("A", value)), Add("api", "environment", new NewEntry("B", value)), Add("api", "extra_hosts", new NewEntry("h", "host-gateway")))!.Value;
        Assert.DoesNotContain("4711", string.Concat(RepairProperties.Write(new OfferedRepairs([new Repair("Add", "add", edits)])).Values), StringComparison.Ordinal);
        Assert.Equal(
            "services:\n  api:\n    image: api\n    environment:\n      A: p=till-4711;\n      B: p=till-4711;\n    extra_hosts:\n      - \"h:host-gateway\"\n",
            Edited.TextOf(file, edits, new Dictionary<string, string> { ["App.config"] = settings }));
        Assert.Equal([Edit.Unchanged("a.yml", 12, "api"), Edit.SameLength("a.yml", 32)], edits.Where(edit => edit.NewText.Equals(edit.OldText)));
    }

    [Fact]
    public void The_whole_is_what_the_steps_make_one_after_the_other() => Gen.Select(GeneratedServices.Files, Gen.Int[0, 3], Gen.Int[0, 3]).Sample(
        (text, first, second) =>
        {
            var file = ComposeFile.Read("docker-compose.yml", SourceText.From(text));
            var steps = new[]
            {
                Add($"s{first}", "environment", s_host), Add($"s{second}", "environment", s_port), Add($"s{second}", "ports", new NewEntry(null, "127.0.0.1:33999:3306")),
                Add($"s{first}", "depends_on", new NewEntry("s9", new NewMap(new NewEntry("condition", "service_healthy")))), Add($"s{second}", "extra_hosts", new NewEntry("h", "host-gateway")),
            }.Where(step => step(file) is not null).ToArray();
            if (EditSequence.Of(file, steps) is { } edits)
            {
                Assert.Equal(steps.Aggregate(text, (all, step) => ComposeFile.Read("docker-compose.yml", SourceText.From(all)) is var one ? Edited.TextOf(one, step(one)!) : all), Edited.TextOf(file, edits));
            }
        },
        iter: 500);

    private static Func<ComposeFile, ImmutableArray<Edit>?> Add(string service, string section, NewEntry entry) => file => ComposeEditor.Add(file, service, section, entry);

    private static void Check(string marked, params Func<ComposeFile, ImmutableArray<Edit>?>[] steps)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var (before, after) = Edited.Parse(marked);
            var file = ComposeFile.Read("docker-compose.yml", SourceText.From(before.Replace("\n", lineEnd, StringComparison.Ordinal)));
            Assert.Equal(after.Replace("\n", lineEnd, StringComparison.Ordinal), Edited.TextOf(file, EditSequence.Of(file, steps)!));
        }
    }
}
