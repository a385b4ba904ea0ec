using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>Files that are made up of pieces, each written in one of the ways that its format knows: what is repaired is hosts and ports, and every other character stays.</summary>
public class SettingEditTests
{
    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    public static TheoryData<string, int> Seeds
    {
        get
        {
            var seeds = new TheoryData<string, int>();
            foreach (var path in new[] { "appsettings.json", "App.config", "settings.yml" })
            {
                for (var seed = 0; seed < 6; seed++)
                {
                    seeds.Add(path, seed);
                }
            }

            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Only_hosts_and_ports_change(string path, int seed)
    {
        var (before, after) = new Writer(path, new Random(seed)).File();
        var solution = VerifyFile.With(s_shop, path, before).ToSolution();
        var repaired = await TestProject.FixAllAsync(solution.Projects.Single(), SettingRepair.Id, FixAllScope.Solution);
        Assert.Equal(after, repaired is null ? before : (await TestProject.FileTextsOfAsync(repaired, path)).Single().ToString());
        AssertRead(path, before);
        AssertRead(path, after);
        if (repaired is null)
        {
            return;
        }

        Assert.Null(await TestProject.FixAllAsync(repaired.Projects.Single(), SettingRepair.Id, FixAllScope.Solution));
        var first = (await TestProject.AnalyzeAsync(solution.Projects.Single())).First(diagnostic => diagnostic.Location.GetLineSpan().Path.EndsWith(path, StringComparison.Ordinal) && !RepairProperties.Read(diagnostic.Properties).Certain.IsEmpty);
        var whole = (await TestProject.ActionsAsync(solution.Projects.Single(), first)).Last();
        Assert.Equal(after, (await TestProject.FileTextsOfAsync(await TestProject.ApplyAsync(whole), path)).Single().ToString());
    }

    /// <summary>The platform's own readers take the file.</summary>
    private static void AssertRead(string path, string text)
    {
        switch (Path.GetExtension(path))
        {
            case ".json":
                using (JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }))
                {
                }

                break;
            case ".config":
                XDocument.Parse(text);
                break;
            default:
                new YamlDotNet.RepresentationModel.YamlStream().Load(new StringReader(text));
                break;
        }
    }

    private sealed class Writer(string path, Random random)
    {
        private readonly StringBuilder _before = new();
        private readonly StringBuilder _after = new();
        private readonly string _newLine = random.Next(2) == 0 ? "\n" : "\r\n";
        private int _names;

        private string Kind => Path.GetExtension(path);

        public (string Before, string After) File()
        {
            Put(Kind switch { ".json" => "{" + _newLine + "\t// über; Server=localhost" + _newLine, ".config" => "<c>" + _newLine + "<!-- Server=localhost;Port=3306 -->" + _newLine, _ => "# Server=localhost" + _newLine });
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                if (random.Next(3) == 0)
                {
                    Group();
                }
                else
                {
                    Text();
                }
            }

            Put(Kind switch { ".json" => "\"end\": [ 1, \"localhost\", ], }" + _newLine, ".config" => "</c>", _ => "end: [ 1, localhost ]" + _newLine });
            return (_before.ToString(), _after.ToString());
        }

        private void Put(string text) => Put(text, text);

        private void Put(string before, string after)
        {
            _before.Append(before);
            _after.Append(after);
        }

        private string Name() => "MySql" + ++_names;

        private (string Old, string New) Host() => Pick(("localhost", "127.0.0.1"), ("172.17.0.2", "127.0.0.1"), ("mysql", "127.0.0.1"), ("db.example.com", "db.example.com"), ("LocalHost", "127.0.0.1"));

        private (string Old, string New) Pick(params (string Old, string New)[] all) => all[random.Next(all.Length)];

        private string Pick(params string[] all) => all[random.Next(all.Length)];

        /// <summary>A host, a port and a database that are settings of their own.</summary>
        private void Group()
        {
            var (host, newHost) = Host();
            var isKept = host == newHost;
            var parts = new List<Action>
            {
                () => Entry("Host", () => Value(host, newHost)),
                () => Entry("Port", () => Value("3306", isKept ? "3306" : "3307"), isNumber: random.Next(2) == 0),
                () => Entry("Database", () => Value("shop", "shop")),
                () => Entry("Password", () => Value("p&<>'wd", "p&<>'wd")),
            };
            var name = Name();
            Put(Kind switch { ".json" => $"\"{name}\" : {{", ".config" => $"<{name}>", _ => name + ":" + _newLine });
            foreach (var part in parts.OrderBy(_ => random.Next()).ToArray())
            {
                part();
            }

            Put(Kind switch { ".json" => "}," + _newLine, ".config" => $"</{name}>" + _newLine, _ => "" });
        }

        private void Entry(string name, Action value, bool isNumber = false)
        {
            switch (Kind)
            {
                case ".json":
                    Put($"\"{name}\"{Pick("", " ")}:{Pick("", " ", "\t", "/* c */", "// c" + _newLine)}");
                    if (isNumber)
                    {
                        _plain = true;
                        value();
                        _plain = false;
                    }
                    else
                    {
                        Put("\"");
                        value();
                        Put("\"");
                    }

                    Put(Pick(",", " ,", ", // c" + _newLine, "," + _newLine));
                    break;
                case ".config":
                    if (random.Next(2) == 0)
                    {
                        Put($"<{name}>");
                        value();
                        Put($"</{name}>{_newLine}");
                    }
                    else
                    {
                        Put($"<add  key='{name}'\tvalue = \"");
                        value();
                        Put("\"/>" + _newLine);
                    }

                    break;
                default:
                    var quote = isNumber ? "" : Pick("'", "\"");
                    Put($"  {name}: {Pick("", "&a" + _names + name + " ")}{quote}");
                    _quote = quote;
                    value();
                    Put(quote + Pick("", " # localhost", "  ") + _newLine);
                    break;
            }
        }

        private bool _plain;
        private string _quote = "\"";

        /// <summary>A value, each character of it written in some way; what is repaired is written plainly.</summary>
        private void Value(string before, string after)
        {
            var written = Written(before);
            Put(written, before == after ? written : after);
        }

        private string Written(string value)
        {
            var text = new StringBuilder();
            foreach (var c in value)
            {
                text.Append(Kind switch
                {
                    ".json" when _plain => c.ToString(),
                    ".json" when c == '"' => Pick("\\\"", "\\u0022"),
                    ".json" when c == '/' => Pick("/", "\\/", "\\u002F"),
                    ".json" => random.Next(5) == 0 ? $"\\u{(int)c:x4}" : c.ToString(),
                    ".config" when c is '<' or '&' or '>' or '"' or '\'' => c switch { '<' => Pick("&lt;", "&#60;"), '&' => "&amp;", '>' => "&gt;", '"' => "&quot;", _ => "&apos;" },
                    ".config" => random.Next(6) == 0 ? Pick($"&#{(int)c};", $"&#x{(int)c:X};") : c.ToString(),
                    _ when _quote == "'" => c == '\'' ? "''" : c.ToString(),
                    _ when _quote == "\"" => c is '"' or '\\' ? "\\" + c : random.Next(5) == 0 ? Pick($"\\x{(int)c:x2}", $"\\u{(int)c:X4}", $"\\U{(int)c:x8}") : c.ToString(),
                    _ => c.ToString(),
                });
            }

            return text.ToString();
        }

        private void Text()
        {
            var (host, newHost) = Host();
            var isKept = host == newHost;
            var name = Name();
            var form = random.Next(4);
            void Body()
            {
                void V(string value) => Value(value, value);
                var q = Pick("", "", "'", "\"");
                switch (form)
                {
                    case 0:
                        V(Pick("mysql://us3r:s3cr@", "mysql://us3r@"));
                        Value(host, newHost);
                        if (random.Next(2) == 0)
                        {
                            V(":");
                            Value("3306", isKept ? "3306" : "3307");
                        }
                        else
                        {
                            Put("", isKept ? "" : ":3307");
                        }

                        V("/shop" + Pick("", "?x=1"));
                        break;
                    case 1:
                        V($"{Pick("Server", "Host", "data source", "server")}={q}");
                        Value(host, newHost);
                        V(q);
                        V(";Database=shop;Password=\"a;b\";");
                        V("Port=");
                        Value("3306", isKept ? "3306" : "3307");
                        V(";Uid=us3r" + Pick("", ";"));
                        break;
                    case 2:
                        V("Port = ");
                        Value("3306", isKept ? "3306" : "3307");
                        V($" ; Pwd=localhost3306;Database=shop; Server = {q}");
                        Value(host, newHost);
                        V(q + Pick("", ";", " ; Uid=u"));
                        break;
                    default:
                        V($"Database=shop;Server={q}");
                        Value(host, newHost);
                        V(q);
                        Put("", isKept ? "" : ";Port=3307");
                        V(Pick("", ";Uid=us3r;Pwd=s3cr"));
                        break;
                }
            }

            switch (Kind)
            {
                case ".json":
                    Put($"\"{name}\" : \"");
                    Body();
                    Put("\"," + Pick("", "/* localhost */") + _newLine);
                    break;
                case ".config":
                    Put(random.Next(2) == 0 ? $"<add key=\"{name}\" value=\"" : $"<add value=\"");
                    Body();
                    Put($"\" name='{name}'/>" + _newLine);
                    break;
                default:
                    _quote = Pick("'", "\"");
                    Put($"{name}: {_quote}");
                    Body();
                    Put(_quote + _newLine);
                    break;
            }
        }
    }
}
