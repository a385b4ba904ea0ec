using System.Collections.Immutable;
using CsCheck;
using DockerConnectionStrings.Analyzers.Edits;

namespace DockerConnectionStrings.Analyzers.Tests.Edits;

/// <summary>Repairs travel as text, through logs and through hands that are not ours.</summary>
public class RepairPropertiesTests
{
    private static readonly Gen<string> Texts =
        Gen.OneOf("", "a", "3307", "\n", "\r\n", "\t", "\0", "\u001E", "\u001F", "\\", "\\u000A", ":", "4:", "é", "😀", "\uD800", "\uDC00", "\u2028", "\u0085", "\uFEFF", "\"", "|")
            .Array[0, 6].Select(string.Concat);

    private static readonly Gen<string?> Paths = Gen.OneOf<string?>(null, "docker-compose.yml", "C:\\a b\\App.config", "/é\n/x");

    private static readonly Gen<EditText> EditTexts = Gen.OneOf(
        Texts.Select(text => (EditText)text),
        Gen.Select(Gen.Int, Gen.Int[0, 99], Texts, Texts, Paths, (start, length, before, behind, path) =>
            (EditText)new Copy(start, length, before, behind, path) { Doubled = behind, Backslashed = before }))
        .Array[0, 4].Select(texts => texts.Aggregate(EditText.Empty, (all, text) => all + text));

    private static readonly Gen<Edit> Edits = Gen.Select(
        Gen.Int, Texts, EditTexts, Paths, Texts, Texts, (start, old, text, path, before, behind) => new Edit(start, old, text, path) { Before = before, Behind = behind });

    private static readonly Gen<OfferedRepairs> Repairs = Gen.Select(
        Texts, Texts, Edits.Array[0, 4], Gen.Bool, (title, key, edits, isCertain) => new Repair(title, key, [.. edits]) { IsCertain = isCertain })
        .Array[0, 4].Select(actions => new OfferedRepairs([.. actions]));

    [Fact]
    public void What_is_written_is_read_again() => Repairs.Sample(repairs => AssertEqual(repairs, RepairProperties.Read(RepairProperties.Write(repairs))), iter: LongRuns.Of(5_000));

    [Fact]
    public void No_control_character_travels() => Repairs.Sample(
        repairs => Assert.DoesNotContain(RepairProperties.Write(repairs).Values, value => value!.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\uFEFF')), iter: LongRuns.Of(2_000));

    [Fact]
    public void Damaged_properties_are_no_repairs_or_others_and_never_an_exception() => Gen.Select(
        Repairs, Gen.Int[0, int.MaxValue], Gen.OneOf("", "0", "9", ":", "\\", "-", "99999999999", "\n")).Sample(
        damaged =>
        {
            foreach (var (key, value) in RepairProperties.Write(damaged.Item1))
            {
                var at = damaged.Item2 % (value!.Length + 1);
                _ = RepairProperties.Read(ImmutableDictionary<string, string?>.Empty.Add(key, value[..at] + damaged.Item3 + value[at..]));
                var cut = RepairProperties.Read(ImmutableDictionary<string, string?>.Empty.Add(key, value[..at]));
                Assert.True(at == value.Length || cut.Actions.IsEmpty);
            }
        },
        iter: LongRuns.Of(5_000));

    [Theory]
    [InlineData("repairs", null)]
    [InlineData("repairs", "")]
    [InlineData("repairs", "yes")]
    [InlineData("repairs", "1:9")]
    [InlineData("repairs", "10:2147483647")]
    [InlineData("repairs", "2:-1")]
    [InlineData("repairs", "1:11:a1:b1:1")]
    [InlineData("repairs", "99999999999:1")]
    [InlineData("0.title", "Use 127.0.0.1")]
    public void A_foreign_property_is_no_repair(string key, string? value) => Assert.Empty(RepairProperties.Read(ImmutableDictionary<string, string?>.Empty.Add(key, value)).Actions);

    [Fact]
    public void Without_repairs_nothing_is_written() => Assert.Empty(RepairProperties.Write(OfferedRepairs.None));

    [Fact]
    public void The_certain_repair_is_one_of_the_actions()
    {
        var (first, second) = (new Repair("a", "a", [new Edit(0, "x", "y")]), new Repair("b", "b", [new Edit(1, "x", "y")]));
        var repairs = new OfferedRepairs([first, second]).WithCertain([new Edit(1, "x", "y")]);
        Assert.Equal([false, true], repairs.Actions.Select(action => action.IsCertain));
        Assert.Equal(second.Edits, repairs.Certain);
        Assert.Empty(repairs.OnRequest.Certain);
        Assert.Empty(repairs.WithCertain([]).Certain);
    }

    private static void AssertEqual(OfferedRepairs expected, OfferedRepairs actual)
    {
        Assert.Equal(expected.Actions.Length, actual.Actions.Length);
        foreach (var (old, own) in expected.Actions.Zip(actual.Actions))
        {
            Assert.Equal((old.Title, old.EquivalenceKey, old.IsCertain), (own.Title, own.EquivalenceKey, own.IsCertain));
            Assert.Equal(old.Edits.AsEnumerable(), own.Edits);
        }
    }
}
