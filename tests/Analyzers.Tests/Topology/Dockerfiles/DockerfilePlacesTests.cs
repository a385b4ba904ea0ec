using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Tests.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Dockerfiles;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Dockerfiles;

/// <summary>Instructions of Dockerfiles are read as BuildKit does, and each value has its place.</summary>
public class DockerfilePlacesTests
{
    private const string Compose = "services: { db: { build: . } }";

    private static (DockerfileStage Stage, List<(string Path, TextSpan Span)> Marks) Read(string dockerfile, string compose = Compose)
    {
        var files = new MarkedFiles(("/repo/compose.yml", compose), ("/repo/Dockerfile", dockerfile));
        var topology = files.Read();
        return (topology.DockerfileOf(topology.Services.Single())!, files.Marks);
    }

    private static void AssertPlace(List<(string Path, TextSpan Span)> marks, PlacedText value, string expected)
    {
        Assert.Equal(expected, value.Known);
        Assert.Equal(marks.Single(), (value.Place.Path, value.EditableSpan(0, expected.Length)!.Value));
    }

    [Theory]
    [InlineData("ENV A=[|localhost|]", "localhost")]
    [InlineData("env A=b A=[|localhost|] C=d", "localhost")]
    [InlineData("ENV A=\"[|two words|]\"", "two words")]
    [InlineData("ENV A='[|two $words|]'", "two $words")]
    [InlineData("ENV A=[|a\\ b|]", "a b")]
    [InlineData("ENV A=\"[|\\\"a\\$b\\n|]\"", "\"a$b\\n")]
    [InlineData("ENV A [|the rest of it|] ", "the rest of it")]
    [InlineData("ENV A   [|localhost|]\r\nENV B=b\r\n", "localhost")]
    [InlineData("ENV B=b \\\n    A=[|localhost|] \\\n    C=c", "localhost")]
    [InlineData("ENV B=b \\\r\n  # comment \\\r\n\r\n A=[|localhost|]", "localhost")]
    [InlineData("# escape=`\nENV B=C:\\ `\n A=[|localhost|]", "localhost", "# escape=`\nFROM x\n")]
    [InlineData("ENV A=b\nRUN <<EOF\nENV A=c\nEOF\nENV A=[|localhost|]", "localhost")]
    [InlineData("RUN cat <<-\"E F\" <<X\nENV A=[|localhost|]", "localhost")]
    [InlineData("ENV A=[|localhost|]\nRUN <<-EOF\nENV A=c\n\tEOF\n#ENV A=d", "localhost")]
    [InlineData("ENV A=\"${B:-[|localhost|]}\"", "localhost")]
    public void A_variable_has_its_place(string instructions, string value, string from = "FROM x\n")
    {
        var (stage, marks) = Read(instructions.StartsWith('#') ? "# escape=`\nFROM x\n" + instructions[(instructions.IndexOf('\n', StringComparison.Ordinal) + 1)..] : from + instructions);
        AssertPlace(marks, stage.Environment["A"].Value, value);
        Assert.Equal("/repo/Dockerfile", stage.Environment["A"].KeyPlace.Path);
    }

    [Theory]
    [InlineData("ARG B=b\nENV A=$B", "b", "B")]
    [InlineData("ENV B=b\nARG B=c\nENV A=${B}", "b", "B")]
    [InlineData("ARG GLOBAL\nENV A=${GLOBAL}", "g", "GLOBAL")]
    [InlineData("ENV A=$GLOBAL", null, "GLOBAL")]
    [InlineData("ARG GIVEN=default\nENV A=$GIVEN", "given", "GIVEN")]
    [InlineData("ARG SHELL=default\nENV A=$SHELL", null, "SHELL")]
    [InlineData("ENV A=$NOWHERE", null, "NOWHERE")]
    [InlineData("ENV A=${B%x}", null, "B")]
    public void What_a_variable_gives_is_not_editable(string instructions, string? value, string variable)
    {
        var (stage, _) = Read("ARG GLOBAL=g\nFROM x\n" + instructions, "services: { db: { build: { context: ., args: { GIVEN: given, SHELL: } } } }");
        var a = stage.Environment["A"].Value;
        Assert.Equal((value, variable), (a.Known, a.UseAt(0)?.Name));
        Assert.Null(a.EditableSpan(0, 1));
    }

    [Fact]
    public void An_argument_has_its_default_and_one_without_has_none()
    {
        var (stage, marks) = Read("FROM x\nARG A=[|localhost|] B");
        AssertPlace(marks, stage.Arguments["A"].Value, "localhost");
        Assert.Null(stage.Arguments["B"].Text);
    }

    [Theory]
    [InlineData("EXPOSE 80 [|5432/tcp|]", "5432/tcp")]
    [InlineData("EXPOSE 80\\\n [|5432|]", "5432")]
    public void A_port_that_is_exposed_has_its_place(string instructions, string value)
    {
        var (stage, marks) = Read("FROM x\nENV P=1\n" + instructions);
        AssertPlace(marks, stage.ExposedPorts[1], value);
    }

    [Theory]
    [InlineData("CMD [\"dotnet\", \"[|Web.dll|]\"]", 1, "Web.dll", false)]
    [InlineData("CMD [ \"dotnet\", \\\n  \"[|a\\tb|]\" ]", 1, "a\tb", false)]
    [InlineData("CMD [|dotnet Web.dll --a=\"b\"|]", 0, "dotnet Web.dll --a=\"b\"", true)]
    [InlineData("CMD [|[ 'dotnet', 'Web.dll' ]|]", 0, "[ 'dotnet', 'Web.dll' ]", true)]
    public void A_word_of_a_command_has_its_place(string instructions, int word, string value, bool isShell)
    {
        var (stage, marks) = Read("FROM x\n" + instructions);
        Assert.Equal(isShell, stage.Command.IsShell);
        AssertPlace(marks, stage.Command.Words[word], value);
    }

    [Fact]
    public void A_text_over_several_lines_is_editable_between_their_ends()
    {
        var (stage, marks) = Read("FROM x\nENTRYPOINT dotnet Web.dll \\\n   # comment\n   --server=[|localhost|] --port=3306\n");
        var text = stage.EntryPoint.Words.Single();
        Assert.Equal("dotnet Web.dll    --server=localhost --port=3306", text.Known);
        Assert.Equal(marks.Single().Span, text.EditableSpan(text.Known!.IndexOf("localhost", StringComparison.Ordinal), 9));
        Assert.Null(text.EditableSpan(0, text.Known.Length));
    }

    /// <summary>Image, <c>A</c>, command of the stage that is built.</summary>
    [Theory]
    [InlineData("FROM a\nENV A=1\nFROM b\nCMD c", null, "b  c")]
    [InlineData("FROM a AS base\nENV A=1\nCMD c\nFROM base AS final\nENV A=2", null, "a 2 c")]
    [InlineData("FROM a AS base\nENV A=1\nCMD c\nFROM base\nENTRYPOINT e", null, "a 1 ")]
    [InlineData("FROM a AS base\nENV A=1\nCMD c\nENTRYPOINT e", null, "a 1 c")]
    [InlineData("FROM a AS one\nENV A=1\nFROM b AS two\nENV A=2", "ONE", "a 1 ")]
    [InlineData("FROM a AS one\nENV A=1\nFROM b AS two\nENV A=2", "two", "b 2 ")]
    [InlineData("FROM a AS one\nENV A=1", "three", null)]
    [InlineData("ARG V=8\nFROM --platform=linux/amd64 mysql:${V}", null, "mysql:8  ")]
    [InlineData("FROM mysql:${V}", null, "mysql:\uFFFC  ")]
    [InlineData("", null, null)]
    [InlineData("ENV A=1", null, null)]
    public void The_stage_that_is_built_tells(string dockerfile, string? target, string? expected)
    {
        var stage = DockerfileStage.Read(PlacedText.Whole(new("/repo/Dockerfile", SourceText.From(dockerfile), default))!.Value, target, Variables.None);
        Assert.Equal(expected, stage is null ? null : $"{stage.Image?.Text?.Value} {(stage.Environment.TryGetValue("A", out var a) ? a.Known : "")} {string.Join(' ', stage.Command.Words.Select(word => word.Known))}");
    }

    [Fact]
    public void A_dockerfile_in_a_compose_file_has_its_places_there()
    {
        var (stage, marks) = Read("", "services:\n  db:\n    build:\n      context: .\n      dockerfile_inline: |\n        FROM x\n        ENV B=$$C A=[|localhost|]\n        CMD [\"${X:-a}\"]\n");
        AssertPlace(marks, stage.Environment["A"].Value, "localhost");
        Assert.Equal("a", stage.Command.Words.Single().Known);
    }

    [Fact]
    public void Two_services_of_one_dockerfile_share_what_it_says()
    {
        var topology = new MarkedFiles(("/repo/compose.yml", "services: { a: { build: . }, b: { build: { context: . } } }"), ("/repo/Dockerfile", "FROM x\nENV A=a")).Read();
        var a = topology.Services.Single(service => service.Name == "a");
        var value = topology.DockerfileOf(a)!.Environment["A"].Value;
        Assert.False(topology.Users.MayEdit(a, value, 0, 1, out var refusal));
        Assert.Equal("is that of 'b', too", refusal.Words);
    }

    [Fact]
    public void Every_beginning_of_a_file_is_read()
    {
        const string Text = "# escape=`\nARG A=\"b c\" D\nFROM --platform=x mysql:${A:-8} AS base\nENV A='b' `\n # c\n C=${D:+e} F $G\nEXPOSE 80/tcp $P\nRUN <<EOF\nENV x\nEOF\nCMD [\"a\", \"\\u0041\"]\nENTRYPOINT a \"b";
        for (var end = 0; end <= Text.Length; end++)
        {
            _ = DockerfileStage.Read(PlacedText.Whole(new("/Dockerfile", SourceText.From(Text[..end]), default))!.Value, null, Variables.None);
        }
    }

    /// <summary>Twice the text takes about twice the time.</summary>
    [Theory]
    [InlineData("RUN <<A\n")]
    [InlineData("ENV A=$A$A\\\n")]
    [InlineData("EXPOSE 80\n")]
    [InlineData("\\\n")]
    [InlineData("FROM a AS a\n")]
    [InlineData("ARG A\n")]
    public void A_long_file_is_read_in_time(string line)
    {
        LinearTime.Assert(
            20_000,
            n => string.Concat(Enumerable.Repeat(line, n)),
            text => _ = DockerfileStage.Read(PlacedText.Whole(new("/Dockerfile", SourceText.From(text), default))!.Value, null, Variables.None));
        LinearTime.Assert(20_000, n => string.Concat(Enumerable.Repeat("FROM a\n" + line, n)), text => _ = DockerfileReader.Read(DecodedText.Verbatim(text, 0)));
    }
}
