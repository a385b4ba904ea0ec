using CsCheck;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Literals;

public class CSharpStringReaderTests
{
    /// <summary>Each case is a literal; the oracle is Roslyn's own value.</summary>
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"plain\"")]
    [InlineData(""" "\\ \" \' \0 \a \b \f \n \r \t \v" """)]
    [InlineData(""" "\x4 \x41 \x041 \x0041F \u0041 \U00000041 \U0001F600 \uD83D\uDE00" """)]
    [InlineData(""" @"C:\new ""quoted"" \x41" """)]
    [InlineData("@\"two\r\nlines\"")]
    [InlineData(""" "utf8 \t"u8 """)]
    [InlineData(""" @"utf8 "" "u8 """)]
    [InlineData("\"\"\"raw \\n \"quoted\" {brace}\"\"\"")]
    [InlineData("\"\"\"\"raw \"\"\" four\"\"\"\"")]
    [InlineData("\"\"\"raw\"\"\"u8")]
    [InlineData("\"\"\"\n    one\n      two\n\n   \n    three\n    \"\"\"")]
    [InlineData("\"\"\"\r\n    one\r\n    two\r\n    \"\"\"")]
    [InlineData("\"\"\"\n\tone\n\t\ttwo\n\t\"\"\"u8")]
    [InlineData("\"\"\"\n\n\"\"\"")]
    [InlineData("\"\"\"\none\n\"\"\"")]
    [InlineData("\"one\" + \"two\"")]
    [InlineData("(\"one\" + (\"t\\x77o\")) + @\"three\"")]
    [InlineData("\"one\" + (\"two\" + \"three\")")]
    public void A_constant_text_decodes_to_its_value(string literal)
    {
        var (expression, model) = Bind(literal);
        var text = Read(expression, model)!;
        var expected = model.GetConstantValue(expression, TestContext.Current.CancellationToken).Value as string
            ?? ((LiteralExpressionSyntax)expression).Token.ValueText;
        Assert.Equal(expected, text.Value);
        AssertPlaces(text, expression.SyntaxTree.ToString());
    }

    [Fact]
    public void The_escape_of_the_escape_character_is_read_where_the_compiler_knows_it()
    {
        var (expression, model) = Bind("\"a\\eb\"");
        var isKnown = !expression.ContainsDiagnostics;
        Assert.Equal(isKnown ? "a\u001bb" : null, Read(expression, model)?.Value);
    }

    /// <summary>Each case is an interpolated string, and its value with <c>#</c> for a hole.</summary>
    [Theory]
    [InlineData("$\"a{hole}b\"", "a#b")]
    [InlineData("$\"{hole}{hole}\"", "##")]
    [InlineData("$\"{{{hole}}} \\t\"", "{#} \t")]
    [InlineData("$@\"\"\"{hole}\"\" {{}} \\n\"", "\"#\" {} \\n")]
    [InlineData("$\"\"\"a \"{hole}\" b\"\"\"", "a \"#\" b")]
    [InlineData("$$\"\"\"a {b} {{hole}}\"\"\"", "a {b} #")]
    [InlineData("$\"\"\"\n    one {hole}\n      two {hole} {hole}\n\n    three{hole}\n    \"\"\"", "one #\n  two # #\n\nthree#")]
    [InlineData("$\"\"\"\n    {hole}\n    \"\"\"", "#")]
    [InlineData("$$\"\"\"\r\n\t{a}{{hole}}\r\n\tb\r\n\t\"\"\"", "{a}#\r\nb")]
    [InlineData("$\"a{3306}b{Constant}c{'x'}\"", "a3306bconstantcx")]
    [InlineData("$\"a{3306,8}b{3306:N}\"", "a#b#")]
    [InlineData("\"a\" + $\"b{hole}\" + \"c\"", "ab#c")]
    [InlineData("\"a\" + Constant + 'x' + 3306", "aconstantx3306")]
    [InlineData("Constant + \"a\"", "constanta")]
    [InlineData("\"a\" + nameof(hole)", "ahole")]
    public void An_interpolated_text_has_holes_and_constants(string literal, string expected)
    {
        var (expression, model) = Bind(literal);
        var text = Read(expression, model)!;
        Assert.Equal(expected.Replace('#', DecodedText.HoleCharacter), text.Value);
        AssertPlaces(text, expression.SyntaxTree.ToString());
    }

    [Theory]
    [InlineData("1 + 2 + \"a\"")]
    [InlineData("\"open")]
    [InlineData("\"bad \\q escape\"")]
    [InlineData("$\"open {hole")]
    [InlineData("$\"bad \\q escape\"")]
    [InlineData("\"\"\"\n  bad\n    \"\"\"")]
    public void What_is_half_typed_or_begins_with_no_text_is_not_read(string literal)
    {
        var (expression, model) = Bind(literal);
        Assert.Null(Read(expression, model));
    }

    /// <summary>The literal of a generated value in each form decodes to that value, each character to its place.</summary>
    [Fact]
    public void Generated_literals_of_every_form_decode_to_their_value()
    {
        var characters = Gen.OneOf(Gen.Char.AlphaNumeric, Gen.Char[" =;{}\"'\\\t\n\0é\u2028"], Gen.Char['\uD83D', '\uD83D']);
        var values = characters.Array[0, 24].Select(value => new string(value));
        Gen.Select(values, Gen.Int[0, 5], Gen.Int[0, 3]).Sample((value, form, seed) =>
        {
            var (literal, decoded) = Write(value, form, seed);
            var (expression, model) = Bind(literal);
            var text = Read(expression, model);
            Assert.NotNull(text);
            Assert.Equal(decoded, text.Value);
            AssertPlaces(text, expression.SyntaxTree.ToString());
        }, iter: LongRuns.Of(2_000), threads: 1);
    }

    [Fact]
    public void A_chain_of_ten_thousand_literals_is_read_without_a_deep_stack()
    {
        var chain = string.Join("+", Enumerable.Repeat("\"a\"", 10_000));
        var (expression, model) = Bind(chain);
        Assert.Equal(10_000, Read(expression, model)!.Value.Length);
    }

    private static (string Literal, string Decoded) Write(string value, int form, int seed) => form switch
    {
        0 => ($"\"{string.Concat(value.Select((character, i) => Escape(character, (i + seed) % 4)))}\"", value),
        1 => ($"@\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", value),
        2 => ($"$\"{string.Concat(value.Select((character, i) => character is '{' or '}' ? new string(character, 2) : Escape(character, (i + seed) % 4)))}\"", value),
        3 => ($"$@\"{value.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}\"", value),
        4 => Raw(value, seed, "\"\"\"\"\"\"\"\""),
        _ => Raw(value, seed, "$$$$$$$$$$$$$$$$$$$$$$$$$$$\"\"\"\"\"\"\"\""),
    };

    private static (string Literal, string Decoded) Raw(string value, int indentation, string open)
    {
        var body = new string(value.Where(character => character is not ('"' or '\u2028')).ToArray()).Replace('\n', ' ').Replace('\t', '\n');
        var indent = new string(' ', indentation);
        var quotes = open.TrimStart('$');
        return ($"{open}\n{string.Concat(body.Split('\n').Select(line => indent + line + "\n"))}{indent}{quotes}", body);
    }

    private static string Escape(char character, int style) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\0' => "\\0",
        '\u2028' => "\\u2028",
        '\uD83D' => "\\uD83D",
        _ => style switch { 0 => $"\\u{(int)character:X4}", 1 => $"\\x{(int)character:x4}", 2 => $"\\U{(int)character:X8}", _ => character.ToString() },
    };

    /// <summary>The runs abut in the value and cover it, their places ascend, and an identity run reads as it is written.</summary>
    private static void AssertPlaces(DecodedText text, string source)
    {
        var (valueEnd, sourceEnd) = (0, 0);
        foreach (var run in text.Runs)
        {
            Assert.Equal(valueEnd, run.ValueStart);
            Assert.True(run.SourceStart >= sourceEnd);
            (valueEnd, sourceEnd) = (run.ValueEnd, run.SourceEnd);
            if (run.Kind == RunKind.Identity)
            {
                Assert.Equal(text.Value[run.ValueStart..run.ValueEnd], source[run.SourceStart..run.SourceEnd]);
            }
        }

        Assert.Equal(text.Value.Length, valueEnd);
    }

    private static (ExpressionSyntax Expression, SemanticModel Model) Bind(string literal)
    {
        var tree = CSharpSyntaxTree.ParseText(
            $"class C {{ const string Constant = \"constant\"; void M(string hole) {{ var x = {literal}; }} }}", new CSharpParseOptions(LanguageVersion.Preview));
        var model = CSharpCompilation.Create("Test", [tree], References.Platform).GetSemanticModel(tree);
        var variable = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(variable => variable.Identifier.Text == "x");
        return (variable.Initializer!.Value, model);
    }

    private static DecodedText? Read(ExpressionSyntax expression, SemanticModel model) =>
        CSharpConcatenation.Read(expression, new CSharpOperands(model, static _ => [], TestContext.Current.CancellationToken));
}
