using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Tests.Topology;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Started;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Usage;

/// <summary>Containers that C# code starts: what is read of them, and what the rules make of it.</summary>
public class StartedContainersTests
{
    private const string Shop = "mysql MySQL 3307:3306 MYSQL_DATABASE=shop";

    /// <summary>Statements that start the shop's database, each in another way.</summary>
    public static TheoryData<string> Starts =>
    [
        "Run(\"docker run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "Run(@\"docker run -d -p 3307:3306 -e \"\"MYSQL_DATABASE=shop\"\" mysql:8\");",
        "Run(\"\"\"docker run -d -p 3307:3306 -e \"MYSQL_DATABASE=shop\" mysql:8\"\"\");",
        "Run(\"\"\"\n    docker run -d \\\n      -p 3307:3306 -e MYSQL_DATABASE=shop \\\n      mysql:8\n    \"\"\");",
        "Run($\"docker run -d -p {Port}:3306 -e MYSQL_DATABASE={Database} mysql:{tag}\");",
        "Run($$\"\"\"docker run -d -p {{Port}}:3306 -e MYSQL_DATABASE={{Database}} mysql:8\"\"\");",
        "Run(\"docker run -d -p \" + Port + \":3306 -e MYSQL_DATABASE=\" + (Database) + \" mysql:8\");",
        "Run(\"docker \" + \"run -d -p 3307:3306 \" + (\"-e MYSQL_DATABASE=shop\" + \" mysql:8\"));",
        "Run($\"{Docker} run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "Run(Docker + \" run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "var command = \"docker run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\"; Run(command);",
        "shell.StandardInput.WriteLine(\"docker run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "Process.Start(\"docker\", \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "Process.Start(Docker, \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "var args = \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\"; Process.Start(\"docker\", args);",
        "Process.Start(\"/bin/bash\", \"-c \\\"docker run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\\\"\");",
        "Process.Start(\"bash\", new[] { \"-c\", \"docker run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\" });",
        "Process.Start(\"docker\", [\"run\", \"-d\", \"-p\", \"3307:3306\", \"-e\", \"MYSQL_DATABASE=shop\", \"mysql:8\"]);",
        "Process.Start(\"docker\", new[] { \"run\", \"-d\", \"-p\", $\"{Port}:3306\", \"-e\", \"MYSQL_DATABASE=shop\", \"mysql:8\" });",
        "Process.Start(\"sudo\", [\"docker\", \"run\", \"-d\", \"-p\", \"3307:3306\", \"-e\", \"MYSQL_DATABASE=shop\", \"mysql:8\"]);",
        "Process.Start(\"sudo\", \"docker run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "foreach (var line in new[] { \"docker rm -f db\", \"docker run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\" }) Run(line);",
        "await RunAsync(\"docker\", \"run\", \"-d\", \"-p\", \"3307:3306\", \"-e\", \"MYSQL_DATABASE=shop\", \"mysql:8\");",
        "_ = new ProcessStartInfo(\"docker\", \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");",
        "_ = new ProcessStartInfo(\"docker\") { Arguments = \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\" };",
        "_ = new ProcessStartInfo { Arguments = \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\", FileName = \"docker\" };",
        "_ = new Process { StartInfo = new ProcessStartInfo { FileName = \"docker\", Arguments = \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\" } };",
        "_ = new Process { StartInfo = { FileName = \"docker\", Arguments = \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\" } };",
        "_ = new ProcessStartInfo(\"docker\") { ArgumentList = { \"run\", \"-d\", \"-p\", \"3307:3306\", \"-e\", \"MYSQL_DATABASE=shop\", \"mysql:8\" } };",
        "var s = new ProcessStartInfo(\"docker\"); s.ArgumentList.Add(\"run\"); s.ArgumentList.Add(\"-p\"); s.ArgumentList.Add(\"3307:3306\"); s.ArgumentList.Add(\"-e\"); s.ArgumentList.Add(\"MYSQL_DATABASE=shop\"); s.ArgumentList.Add(\"mysql:8\");",
        "var p = new Process(); p.StartInfo.FileName = \"docker\"; p.StartInfo.Arguments = \"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\"; p.Start();",
        "ProcessStartInfo s = new(\"docker\"); s.Arguments = \"rm -f db\"; Process.Start(s); s.Arguments = \"run -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\"; Process.Start(s);",
        "await Cli.Wrap(\"docker\").WithArguments(\"run -d -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\").ExecuteAsync();",
        "await Cli.Wrap(\"docker\").WithArguments([\"run\", \"-d\", \"-p\", \"3307:3306\", \"-e\", \"MYSQL_DATABASE=shop\", \"mysql:8\"]).ExecuteAsync();",
        "await Cli.Wrap(\"docker\").WithValidation(x).WithArguments(a => a.Add(\"run\").Add(\"-p\").Add(\"3307:3306\").Add([\"-e\", \"MYSQL_DATABASE=shop\"]).Add(\"mysql:8\")).ExecuteAsync();",
        "_ = new ContainerBuilder().WithImage(\"mysql:8\").WithPortBinding(Port, 3306).WithEnvironment(\"MYSQL_DATABASE\", Database).Build();",
    ];

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_start_is_read(string statements) => Assert.Equal(Shop, Read(Class(statements)));

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_start_that_is_being_typed_is_taken(string statements)
    {
        var code = Class(statements);
        for (var i = code.IndexOf(statements, StringComparison.Ordinal); i < code.Length; i++)
        {
            Read(code[..i]);
            Read(code[..i] + "\"");
            Read(code.Remove(i, 1));
        }
    }

    [Theory]
    [InlineData("Process.Start(program, \"run -p 3307:3306 mysql\");")]
    [InlineData("Process.Start(\"git\", \"docker run -p 3307:3306 mysql\");")]
    [InlineData("Process.Start(\"ssh\", [\"build\", \"docker run -p 3307:3306 mysql\"]);")]
    [InlineData("Process.Start(\"ssh\", new[] { \"build\", \"docker run -p 3307:3306 mysql\" });")]
    [InlineData("await Cli.Wrap(\"ssh\").WithArguments(\"docker run -p 3307:3306 mysql\").ExecuteAsync();")]
    [InlineData("Process.Start(\"kubectl\", [\"exec\", \"docker\", \"run\", \"-p\", \"3307:3306\", \"mysql\"]);")]
    [InlineData("Process.Start(\"ssh\", \"build docker run -p 3307:3306 mysql\");")]
    [InlineData("Log(\"docker run -p 3307:3306 mysql\");")]
    [InlineData("_logger.LogInformation(\"docker run -p 3307:3306 mysql\");")]
    [InlineData("Console.WriteLine($\"docker run -p {Port}:3306 mysql\");")]
    [InlineData("throw new InvalidOperationException(\"docker run -p 3307:3306 mysql\");")]
    [InlineData("Run(\"Start it with docker run -p 3307:3306 mysql\");")]
    [InlineData("Run(\"echo docker run -p 3307:3306 mysql\");")]
    [InlineData("// docker run -p 3307:3306 mysql\n")]
    [InlineData("/* \"docker run -p 3307:3306 mysql\" */")]
    [InlineData("Run(program + \" run -p 3307:3306 mysql\");")]
    [InlineData("Run($\"{program} run -p 3307:3306 mysql\");")]
    [InlineData("var docker = \"docker\"; docker = \"echo\"; Process.Start(docker, \"run -p 3307:3306 mysql\");")]
    [InlineData("Run(\"docker compose up -d\");")]
    [InlineData("_ = new ContainerBuilder().RegisterType<Shop>();")]
    public void Another_text_is_none(string statements) => Assert.Equal("", Read(Class(statements)));

    [Theory]
    [InlineData("Run($\"docker run -p {port}:3306 mysql\");", "mysql MySQL ?:3306")]
    [InlineData("Run($\"docker run {options} -p 3307:3306 mysql\");", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("Run($\"docker run -p 3307:3306 {image}\");", "mysql MySQL 3307:3306")]
    [InlineData("Run(string.Format(\"docker run -p {0}:3306 mysql\", 3307));", "mysql MySQL ?:3306")]
    [InlineData("Process.Start(\"docker\", [\"run\", ..options, \"-p\", \"3307:3306\", \"mysql\"]);", "mysql MySQL 3307:3306 ports? env? open")]
    [InlineData("await RunAsync(\"docker\", \"run\", \"-p\", \"3307:3306\", \"mysql\", cancellationToken);", "mysql MySQL 3307:3306")]
    public void What_the_code_decides_at_run_time_is_not_known(string statements, string expected) => Assert.Equal(expected, Read(Class(statements)));

    [Fact]
    public void Attributes_and_documentation_start_nothing() => Assert.Equal("", Read("""
        /// <summary><c>"docker run -p 3307:3306 mysql"</c></summary>
        [Fact(Skip = "docker run -p 3307:3306 mysql")]
        class C;
        """));

    [Fact]
    public void Several_starts_come_in_the_order_of_the_file() => Assert.Equal("redis Redis 6380:6379 / mysql MySQL 3307:3306 / mongo MongoDB 27018:27017", Read(Class(
        "_ = new ContainerBuilder().WithImage(\"redis\").WithPortBinding(6380, 6379).Build(); Process.Start(\"docker\", \"run -p 3307:3306 mysql\"); Run(\"docker run -p 27018:27017 mongo\");")));

    [Fact]
    public Task A_published_port_is_right() => Verify.SilentAsync(InConnection("Server=127.0.0.1;Port=3307;Database=shop", "Run(\"docker run -p 3307:3306 mysql:8\");"));

    [Theory]
    [MemberData(nameof(Starts))]
    public Task Localhost_becomes_the_published_port(string statements) => Verify.CodeAsync(
        InConnection("Server=[|localhost|];Database=shop", statements), LocalhostInMySql.Id, InConnection("Server=127.0.0.1;Port=3307;Database=shop", statements));

    [Theory]
    [InlineData("Run($\"docker run -p {port}:3306 -e MYSQL_DATABASE=shop mysql:8\");")]
    [InlineData("Run($\"docker run {options} -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");")]
    [InlineData("Run(\"docker run -p 3306 -e MYSQL_DATABASE=shop mysql:8\");")]
    [InlineData("Run(\"docker run -p 3307:3306 -e MYSQL_DATABASE=other mysql:8\");")]
    [InlineData("_ = new MySqlBuilder().WithDatabase(\"shop\").Build();")]
    [InlineData("_ = new MySqlBuilder().WithDatabase(\"shop\").WithPortBinding(3306, true).Build();")]
    public Task A_port_that_is_not_known_is_not_written(string statements) => Verify.CodeAsync(
        InConnection("Server=[|localhost|];Database=shop", statements), LocalhostInMySql.Id, InConnection("Server=127.0.0.1;Database=shop", statements));

    [Fact]
    public async Task Another_file_may_start_it_and_the_message_says_where()
    {
        var message = await Verify.MessageAsync("Server=localhost;Database=shop", new TestProject().WithSource("Db.cs", "class Db\n{\n    object M() => Run(\"docker run -p 3307:3306 -e MYSQL_DATABASE=shop mysql:8\");\n}"));
        Assert.Contains("3307", message, StringComparison.Ordinal);
        Assert.Contains("Db.cs:3", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_ = new MySqlBuilder().Build();")]
    [InlineData("Run(\"docker run -P mysql:8\");")]
    [InlineData("Run(\"docker run -p 3306 mysql:8\");")]
    public Task A_container_on_a_random_port_does_not_stand_before_a_compose_file(string statements)
    {
        const string compose = "services: { mysql: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['3307:3306'] } }";
        return Verify.CodeAsync(
            InConnection("Server=[|localhost|];Database=shop", statements), LocalhostInMySql.Id, InConnection("Server=127.0.0.1;Port=3307;Database=shop", statements), new TestProject().With("../../compose.yml", compose));
    }

    [Fact]
    public async Task The_order_of_the_files_does_not_matter()
    {
        static string Start(int port) => $"class P{port} {{ object M() => Run(\"docker run -p {port}:3306 mysql\"); }}";
        var messages = new HashSet<string>();
        foreach (var (one, other) in new[] { (3307, 3308), (3308, 3307) })
        {
            var project = new TestProject().WithSource($"P{one}.cs", Start(one)).WithSource($"P{other}.cs", Start(other));
            messages.Add(await Verify.MessageAsync("Server=localhost;Database=shop", project));
        }

        Assert.Single(messages);
    }

    [Fact]
    public async Task A_file_that_changes_without_a_start_leaves_the_topology_as_it_is()
    {
        var solution = new TestProject().WithShopOnPort3307().WithSource("Db.cs", Class("Run(\"docker run -p 3308:3306 mysql\");")).WithSource("Code.cs", "class D;").ToSolution();
        var documents = solution.Projects.Single().Documents.ToDictionary(document => document.Name, document => document.Id);
        var first = await TopologyOfAsync(solution);
        Assert.Equal(2, first.Compositions.Length);
        Assert.Same(first, await TopologyOfAsync(solution.WithDocumentText(documents["Code.cs"], SourceText.From("class E { string s = \"docker run\"; }"))));
        Assert.NotSame(first, await TopologyOfAsync(solution.WithDocumentText(documents["Db.cs"], SourceText.From(Class("Run(\"docker run -p 3309:3306 mysql\");")))));
    }

    private static async Task<DockerTopology> TopologyOfAsync(Solution solution)
    {
        var project = solution.Projects.Single();
        var probe = new Probe();
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        await compilation!.WithAnalyzers([probe], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return probe.Topology!;
    }

    /// <summary>Takes the topology of a compilation.</summary>
#pragma warning disable RS1001, RS1025, RS1026, RS1036, RS1038, RS1041 // It is no analyzer of a package.
    private sealed class Probe : DiagnosticAnalyzer
    {
        public DockerTopology? Topology { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("PROBE", "Probe", "Probe", "Probe", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCompilationStartAction(start => Topology = new CompilationScope(start).Topology.Whole);
        }
    }
#pragma warning restore RS1001, RS1025, RS1026, RS1036, RS1038, RS1041

    private static string Class(string statements) => $$"""
        class C
        {
            private const int Port = 3307;
            private const string Database = "shop", Docker = "docker";

            async Task M(string program, string tag, int port, string image, string options, CancellationToken cancellationToken)
            {
                {{statements}}
            }
        }
        """;

    private static string InConnection(string text, string statements) =>
        Class(statements).Replace("async Task M", $"object N() => new MySqlConnector.MySqlConnection(\"{text}\");\n\n    async Task M", StringComparison.Ordinal);

    private static string Read(string code) => string.Join(" / ", CSharpStartedContainers.In(CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview), "/repo/Db.cs")).Select(Containers.Describe));
}
