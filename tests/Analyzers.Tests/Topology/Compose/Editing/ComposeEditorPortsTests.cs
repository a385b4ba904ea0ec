using System.Text.RegularExpressions;
using CsCheck;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

/// <summary>In the cases the service is <c>db</c>, and each <c>+</c> line or <c>{+ +}</c> is what the editor adds.</summary>
public class ComposeEditorPortsTests
{
    private const string Entry = "127.0.0.1:3306:3306";

    /// <summary>One that no file holds.</summary>
    private const string OtherEntry = "127.0.0.1:33999:3306";

    /// <summary>A block behind the service's last key, whatever that is; comments and blank lines stay where they are.</summary>
    [Theory]
    [InlineData("services:\n  db:\n    image: mysql\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n  db:\n    image: mysql # the shop's\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n    # volumes:\n    #   - data\n\n  app:\n    image: app\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    environment:\n      A: b\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n\n  # The shop.\n  app:\n    image: app\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    networks:\n      back:\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\nnetworks:\n  back:\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    command: >\n      --one\n      --two\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n\n  app:\n    image: app\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    command: |+\n      --one\n\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n  app:\n    image: app\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    command: [\n      \"--one\"\n    ]\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    command: --one\n      --two\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("---\nservices:\n  db:\n    image: mysql\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n...\n")]
    [InlineData("\uFEFFservices:\n  db:\n    image: mysql\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n")]
    public void A_service_without_ports_gets_a_block_behind_its_last_key(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db:\n    image: mysql\n    volumes:\n    - data:/var\n+    ports:\n+    - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n  app:\n    image: app\n    volumes:\n    - data:/var\n  db:\n    image: mysql\n+    ports:\n+    - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n  app:\n    image: app\n    volumes:\n    - data:/var\n  db:\n    image: mysql\n    volumes:\n        - data:/var\n+    ports:\n+        - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n    db:\n        image: mysql\n+        ports:\n+            - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n db:\n  image: mysql\n+  ports:\n+   - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n  app:\n    image: app\n    ports: [ '80:80' ]\n  db:\n    image: mysql\n+    ports: [ '127.0.0.1:3306:3306' ]\n")]
    [InlineData("services:\n  app:\n    image: app\n    ports:\n      - '80:80'\n  db:\n    image: mysql\n+    ports:\n+      - '127.0.0.1:3306:3306'\n")]
    [InlineData("services:\n  app:\n    image: app\n    ports:\n      - 80:80\n  db:\n    image: mysql\n+    ports:\n+      - 127.0.0.1:3306:3306\n")]
    [InlineData("services:\n  db:\n    image: 'mysql'\n+    ports:\n+      - '127.0.0.1:3306:3306'\n")]
    [InlineData("\"services\":\n  \"db\":\n    \"image\": mysql\n+    \"ports\":\n+      - \"127.0.0.1:3306:3306\"\n")]
    public void Indentation_and_quotes_are_those_of_the_file(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db:\n    ports:\n      - \"33060:33060\"\n+      - \"127.0.0.1:3306:3306\"\n    image: mysql\n")]
    [InlineData("services:\n  db:\n    ports:\n    - 33060:33060 # X\n+    - 127.0.0.1:3306:3306\n    # - 1:1\n\n    image: mysql\n")]
    [InlineData("services:\n  db:\n    ports:\n      -   '33060:33060'\n+      -   '127.0.0.1:3306:3306'\n")]
    [InlineData("services:\n  db:\n    ports:\n      - target: 33061\n        published: \"33061\"\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n  db:\n    ports: &own\n      - \"33060:33060\"\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("services:\n  db:\n    ports: !override\n      - \"33060:33060\"\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("x-port: &port \"33060:33060\"\nservices:\n  db:\n    ports:\n      - *port\n+      - \"127.0.0.1:3306:3306\"\n")]
    public void A_list_gets_one_more_item(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db:\n    ports: [\"33060:33060\"{+, \"127.0.0.1:3306:3306\"+}] # X\n")]
    [InlineData("services:\n  db:\n    ports: [ '1:1','2:2'{+,'127.0.0.1:3306:3306'+} ]\n")]
    [InlineData("services:\n  db:\n    ports: [ 1:1 , 2:2{+ , 127.0.0.1:3306:3306+} ]\n")]
    [InlineData("services:\n  db:\n    ports: [\"33060:33060\"{+, \"127.0.0.1:3306:3306\"+},]\n")]
    [InlineData("services:\n  db:\n    ports: [{+\"127.0.0.1:3306:3306\"+}]\n")]
    [InlineData("services:\n  db:\n    ports: [ {+\"127.0.0.1:3306:3306\" +}]\n")]
    [InlineData("services:\n  db:\n    ports: [\n      \"1:1\",\n      \"2:2\"{+,+}\n+      \"127.0.0.1:3306:3306\"\n    ]\n")]
    [InlineData("services:\n  db:\n    ports: [\n      \"1:1\", # one\n      \"2:2\"{+,+} # two\n+      \"127.0.0.1:3306:3306\"\n      # three\n    ]\n")]
    [InlineData("services:\n  db:\n    ports: [\n      \"1:1\",\n      \"2:2\",\n+      \"127.0.0.1:3306:3306\",\n    ]\n")]
    [InlineData("services:\n  db:\n    ports: [\n      \"1:1\",\n      \"2:2\" , # two\n+      \"127.0.0.1:3306:3306\",\n    ]\n")]
    [InlineData("services:\n  db:\n    ports: [\n      \"1:1\", \"2:2\",\n      \"3:3\", \"4:4\"{+, \"127.0.0.1:3306:3306\"+}\n    ]\n")]
    [InlineData("services:\n  db:\n    ports: [{ target: 1, published: 1 }{+, \"127.0.0.1:3306:3306\"+}]\n")]
    public void A_list_in_brackets_gets_one_more_element(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db:\n    image: mysql\n    ports: # none yet\n+      - \"127.0.0.1:3306:3306\"\n      # - \"1:1\"\n")]
    [InlineData("services:\n  db:\n    ports:\n+    - \"127.0.0.1:3306:3306\"\n    volumes:\n    - data:/var\n")]
    [InlineData("services:\n  db:\n    ports: {+[\"127.0.0.1:3306:3306\"]+}{-~-} # none\n")]
    [InlineData("services:\n  db:\n    ports: {+[\"127.0.0.1:3306:3306\"]+}{-null-}\n    image: mysql\n")]
    public void Ports_without_a_value_get_one(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db: { image: mysql{+, ports: [\"127.0.0.1:3306:3306\"]+} } # x\n")]
    [InlineData("services:\n  db: {image: mysql{+, ports: [\"127.0.0.1:3306:3306\"]+},}\n")]
    [InlineData("services: { db: { image: mysql, environment: { MYSQL_DATABASE: shop }{+, ports: [\"127.0.0.1:3306:3306\"]+} } }\n")]
    [InlineData("services:\n  db: {{+ ports: [\"127.0.0.1:3306:3306\"] +}}\n")]
    [InlineData("services:\n  db: { image: mysql, ports: {+[\"127.0.0.1:3306:3306\"]+}{-~-} }\n")]
    [InlineData("services:\n  db: { image: mysql, ports: [{+\"127.0.0.1:3306:3306\"+}] }\n")]
    [InlineData("{\n  \"services\": {\n    \"db\": {\n      \"image\": \"mysql\",\n      \"environment\": { \"A\": \"b\" }{+,+}\n+      \"ports\": [\"127.0.0.1:3306:3306\"]\n    }\n  }\n}\n")]
    public void A_service_in_braces_keeps_them(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  db:\n    image: mysql", "services:\n  db:\n    image: mysql\n    ports:\n      - \"127.0.0.1:3306:3306\"")]
    [InlineData("services: {db: {image: mysql}}", "services: {db: {image: mysql, ports: [\"127.0.0.1:3306:3306\"]}}")]
    [InlineData("services:\r\n  db:\r\n    image: mysql", "services:\r\n  db:\r\n    image: mysql\r\n    ports:\r\n      - \"127.0.0.1:3306:3306\"")]
    [InlineData("services:\r  db:\r    image: mysql\r", "services:\r  db:\r    image: mysql\r    ports:\r      - \"127.0.0.1:3306:3306\"\r")]
    [InlineData("services:\n  db:\r\n    ports:\r\n      - '1:1'\r\n    image: mysql\n", "services:\n  db:\r\n    ports:\r\n      - '1:1'\r\n      - '127.0.0.1:3306:3306'\r\n    image: mysql\n")]
    [InlineData("services:\n  db:\n    ports:", "services:\n  db:\n    ports:\n      - \"127.0.0.1:3306:3306\"")]
    [InlineData("services:\n  db:\n    image: mysql   ", "services:\n  db:\n    image: mysql   \n    ports:\n      - \"127.0.0.1:3306:3306\"")]
    [InlineData("services:\n  db:\n    ports: [\n      '1:1'\n      , '2:2'\n      ,\n    ]\n", "services:\n  db:\n    ports: [\n      '1:1'\n      , '2:2', '127.0.0.1:3306:3306'\n      ,\n    ]\n")]
    [InlineData("services:\n  db:\n    ports: [ '1:1',\n             '2:2' ]\n", "services:\n  db:\n    ports: [ '1:1',\n             '2:2',\n             '127.0.0.1:3306:3306' ]\n")]
    public void Line_ends_and_a_last_line_without_one_are_kept(string before, string after) => Assert.Equal(after, Publish(before));

    [Theory]
    [InlineData("services:\n  db:\n    image: mysql\n---\nservices:\n  app:\n    image: app\n", 1)]
    [InlineData("services:\n  db:\n    image: mysql\n---\nservices:\n  db:\n    command: --one\n", 2)]
    [InlineData("services:\n  db:\n    image: mysql\n---\nx-nothing: 1\n", 1)]
    public void Of_several_documents_the_last_that_defines_the_service_is_changed(string before, int document)
    {
        var parts = Publish(before)!.Split("---\n");
        Assert.Equal(2, parts.Length);
        Assert.Contains("ports:", parts[document - 1], StringComparison.Ordinal);
        Assert.DoesNotContain("ports:", parts[2 - document], StringComparison.Ordinal);
    }

    /// <summary>What a service takes over by a merge key is kept, as far as it holds no ports.</summary>
    [Theory]
    [InlineData("x-base: &base\n  restart: always\nservices:\n  db:\n    <<: *base\n    image: mysql\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("x-base: &base\n  <<: [*base, *base]\nx-more: &more\n  <<: [*base, *base]\nservices:\n  db:\n    <<: [*base, *more, *more]\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n")]
    [InlineData("x-base: &base\n  ports: ['1:1']\nservices:\n  db:\n    <<: *base\n    image: mysql\n    ports: [{+'127.0.0.1:3306:3306'+}]\n")]
    [InlineData("services:\n  db: &db\n    image: mysql\n    environment: &environment\n      A: b\n+    ports:\n+      - \"127.0.0.1:3306:3306\"\n  app:\n    environment: *environment\n")]
    public void Merge_keys_and_anchors_that_hold_no_ports_are_no_obstacle(string marked) => Check(marked);

    [Theory]
    [InlineData("services:\n  app:\n    image: app\n")] // no such service
    [InlineData("services:\n")]
    [InlineData("")]
    [InlineData("db:\n  image: mysql\n")]
    [InlineData("services:\n  db:\n")] // nothing is said of it
    [InlineData("services:\n  db: ~\n")]
    [InlineData("services:\n  db: mysql\n")]
    [InlineData("services:\n  db:\n    image: 'mysql\n")] // no YAML
    [InlineData("services:\n  db:\n    image: mysql\n\tports:\n")]
    [InlineData("services:\n  db:\n    image: mysql\n  db:\n    image: mysql\n")] // twice
    [InlineData("services:\n  db:\n    ports: ['1:1']\n    ports: ['2:2']\n")]
    [InlineData("services:\n  db:\n    image: mysql\nservices:\n  app:\n    image: app\n")]
    [InlineData("x-db: &db\n  image: mysql\nservices:\n  db: *db\n")] // shared with others
    [InlineData("services:\n  db: &db\n    image: mysql\n  other: *db\n")]
    [InlineData("services:\n  db: &db\n    image: mysql\n  other:\n    <<: *db\n")]
    [InlineData("services:\n  db:\n    ports: &ports\n      - '1:1'\n  other:\n    ports: *ports\n")]
    [InlineData("services:\n  other:\n    ports: &ports\n      - '1:1'\n  db:\n    ports: *ports\n")]
    [InlineData("services: &all\n  db:\n    image: mysql\nx-all: *all\n")]
    [InlineData("services: &all { db: { image: mysql } }\n---\nservices: *all\n")]
    [InlineData("x-all: &all\n  db:\n    image: mysql\nservices:\n  <<: *all\n")]
    [InlineData("services:\n  db:\n    image: mysql\n  other:\n    extends: db\n")]
    [InlineData("services:\n  db:\n    image: mysql\n  other:\n    extends:\n      service: db\n")]
    [InlineData("x-base: &base\n  ports: ['1:1']\nservices:\n  db:\n    <<: *base\n    image: mysql\n")] // would replace what is taken over
    [InlineData("x-base: &base\n  ports: ['1:1']\nx-more: &more\n  <<: *base\nservices:\n  db:\n    <<: [*more]\n")]
    [InlineData("x-a: &a { image: mysql }\nx-b: &a { ports: ['1:1'] }\nservices:\n  db:\n    <<: *a\n")]
    [InlineData("x-a: &a\n  <<: [*a, *a]\n  ports: ['1:1']\nservices:\n  db:\n    <<: *a\n")]
    [InlineData("services:\n  db:\n    <<: *nobody\n    image: mysql\n")]
    [InlineData("services:\n  db:\n    ports: !reset\n      - '1:1'\n")] // does not count
    [InlineData("services:\n  db:\n    ports: !reset null\n")]
    [InlineData("services:\n  db:\n    ports: !override\n")]
    [InlineData("services:\n  db: !reset\n    image: mysql\n")]
    [InlineData("services:\n  db:\n    image: mysql\n---\nservices:\n  db: !reset null\n")]
    [InlineData("services:\n  db:\n    ports: '1:1'\n")] // no list
    [InlineData("services:\n  db:\n    ports: ${PORTS}\n")]
    [InlineData("services:\n  db:\n    ports: { a: b }\n")]
    [InlineData("services:\n  db:\n    ports: ['127.0.0.1:3306:3306']\n")] // there already
    [InlineData("services:\n  db: { image: mysql, ports: }\n")] // no certain place
    [InlineData("services:\n  db: { image: }\n")]
    [InlineData("services:\n  db:\n    ports: [\n    ]\n")]
    [InlineData("services:\n  db:\n    ? ports\n    : - '1:1'\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    command: |\n      --one")] // the line end would be its text
    public void Without_a_certain_place_nothing_is_written(string before) => Assert.Null(Publish(before));

    /// <summary>A change travels in a diagnostic, and diagnostics go to logs.</summary>
    [Theory]
    [InlineData("services:\n  db:\n    image: mysql\n    environment:\n      MYSQL_PASSWORD: till-4711\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    environment:\n      MYSQL_PASSWORD: till-4711")]
    [InlineData("services:\n  db: { image: mysql, environment: { MYSQL_PASSWORD: till-4711 } }\n")]
    [InlineData("services:\n  db: { image: mysql, command: till-4711 }\n")]
    [InlineData("services:\n  db:\n    ports:\n    - '1:1' # till-4711\n")]
    [InlineData("services:\n  db:\n    ports: [\n      '1:1' # till-4711\n    ]\n")]
    public void No_edit_holds_a_part_of_a_password_and_each_knows_its_place(string before)
    {
        var edits = ComposeEditor.Add(ComposeFile.Read("docker-compose.yml", SourceText.From(before)), "db", "ports", new NewEntry(null, Entry))!.Value;
        Assert.Equal(Edit.Unchanged("docker-compose.yml", 12, "db"), edits[0]);
        Assert.Equal(Edit.SameLength("docker-compose.yml", before.Length), edits[^1]);
        foreach (var edit in edits[..^1])
        {
            Assert.True(edit.OldText.Length + edit.Before.Length + edit.Behind.Length > 0 || edit.Start == before.Length);
            Assert.DoesNotContain("4711"[^1], edit.OldText + edit.Before + edit.Behind + edit.NewText.ToString().Replace(Entry, "", StringComparison.Ordinal));
        }
    }

    public static TheoryData<string> Files => [.. SampleComposeFiles.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_whole_file_says_the_same_and_one_port_more(string name)
    {
        var text = SampleComposeFiles.Read(name);
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var (services, written) = CheckEach(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal));
            Assert.Equal(services, written);
        }
    }

    [Fact]
    public void A_generated_file_says_the_same_and_one_port_more()
    {
        var (services, written) = (0, 0);
        GeneratedServices.Files.Sample(
            text =>
            {
                var (some, of) = CheckEach(text);
                Interlocked.Add(ref services, some);
                Interlocked.Add(ref written, of);
            },
            iter: LongRuns.Of(1_500));

        // Most of them are for the editor: what it leaves alone proves nothing.
        Assert.InRange(written, services * 2 / 3, services - 1);
    }

    /// <summary>Any YAML as the body of a service, and a file that is broken anywhere.</summary>
    [Fact]
    public void Whatever_stands_in_a_file_says_the_same_and_one_port_more()
    {
        GeneratedYaml.Files.Sample(
            file =>
            {
                var lineEnd = file.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : file.Text.Contains('\r', StringComparison.Ordinal) ? "\r" : "\n";
                CheckEach("services:" + lineEnd + "  db:" + lineEnd + string.Concat(file.Text.Split(lineEnd).Where(line => line != "---").Select(line => (line.Length > 0 ? "    " : "") + line + lineEnd)), isStrange: true);
            },
            iter: LongRuns.Of(2_000));
        Gen.Select(GeneratedServices.Files, Gen.Int[0, int.MaxValue], Gen.OneOf("", "\n", " ", "\t", "'", "\"", "[", "}", ":", "- ", "#", "&a ", "*a", "!x ", ","), (text, place, added) =>
        {
            var at = place % (text.Length + 1);
            return added.Length == 0 ? text[..at] : text.Insert(at, added);
        }).Sample(text => CheckEach(text, isStrange: true), iter: LongRuns.Of(2_000));
    }

    /// <summary>Compose itself, which reads a file without an engine: its answer has the port, and is the same without it.</summary>
    [Theory]
    [InlineData("services:\n  db:\n    image: mysql\n  app:\n    image: app\n")]
    [InlineData("services:\n  db:\n    image: mysql\n    ports:\n      - target: 33060\n        published: 33060\n")] // a short entry beside a long one
    [InlineData("services:\n  db:\n    image: mysql\n    ports: [33060:33060, '1:1']\n")]
    [InlineData("services:\n  db: { image: mysql, environment: { A: b } }\n")]
    [InlineData("x-base: &base\n  restart: always\nservices:\n  db:\n    <<: *base\n    image: mysql\n")]
    public void Compose_reads_one_port_more(string before)
    {
        var (without, with) = (Compose(before), Compose(Publish(before)!));
        Assert.NotEqual(without, with);
        var lines = with.ToList();
        Assert.True(lines.Remove("    - 127.0.0.1:3306:3306/tcp"), string.Join("\n", with));
        Assert.Equal(without, without.Contains("    ports:") ? lines : lines.Where(line => line != "    ports:"));
    }

    private static string[] Compose(string text) => DockerCompose.Config("version: '3.8'\n" + text).Split('\n');

    /// <summary>Checks a case, and the same with CRLF.</summary>
    private static void Check(string marked)
    {
        var (before, after) = Edited.Parse(marked);
        Assert.Equal(after, Publish(before));
        Assert.Equal(after.Replace("\n", "\r\n", StringComparison.Ordinal), Publish(before.Replace("\n", "\r\n", StringComparison.Ordinal)));
        CheckEach(before);
    }

    private static string? Publish(string before, string service = "db", string entry = Entry)
    {
        var file = ComposeFile.Read("docker-compose.yml", SourceText.From(before));
        return ComposeEditor.Add(file, service, "ports", new NewEntry(null, entry)) is { } edits ? Edited.TextOf(file, edits) : null;
    }

    /// <summary>
    /// Publishes a port of each service by itself: YamlDotNet reads the same events and some more in one place, no tab and no other
    /// line end comes in, and every line is there as it was, but for one that grew or had no value.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="isStrange">True for a file that YamlDotNet may read in another way than we do, or refuse in some surroundings.</param>
    /// <returns>The services, and how many of them got a port.</returns>
    private static (int Services, int Written) CheckEach(string text, bool isStrange = false)
    {
        var (services, written) = (0, 0);
        var names = YamlReader.Read(text).Documents.OfType<YamlMapping>().Select(root => root["services"]).OfType<YamlMapping>()
            .SelectMany(mapping => mapping.Entries).Where(entry => entry.Value is YamlMapping).Select(entry => entry.Key).OfType<YamlScalar>().Select(key => key.Value).Distinct();
        foreach (var name in names)
        {
            services++;
            if (Publish(text, name, OtherEntry) is not { } after)
            {
                continue;
            }

            written++;
            AssertLines(text, after);
            Assert.Equal(OtherEntry, ((YamlScalar)((YamlSequence)ServiceNode.Find(ComposeFile.Read("", SourceText.From(after)), name)!.Body["ports"]!).Items[^1]).Value);
            if (isStrange ? YamlOracle.Agrees(text) && YamlOracle.Accepts(after) : YamlOracle.Accepts(text))
            {
                AssertOneMore(YamlOracle.Theirs(text), YamlOracle.Theirs(after));
            }
        }

        return (services, written);
    }

    private static void AssertOneMore(string before, string after)
    {
        const string pattern = """^(, )?((Plain|SingleQuoted|DoubleQuoted)"ports": )?\[?(, )?(Plain|SingleQuoted|DoubleQuoted)"127\.0\.0\.1:33999:3306"\]?(, )?$""";
        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = before.Skip(start).Reverse().Zip(after.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Matches("""^(Plain"(~|null|Null|NULL)?")?$""", before[start..^end]);

        // Where the same characters stand on both sides of what is new, any of them may be taken for its start.
        var added = after[start..^end];
        Assert.Contains(Enumerable.Range(0, added.Length), i => Regex.IsMatch(added[i..] + added[..i], pattern));
    }

    private static void AssertLines(string before, string after)
    {
        Assert.Equal(before.Count(c => c == '\t'), after.Count(c => c == '\t'));
        Assert.Subset(LineEnds(before.Contains('\r', StringComparison.Ordinal) || before.Contains('\n', StringComparison.Ordinal) ? before : "\n"), LineEnds(after));
        var (old, own) = (Lines(before), Lines(after));
        var start = old.Zip(own).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = old.Skip(start).Reverse().Zip(own.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.InRange(old.Length - start - end, 0, 1);

        static string[] Lines(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        static HashSet<string> LineEnds(string text) => [.. Regex.Matches(text, "\r\n|\r|\n").Select(match => match.Value)];
    }
}
