using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>For whatever files: a character that may be edited is the one that stands there, and another one there changes nothing else of the value.</summary>
public class ComposePlacesPropertyTests
{
    /// <summary>What would take a character behind it for a part of a variable's name; a <c>$</c> may be an escape.</summary>
    private static readonly Regex s_dollar = new(@"(\$|\\u0024)(\w|\\u00\w\w)*\z");

    private static readonly Gen<string> s_part = Gen.OneOf(
        "a", "B9", "3306", " ", ";Port=", "x y", "$$", "$5", "${UNSET:-d e}", "${SET:-no}", "$SET", "${SET:+in}", "${UNSET-${UNSET:-n}}", "é", "\uD83D\uDE00", "it's", "\"q\"", "\\", "#", ": ", "<", "@");

    private static readonly Gen<string> s_value = s_part.Array[1, 6].Select(parts => "v" + string.Concat(parts).TrimEnd());

    /// <summary>A value in a style: the text behind <c>KEY: </c>, or the one behind <c>- </c> with the key in it.</summary>
    private static string Write(string value, int style, string indent) => style switch
    {
        0 when value.IndexOfAny([':', '#', '\\', '"', '\'']) < 0 => value,
        0 or 1 => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'",
        2 => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        3 => "\"" + string.Concat(value.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"))) + "\"",
        4 => "|-\n" + indent + value,
        5 => ">-\n" + indent + value.Replace("Port", "\n" + indent + "Port", StringComparison.Ordinal),
        6 => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("Port", "\n" + indent + "Port", StringComparison.Ordinal) + "\"",
        _ => "&anchor" + value.Length.ToString(CultureInfo.InvariantCulture) + " '" + value.Replace("'", "''", StringComparison.Ordinal) + "'",
    };

    private static readonly Gen<string> s_mapping = Gen.Select(s_value, Gen.Int[0, 7]).Array[1, 4]
        .Select(values => string.Concat(values.Select((value, i) => $"      K{i}: {Write(value.Item1, value.Item2, "        ")}\n")));

    private static readonly Gen<string> s_list = Gen.Select(s_value, Gen.Int[0, 6]).Array[1, 4]
        .Select(values => string.Concat(values.Select((value, i) => $"      - {Write($"K{i}={value.Item1}", value.Item2, "        ")}\n")));

    private static readonly Gen<string> s_environment = Gen.OneOf(s_mapping, s_list);

    private static readonly Gen<string> s_file = Gen.Select(s_value, Gen.Int[0, 2]).Array[1, 3].Select(values => string.Concat(values.Select((value, i) => $"F{i}=" + (value.Item2 switch
    {
        0 => "'" + value.Item1.Replace("'", "\\'", StringComparison.Ordinal) + "'",
        1 => "\"" + value.Item1.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        _ => value.Item1.Replace("#", "", StringComparison.Ordinal),
    }) + "\n")));

    private static readonly Gen<MarkedFiles> s_files = Gen.Select(s_environment, s_environment, s_mapping, s_environment, s_file).Select((own, based, merged, over, file) => new MarkedFiles(
        ("/repo/compose.yml",
            $"x-env: &env\n  environment: &inner\n{merged}services:\n  db:\n    image: x\n    env_file: one.env\n    environment:\n{own}"
            + $"  base:\n    image: x\n    environment:\n{based}  child:\n    extends: base\n  merged:\n    image: x\n    <<: *env\n  both:\n    extends: base\n    environment:\n      <<: *inner\n      OWN: v\n"),
        ("/repo/compose.override.yml", $"services:\n  db:\n    environment:\n{over}"),
        ("/repo/one.env", file),
        ("/repo/.env", "SET=shop\n")));

    [Fact]
    public void A_character_that_may_be_edited_is_the_one_that_stands_there() => s_files.Sample(
        files =>
        {
            foreach (var value in Values(files))
            {
                for (var i = 0; i < value.Text!.Value.Length; i++)
                {
                    var text = files.TextOf(value.Place.Path);
                    var run = value.Text.RunAt(i)!.Value;
                    if (value.Value.EditableSpan(i, 1) is not { } span)
                    {
                        Assert.True(value.Value.UseAt(i) is not null || s_dollar.IsMatch(text[..run.SourceStart]));
                    }
                    else if (run.IsWrittenAsItReads)
                    {
                        Assert.Equal((1, value.Text.Value[i]), (span.Length, text[span.Start]));
                    }
                }
            }
        },
        iter: 300);

    [Fact]
    public void Another_character_there_changes_that_character_of_the_value_alone() => Gen.Select(s_files, Gen.Int[0, 1_000_000]).Sample(
        (files, seed) =>
        {
            var random = new Random(seed);
            var values = Values(files).Where(value => value.Text!.Value.Length > 0).ToArray();
            for (var i = 0; i < 20; i++)
            {
                var value = values[random.Next(values.Length)];
                var at = random.Next(value.Text!.Value.Length);
                if (value.Value.EditableSpan(at, 1) is not { } span)
                {
                    continue;
                }

                var changed = Values(files.With(value.Place.Path, span, "Q")).Single(other => other.Name == value.Name && other.KeyPlace.Path == value.KeyPlace.Path && other.Service == value.Service);
                Assert.Equal(value.Text.Value.Remove(at, 1).Insert(at, "Q"), changed.Text!.Value);
            }
        },
        iter: 60);

    private static IEnumerable<ServiceValue> Values(MarkedFiles files) => files.Read().Compositions.Single(composition => composition.IsPlain).Services
        .SelectMany(service => service.Environment.Values.Select(value => new ServiceValue(service.Name, value))).Where(value => value.Text is not null);

    private readonly record struct ServiceValue(string Service, EnvironmentValue Variable)
    {
        public string Name => Variable.Name;

        public DecodedText? Text => Variable.Text;

        public Place Place => Variable.Place;

        public Place KeyPlace => Variable.KeyPlace;

        public PlacedText Value => Variable.Value;
    }
}
