using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

/// <summary>In the cases the service is <c>api</c>, and each <c>+</c> line or <c>{+ +}</c> is what the editor adds; <c>{- -}</c> goes.</summary>
public class ComposeEditorAddTests
{
    private static readonly NewEntry s_variable = new("DB_HOST", "db");
    private static readonly NewEntry s_connection = new("ConnectionStrings__Shop", "Server=db,1433;Database=shop; # $1");
    private static readonly NewEntry s_host = new("host.docker.internal", "host-gateway");
    private static readonly NewEntry s_healthy = new("db", new NewMap(new NewEntry("condition", "service_healthy")));
    private static readonly NewEntry s_healthCheck = new("healthcheck", new NewMap(
        new NewEntry("test", new NewList("CMD", "mysqladmin", "ping", "-h", "127.0.0.1")), new NewEntry("interval", "5s"), new NewEntry("retries", 10)));

    [Theory]
    [InlineData("services:\n  api:\n    image: api\n    environment:\n      A: b\n+      DB_HOST: db\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: b # c\n+      DB_HOST: db\n      # D: e\n\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: 'b'\n+      DB_HOST: 'db'\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n      \"A\": \"b\"\n+      \"DB_HOST\": \"db\"\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n      A:\n+      DB_HOST: db\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: |\n        b\n        c\n+      DB_HOST: db\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment: &own\n      A: b\n+      DB_HOST: db\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment: !override\n      A: b\n+      DB_HOST: db\n    image: api\n")]
    [InlineData("x-env: &env\n  A: b\nservices:\n  api:\n    environment:\n      <<: *env\n+      DB_HOST: db\n    image: api\n")]
    [InlineData("services:\n    api:\n        environment:\n            A: b\n+            DB_HOST: db\n        image: api\n")]
    [InlineData("services:\n  api:\n    environment: { A: b{+, DB_HOST: db+} } # c\n")]
    [InlineData("services:\n  api:\n    environment: {A: \"b\"{+, DB_HOST: \"db\"+}}\n")]
    [InlineData("services:\n  api:\n    environment: {{+ DB_HOST: db +}}\n")]
    [InlineData("services:\n  api:\n    environment: { {+DB_HOST: db +}}\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment: {\n      A: b{+,+}\n+      DB_HOST: db\n    }\n")]
    [InlineData("{\n  \"services\": {\n    \"api\": {\n      \"environment\": {\n        \"A\": \"b\"{+,+}\n+        \"DB_HOST\": \"db\"\n      }\n    }\n  }\n}\n")]
    public void A_mapping_of_variables_gets_one_more(string marked) => Check(marked, "environment", s_variable);

    [Theory]
    [InlineData("services:\n  api:\n    environment:\n      - A=b\n+      - DB_HOST=db\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n    - A=b # c\n+    - DB_HOST=db\n    # - D=e\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n      - \"A=b\"\n+      - \"DB_HOST=db\"\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n      -  'A'\n+      -  'DB_HOST=db'\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment: ['A=b'{+, 'DB_HOST=db'+}]\n")]
    [InlineData("services:\n  api:\n    environment: [{+\"DB_HOST=db\"+}]\n")]
    [InlineData("services:\n  api:\n    environment:\n      - DB_HOSTNAME=x\n+      - DB_HOST=db\n")]
    [InlineData("services:\n  api:\n    environment:\n      - A=${B}\n+      - DB_HOST=db\n")]
    public void A_list_of_variables_gets_one_more(string marked) => Check(marked, "environment", s_variable);

    [Theory]
    [InlineData("services:\n  api:\n    image: api\n+    environment:\n+      DB_HOST: db\n")]
    [InlineData("services:\n  api:\n    image: 'api'\n+    environment:\n+      DB_HOST: 'db'\n")]
    [InlineData("services:\n  db:\n    environment:\n      - A=b\n  api:\n    image: api\n+    environment:\n+      - DB_HOST=db\n")]
    [InlineData("services:\n  db:\n    environment: {A: b}\n  api:\n    image: api\n+    environment: {DB_HOST: db}\n")]
    [InlineData("services:\n  db:\n    environment: [ 'A=b' ]\n  api:\n    image: api\n+    environment: [ 'DB_HOST=db' ]\n")]
    [InlineData("services:\n  api:\n    image: api\n    environment:\n+      DB_HOST: db\n")]
    [InlineData("services:\n  api:\n    environment: # none\n+      DB_HOST: db\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment: {+{ DB_HOST: db }+}{-~-}\n    image: api\n")]
    [InlineData("services:\n  db:\n    environment:\n    - A=b\n  api:\n    environment:\n+    - DB_HOST=db\n    image: api\n")]
    [InlineData("services:\n  api: { image: api{+, environment: { DB_HOST: db }+} }\n")]
    [InlineData("x-base: &base\n  restart: always\nservices:\n  api:\n    <<: *base\n    image: api\n+    environment:\n+      DB_HOST: db\n")]
    public void Variables_that_are_not_there_yet_are_written_as_the_nearest_are(string marked) => Check(marked, "environment", s_variable);

    [Theory]
    [InlineData("services:\n  api:\n    environment:\n      A: b\n+      ConnectionStrings__Shop: \"Server=db,1433;Database=shop; # $$1\"\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: 'b'\n+      ConnectionStrings__Shop: 'Server=db,1433;Database=shop; # $$1'\n")]
    [InlineData("services:\n  api:\n    environment:\n      - A=b\n+      - \"ConnectionStrings__Shop=Server=db,1433;Database=shop; # $$1\"\n")]
    [InlineData("services:\n  api:\n    image: 'api'\n    environment:\n      - A=b\n+      - 'ConnectionStrings__Shop=Server=db,1433;Database=shop; # $$1'\n")]
    [InlineData("services:\n  api:\n    environment: { A: b{+, ConnectionStrings__Shop: \"Server=db,1433;Database=shop; # $$1\"+} }\n")]
    public void A_value_has_the_quotes_that_it_needs(string marked) => Check(marked, "environment", s_connection);

    [Theory]
    [InlineData("services:\n  api:\n    image: api\n+    extra_hosts:\n+      - \"host.docker.internal:host-gateway\"\n")]
    [InlineData("services:\n  api:\n    extra_hosts:\n      - a:1.2.3.4\n+      - host.docker.internal:host-gateway\n")]
    [InlineData("services:\n  api:\n    extra_hosts:\n      - \"a=::1\"\n+      - \"host.docker.internal:host-gateway\"\n")]
    [InlineData("services:\n  api:\n    extra_hosts:\n      a: 1.2.3.4\n+      host.docker.internal: host-gateway\n")]
    [InlineData("services:\n  api:\n    extra_hosts: ['a:1.2.3.4'{+, 'host.docker.internal:host-gateway'+}]\n")]
    [InlineData("services:\n  api:\n    extra_hosts:\n      - host.docker.internal-api:1.2.3.4\n+      - host.docker.internal:host-gateway\n")]
    [InlineData("services:\n  db:\n    extra_hosts:\n      a: 1.2.3.4\n  api:\n    image: api\n+    extra_hosts:\n+      host.docker.internal: host-gateway\n")]
    public void A_host_is_added_in_the_form_of_the_section(string marked) => Check(marked, "extra_hosts", s_host);

    [Theory]
    [InlineData("services:\n  api:\n    image: api\n+    depends_on:\n+      db:\n+        condition: service_healthy\n")]
    [InlineData("services:\n  api:\n    depends_on:\n      mq:\n        condition: service_started\n+      db:\n+        condition: service_healthy\n    image: api\n")]
    [InlineData("services:\n  api:\n    depends_on:\n      {-- -}mq{+:+}\n+        condition: service_started\n+      db:\n+        condition: service_healthy\n    image: api\n")]
    [InlineData("services:\n  api:\n    depends_on:\n      {-- -}mq{+:+} # first\n+        condition: service_started\n\n      # second\n      {-- -}\"db\"{+:+}\n+        condition: service_healthy\n    image: api\n")]
    [InlineData("services:\n  api:\n    depends_on:\n    {-- -}{+  +}mq{+:+}\n+        condition: service_started\n    {-- -}{+  +}db{+:+}\n+        condition: service_healthy\n")]
    [InlineData("services:\n  api:\n    depends_on:\n      {--   -}db{+:+}\n+        condition: service_healthy\n    image: api\n")]
    [InlineData("services:\n  api:\n    depends_on: {-[-}{+{+}mq{+: {condition: service_started}, db: {condition: service_healthy}+}{-]-}{+}+}\n")]
    [InlineData("services:\n  api:\n    depends_on: {-[-}{+{+} \"db\"{+: { condition: service_healthy }+}, mq{+: { condition: service_started }+} {-]-}{+}+} # both\n")]
    [InlineData("services:\n  api: { image: api{+, depends_on: { db: { condition: service_healthy } }+} }\n")]
    [InlineData("services:\n  web:\n    depends_on: [db]\n  api:\n    image: api\n+    depends_on:\n+      db:\n+        condition: service_healthy\n")]
    public void A_condition_makes_a_list_a_mapping(string marked) => Check(marked, "depends_on", s_healthy);

    [Theory]
    [InlineData("services:\n  api:\n    image: api\n+    healthcheck:\n+      test: [\"CMD\", \"mysqladmin\", \"ping\", \"-h\", \"127.0.0.1\"]\n+      interval: 5s\n+      retries: 10\n")]
    [InlineData("services:\n    api:\n        image: 'api'\n+        healthcheck:\n+            test: ['CMD', 'mysqladmin', 'ping', '-h', '127.0.0.1']\n+            interval: '5s'\n+            retries: 10\n\n    db:\n        image: db\n")]
    [InlineData("services:\n  api: { image: api{+, healthcheck: { test: [\"CMD\", \"mysqladmin\", \"ping\", \"-h\", \"127.0.0.1\"], interval: 5s, retries: 10 }+} }\n")]
    [InlineData("{\"services\": {\"api\": {\"image\": \"api\"{+, \"healthcheck\": { \"test\": [\"CMD\", \"mysqladmin\", \"ping\", \"-h\", \"127.0.0.1\"], \"interval\": \"5s\", \"retries\": 10 }+}}}}\n")]
    public void A_section_is_added_as_a_whole(string marked) => Check(marked, null, s_healthCheck);

    [Theory]
    [InlineData("services:\n  api:\n    environment:\n      A: b", "services:\n  api:\n    environment:\n      A: b\n      DB_HOST: db")]
    [InlineData("services:\r  api:\r    environment:\r      A: b\r", "services:\r  api:\r    environment:\r      A: b\r      DB_HOST: db\r")]
    [InlineData("\uFEFFservices:\n  api:\n    environment:\n      - A", "\uFEFFservices:\n  api:\n    environment:\n      - A\n      - DB_HOST=db")]
    [InlineData("services:\n  api:\n    environment: {\n\t\tA: b }\n", "services:\n  api:\n    environment: {\n\t\tA: b, DB_HOST: db }\n")]
    [InlineData("services:\n  api:\n    image: a\n---\nservices:\n  api:\n    environment:\n      A: b\n", "services:\n  api:\n    image: a\n---\nservices:\n  api:\n    environment:\n      A: b\n      DB_HOST: db\n")]
    public void Line_ends_marks_tabs_and_other_documents_stay(string before, string after) => Assert.Equal(after, Add(before, "environment", s_variable));

    [Theory]
    [InlineData("services:\n  api:\n    environment:\n      DB_HOST: x\n")] // there already
    [InlineData("services:\n  api:\n    environment:\n      'DB_HOST':\n")]
    [InlineData("services:\n  api:\n    environment:\n      - DB_HOST=x\n")]
    [InlineData("services:\n  api:\n    environment:\n      - DB_HOST\n")]
    [InlineData("services:\n  api:\n    environment: { DB_HOST: x }\n")]
    [InlineData("services:\n  api:\n    environment:\n      - ${NAME}=x\n")] // may be there
    [InlineData("x-v: &v A=b\nservices:\n  api:\n    environment:\n      - *v\n")]
    [InlineData("services:\n  api:\n    environment:\n      - [A]\n")]
    [InlineData("x-env: &env\n  DB_HOST: x\nservices:\n  api:\n    environment:\n      <<: *env\n      A: b\n")] // taken over
    [InlineData("services:\n  api:\n    environment:\n      <<: *nobody\n")]
    [InlineData("x-base: &base\n  environment:\n    A: b\nservices:\n  api:\n    <<: *base\n    image: api\n")]
    [InlineData("services:\n  web:\n    environment: &env\n      A: b\n  api:\n    environment: *env\n")] // shared
    [InlineData("services:\n  api:\n    environment: &env\n      A: b\n  web:\n    environment: *env\n")]
    [InlineData("services:\n  api:\n    environment: &env\n      A: b\n  web:\n    environment:\n      <<: *env\n")]
    [InlineData("services:\n  api: &api\n    environment:\n      A: b\n  web: *api\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: b\n  web:\n    extends: api\n")]
    [InlineData("services:\n  api:\n    environment: !reset\n      A: b\n")]
    [InlineData("services:\n  api:\n    environment: !reset null\n")]
    [InlineData("services:\n  api:\n    environment: !override\n")]
    [InlineData("services:\n  api:\n    environment: A=b\n")] // no section
    [InlineData("services:\n  api:\n    environment: ''\n")]
    [InlineData("services:\n  api:\n    environment: ${ENV}\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: b\n    environment:\n      C: d\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: b\n  api:\n    image: api\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: 'b\n")] // no YAML
    [InlineData("services:\n  api:\n    environment:\n    \tA: b\n")]
    [InlineData("services:\n  api: { environment: }\n")] // no certain place
    [InlineData("services:\n  api:\n    environment: { A: }\n")]
    [InlineData("services:\n  api:\n    environment: {\n    }\n")]
    [InlineData("services:\n  api:\n    ? environment\n    : A: b\n")]
    [InlineData("services:\n  api:\n    environment:\n      A: |\n        b")]
    [InlineData("services:\n  web:\n    image: api\n")] // no service
    [InlineData("services:\n  - api\n")]
    [InlineData("")]
    public void Without_a_certain_place_no_variable_is_added(string before) => Assert.Null(Add(before, "environment", s_variable));

    [Theory]
    [InlineData("services:\n  api:\n    extra_hosts:\n      - host.docker.internal:host-gateway\n")]
    [InlineData("services:\n  api:\n    extra_hosts:\n      - \"host.docker.internal=1.2.3.4\"\n")]
    [InlineData("services:\n  api:\n    extra_hosts:\n      host.docker.internal: 1.2.3.4\n")]
    [InlineData("services:\n  api:\n    extra_hosts: host.docker.internal:host-gateway\n")]
    [InlineData("services:\n  api:\n    extra_hosts:\n      - ${HOST}:host-gateway\n")]
    [InlineData("x-h: &h ['a:1.2.3.4']\nservices:\n  api:\n    extra_hosts: *h\n")]
    public void Without_a_certain_place_no_host_is_added(string before) => Assert.Null(Add(before, "extra_hosts", s_host));

    [Theory]
    [InlineData("services:\n  api:\n    depends_on:\n      db:\n        condition: service_started\n")] // to be set, not added
    [InlineData("services:\n  api:\n    depends_on: []\n")] // no certain place
    [InlineData("services:\n  api:\n    depends_on: [mq, [db]]\n")]
    [InlineData("services:\n  api:\n    depends_on: [mq, mq]\n")]
    [InlineData("services:\n  api:\n    depends_on: ['$MQ']\n")]
    [InlineData("services:\n  api:\n    depends_on: [&mq mq]\n")]
    [InlineData("services:\n  api:\n    depends_on: [!!str mq]\n")]
    [InlineData("services:\n  api:\n    depends_on:\n      - mq\n      -\n        db\n")]
    [InlineData("services:\n  api:\n    depends_on:\n      -\n")]
    [InlineData("services:\n  api:\n    depends_on:\n      - mq\n        more\n")]
    [InlineData("services:\n  api:\n    depends_on: db\n")]
    [InlineData("services:\n  api:\n    depends_on: &d\n      - mq\n  web:\n    depends_on: *d\n")]
    [InlineData("services:\n  api:\n    depends_on: [ mq: x ]\n")]
    public void Without_a_certain_place_no_condition_is_added(string before) => Assert.Null(Add(before, "depends_on", s_healthy));

    [Theory]
    [InlineData("services:\n  api:\n    healthcheck:\n      disable: true\n")]
    [InlineData("services:\n  api:\n    healthcheck:\n")]
    [InlineData("x-base: &base\n  healthcheck: { disable: true }\nservices:\n  api:\n    <<: *base\n")]
    public void A_section_that_is_there_is_not_added(string before) => Assert.Null(Add(before, null, s_healthCheck));

    [Fact]
    public void An_entry_that_the_form_does_not_have_is_not_added()
    {
        const string text = "services:\n  api:\n    image: api\n";
        Assert.Null(Add(text, "ports", s_healthy with { Key = null }));
        Assert.Null(Add(text, "volumes", s_variable));
        Assert.Null(Add("services:\n  api:\n    environment:\n      A: b\n", "environment", new NewEntry(null, "C=d")));
        Assert.Null(Add("services:\n  api:\n    environment:\n      - A=b\n", "environment", s_healthy));
    }

    /// <summary>Compose itself, which reads YAML 1.1: each value comes out of it as the text that it was.</summary>
    [Fact]
    public void Compose_reads_each_value_as_the_text_that_it_is()
    {
        string[] values =
        [
            "db", "", " ", " a", "a ", "a: b", "a:", "a #b", "#a", "a#b", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "- a", "-a", "--a b", "? a", "?", ":a", "::1", "[a]", "{a}", "a, b", "'a'", "\"a\"", "it's", "a\\b", "a\"b",
            "yes", "No", "on", "OFF", "y", "N", "true", "False", "null", "~", "NULL", "1", "-1", "+1", "0", "007", "0x1F", "0b1", "0o7", "1_000", "1.5", ".5", "1.", "1e3", "1E-3", ".inf", "-.INF", ".nan", "80:80", "22:22", "3306:3306",
            "1:30.5", "127.0.0.1:80:80", "2001-12-14", "2001-12-14 21:59:43", "=", "<<", "...", "---", "--- a", "a\tb", "a\nb", "\n", "é😀", "\u00A0", "$", "$$", "${A}", "a$b", "Server=db,1433;Password=p#w'd\"x", "Server=db; Uid=a",
        ];
        foreach (var before in new[]
        {
            "services:\n  api:\n    image: api\n    environment:\n      A: b\n", "services:\n  api:\n    image: api\n    environment:\n      A: 'b'\n", "services:\n  api:\n    image: api\n    environment: {A: b}\n",
            "services:\n  api:\n    image: api\n    environment:\n      - A=b\n", "services:\n  api:\n    image: api\n    environment: [A=b]\n",
        })
        {
            var text = values.Select((value, i) => new NewEntry($"V{i}", value)).Aggregate(before, (text, entry) => Add(text, "environment", entry)!);
            var read = ((YamlDotNet.RepresentationModel.YamlMappingNode)Naive.Documents(DockerCompose.Config("version: '3.8'\n" + text)).Single()["services"]["api"]["environment"])
                .ToDictionary(entry => entry.Key.ToString(), entry => entry.Value.ToString());
            Assert.Equal(values.Select(value => value.Replace("$", "$$", StringComparison.Ordinal)), values.Select((_, i) => read[$"V{i}"]));
        }
    }

    private static void Check(string marked, string? section, NewEntry entry)
    {
        var (before, after) = Edited.Parse(marked);
        Assert.Equal(after, Add(before, section, entry));
        Assert.Equal(after.Replace("\n", "\r\n", StringComparison.Ordinal), Add(before.Replace("\n", "\r\n", StringComparison.Ordinal), section, entry));
        Naive.AssertAdded(before, after, "api", section, entry);
    }

    private static string? Add(string before, string? section, NewEntry entry)
    {
        var file = ComposeFile.Read("docker-compose.yml", SourceText.From(before));
        var edits = section is null ? ComposeEditor.Add(file, "api", entry) : ComposeEditor.Add(file, "api", section, entry);
        return edits is null ? null : Edited.TextOf(file, edits);
    }
}
