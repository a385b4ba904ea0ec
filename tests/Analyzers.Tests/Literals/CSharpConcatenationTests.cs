using System.Globalization;
using CsCheck;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Literals;

/// <summary>What calls compose, against what they return: the arguments are literals, so that each value is known.</summary>
public class CSharpConcatenationTests
{
    [Fact]
    public void Generated_calls_compose_what_they_return()
    {
        var pieces = Pick("Server=", "local", "{", "}", "{{", "}}", "{0}", "{1}", "{2}", "{0:X}", "{1,8}", ";Port=", "\\\"", "a\\\\b", "", "{9}", "{x}");
        var arguments = Pick("localhost", "3306", "", "a{b}", "x y");
        var calls = Gen.Select(pieces.Array[0, 8], arguments.Array[1, 3], Gen.Int[0, 2]);
        var compared = 0;
        calls.Sample(
            call =>
            {
                var format = string.Concat(call.Item1);
                var method = call.Item3;
                var values = call.Item2;
                var quoted = string.Join(", ", values.Select(value => $"\"{value}\""));
                var expression = method switch
                {
                    0 => $"string.Format(\"{format}\", {quoted})",
                    1 => $"string.Concat(\"{format}\", {quoted})",
                    _ => $"string.Join(\"{format}\", {quoted}, \"end\")",
                };
                var read = Read(expression);
                var text = SyntaxFactory.ParseToken($"\"{format}\"").ValueText;
                string? expected;
                try
                {
                    expected = method switch
                    {
                        0 => string.Format(CultureInfo.InvariantCulture, text, [.. values]),
                        1 => text + string.Concat(values),
                        _ => string.Join(text, [.. values, "end"]),
                    };
                }
                catch (FormatException)
                {
                    expected = null;
                }

                // What has a format of its own is a hole here, and so is an argument that is not there: the call throws.
                if (read is { HasHoles: false })
                {
                    compared++;
                    Assert.Equal(expected, read.Value);
                }
                else if (read is null)
                {
                    Assert.True(expected is null || format.Contains("{0:", StringComparison.Ordinal) || format.Contains("{1,", StringComparison.Ordinal), expression);
                }
            },
            iter: LongRuns.Of(2_000),
            threads: 1);
        Assert.InRange(compared, LongRuns.Of(2_000) / 4, LongRuns.Of(2_000));
    }

    [Theory]
    [InlineData("string.Concat(\"a\", hole, \"b\")", "a\uFFFCb")]
    [InlineData("string.Format(\"a{0}b\", hole)", "a\uFFFCb")]
    [InlineData("string.Format(\"a{0}b{0}\", \"x\")", "axbx")]
    [InlineData("string.Format(\"a{0}\", new object[] { \"x\" })", "a\uFFFC")]
    [InlineData("string.Format(\"a{0}\", 3306)", "a3306")]
    [InlineData("string.Format(null, \"a{0}\", \"x\")", "ax")]
    [InlineData("string.Concat(hole, \"a\")", "\uFFFCa")]
    [InlineData("string.Join(hole, \"a\", \"b\")", "a\uFFFCb")]
    [InlineData("string.Format(\"a{0\", \"x\")", null)]
    [InlineData("string.Format(\"a}\", \"x\")", null)]
    [InlineData("string.Format(format: \"a{0}\", arg0: \"x\")", null)]
    [InlineData("Other.Concat(\"a\", \"b\")", null)]
    public void What_is_not_known_is_a_hole(string expression, string? value) => Assert.Equal(value, Read(expression)?.Value);

    private static DecodedText? Read(string call)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C {{ object M(string hole) => {call}; }} class Other {{ public static string Concat(string a, string b) => a; }}");
        var model = CSharpCompilation.Create("Test", [tree], References.Platform).GetSemanticModel(tree);
        var expression = tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().First().Expression;
        return CSharpConcatenation.Read(expression, new CSharpOperands(model, static _ => [], TestContext.Current.CancellationToken));
    }

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);
}
