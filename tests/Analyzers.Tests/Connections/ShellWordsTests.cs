using System.Diagnostics;
using CsCheck;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Shell;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

public class ShellWordsTests
{
    private const string Shell = "/bin/sh";
    private const int Lines = 1_500;

    /// <summary>Prints the words of each line, or that the shell refuses it. What follows an operator is not run.</summary>
    private const string Script = """
        for line in "$@"; do
          (eval "set -- x $line" && shift && printf '%s\001' "$@" && printf '\002') 2>/dev/null || printf '!\002'
        done
        """;

    [Fact]
    public async Task Generated_lines_are_split_as_the_shell_splits_them()
    {
        Assert.SkipUnless(File.Exists(Shell), $"{Shell} is not there");
        var lines = new List<string>();
        Gen.Char["ab-='\" \\#"].Array[1, 24].Select(characters => new string(characters)).Sample(lines.Add, iter: Lines, threads: 1, seed: "0000KTm4hTk6");
        var start = new ProcessStartInfo(Shell) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { "-c", Script, "sh" }.Concat(lines))
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var answers = (await process.StandardOutput.ReadToEndAsync()).Split('\u0002');
        var compared = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (answers[i] != "!")
            {
                compared++;
                Assert.Equal(answers[i].Split('\u0001')[..^1].DefaultIfEmpty("").Where(word => word.Length > 0), Split(lines[i]).Select(word => word.Value).Where(word => word.Length > 0));
            }
        }

        Assert.InRange(compared, Lines / 4, Lines);
    }

    [Theory]
    [InlineData("a 'b c' \"d e\" f", "a|b c|d e|f")]
    [InlineData("a;b&&c|d", "a||b|||c||d")]
    [InlineData("a\\ b", "a b")]
    [InlineData("'open", "open")]
    [InlineData("a # b 'c\nd", "a||d")]
    [InlineData("#a", "")]
    [InlineData("a#b 'c # d' \\#e", "a#b|c # d|#e")]
    [InlineData("a;#b", "a|")]
    [InlineData("", "")]
    public void Words_and_operators_are_told_apart(string line, string words) => Assert.Equal(words, string.Join('|', Split(line).Select(word => word.Value)));

    [Fact]
    public void A_word_in_quotes_has_its_place_inside_them()
    {
        var word = Split("a 'b c'")[1];
        Assert.Equal((3, 3, 7, true), (word.Start, word.Length, word.End, word.IsWrittenAsItReads));
        Assert.False(Split("a'b'")[0].IsWrittenAsItReads);
    }

    private static List<ShellWord> Split(string line) => ShellWords.Split(DecodedText.Verbatim(line, 0), 0, line.Length, hasComments: true);
}
