using CsCheck;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

/// <summary>
/// Whatever stands in a file: with the edits it says what it said and exactly what was asked for, to another reader of YAML, and
/// every other character is still there.
/// </summary>
public class ComposeEditorGeneratedTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("db", "3306", "a", " ", ":", ": ", " #", "#", "-", "'", "\"", "\\", "$", "{", "]", ",", "=b;", "yes", "é", "\t", "!", "*")
        .Array[0, 4].Select(pieces => string.Concat(pieces));

    private static readonly Gen<(string? Section, NewEntry Entry)> Entries = Gen.OneOf(
        Texts.Select(text => ((string?)"environment", new NewEntry("NEW_KEY", text))),
        Texts.Select(text => ((string?)"environment", new NewEntry("ConnectionStrings:Shop", "Server=db;" + text))),
        Gen.Const(((string?)"extra_hosts", new NewEntry("host.docker.internal", "host-gateway"))),
        Gen.OneOf("s0", "mq", "s9").Select(name => ((string?)"depends_on", new NewEntry(name, new NewMap(new NewEntry("condition", "service_healthy"))))),
        Gen.Const(((string?)null, new NewEntry("sysctls", new NewMap(new NewEntry("a", new NewList("b", "c: d")), new NewEntry("n", 10), new NewEntry("t", "10"))))));

    [Fact]
    public void An_entry_is_added_and_nothing_else_differs()
    {
        var (asked, written) = (0, 0);
        Gen.Select(GeneratedServices.Files, Entries).Sample(
            (text, added) =>
            {
                var (some, of) = CheckEach(text, added.Section, added.Entry);
                Interlocked.Add(ref asked, some);
                Interlocked.Add(ref written, of);
            },
            iter: LongRuns.Of(1_000));
        Assert.InRange(written, asked / 2, asked - 1);
    }

    [Fact]
    public void An_entry_is_added_to_a_broken_file_or_not()
    {
        Gen.Select(GeneratedServices.Files, Entries, Gen.Int[0, int.MaxValue], Gen.OneOf("", "\n", " ", "\t", "'", "\"", "[", "}", ":", "- ", "#", "&a ", "*a", "!x ", ",", "? ")).Sample(
            (text, added, place, broken) =>
            {
                var at = place % (text.Length + 1);
                CheckEach(broken.Length == 0 ? text[..at] : text.Insert(at, broken), added.Section, added.Entry);
            },
            iter: LongRuns.Of(1_000));
        Gen.Select(GeneratedYaml.Files, Entries, Gen.OneOf("environment", "depends_on", "extra_hosts")).Sample(
            (file, added, section) =>
            {
                var lineEnd = file.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : file.Text.Contains('\r', StringComparison.Ordinal) ? "\r" : "\n";
                CheckEach($"services:{lineEnd}  s0:{lineEnd}    {section}:{lineEnd}" + string.Concat(file.Text.Split(lineEnd).Where(line => line != "---")
                    .Select(line => (line.Length > 0 ? "      " : "") + line + lineEnd)), section, added.Entry);
            },
            iter: LongRuns.Of(1_000));
    }

    [Fact]
    public void A_value_is_set_and_nothing_else_differs()
    {
        var (asked, written) = (0, 0);
        var files = Gen.Frequency((3, GeneratedServices.Files.Select(text => (text, false))), (1, GeneratedYaml.Files.Select(file => (file.Text, true))));
        Gen.Select(files, Texts, Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 6]).Sample(
            (file, with, which, start, length) =>
            {
                Interlocked.Increment(ref asked);
                Interlocked.Add(ref written, CheckSet(file.Item1, file.Item2, with, which, start, length) ? 1 : 0);
            },
            iter: LongRuns.Of(2_500));
        Assert.InRange(written, asked / 4, asked - 1);
    }

    private static bool CheckSet(string text, bool isStrange, string with, int which, int start, int length)
    {
        var file = ComposeFile.Read("docker-compose.yml", SourceText.From(text));
        var scalars = file.Documents.SelectMany(ScalarsOf).ToArray();
        if (scalars.Length == 0)
        {
            return false;
        }

        var scalar = scalars[which % scalars.Length];
        start %= scalar.Value.Length + 1;
        length = Math.Min(length, scalar.Value.Length - start);
        if (ComposeEditor.Set(file, scalar, start, length, with) is not { } edits)
        {
            return false;
        }

        var after = Edited.TextOf(file, edits);
        Assert.InRange(edits.Count(edit => edit.OldText.Length > 0 && !edit.NewText.Equals(edit.OldText)), 0, 1);
        Assert.All(edits.Where(edit => !edit.NewText.Equals(edit.OldText)), edit => Assert.InRange(edit.OldText.Length, 0, length == 0 ? 0 : scalar.Text.EditableSpan(start, length)!.Value.Length));
        if (YamlOracle.Agrees(text) && Naive.Says(text, isRaw: true) is { } old && (!isStrange || Naive.Says(after, isRaw: true) is not null))
        {
            var own = Naive.Says(after, isRaw: true);
            Assert.True(own is not null, $"<{with}> in <{scalar.Value}>: {after}");
            Assert.Equal(old.Keys, own.Keys);
            var wanted = scalar.Value[..start] + with.Replace("$", "$$", StringComparison.Ordinal) + scalar.Value[(start + length)..];
            var differ = old.Where(line => own[line.Key] != line.Value).ToArray();

            // Two keys of one name and two tags are one line.
            Assert.InRange(differ.Length, wanted == scalar.Value || isStrange ? 0 : 1, wanted == scalar.Value ? 0 : 1);
            Assert.All(differ, line => Assert.Equal((scalar.Value, wanted), (line.Value, own[line.Key])));
        }

        return true;
    }

    /// <summary>Adds to each service by itself.</summary>
    /// <returns>The services, and how many of them got the entry.</returns>
    private static (int Services, int Written) CheckEach(string text, string? section, NewEntry entry)
    {
        var (services, written) = (0, 0);
        var names = YamlReader.Read(text).Documents.OfType<YamlMapping>().Select(root => root["services"]).OfType<YamlMapping>()
            .SelectMany(mapping => mapping.Entries).Where(own => own.Value is YamlMapping).Select(own => own.Key).OfType<YamlScalar>().Select(key => key.Value).Distinct();
        foreach (var name in names)
        {
            services++;
            var file = ComposeFile.Read("docker-compose.yml", SourceText.From(text));
            if ((section is null ? ComposeEditor.Add(file, name, entry) : ComposeEditor.Add(file, name, section, entry)) is not { } edits)
            {
                continue;
            }

            written++;
            var after = Edited.TextOf(file, edits);
            Assert.All(edits.Where(edit => !edit.NewText.Equals(edit.OldText)), edit => Assert.Matches(@"^(~|null|Null|NULL|\[ *\]|\{ *\}|- *|\[|\])?$", edit.OldText));
            if (YamlOracle.Agrees(text) && YamlOracle.Accepts(after))
            {
                Naive.AssertAdded(text, after, name, section, entry);
            }
        }

        return (services, written);
    }

    private static IEnumerable<YamlScalar> ScalarsOf(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(ScalarsOf),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => ScalarsOf(entry.Value)),
        _ => [],
    };
}
