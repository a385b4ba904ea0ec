using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

/// <summary>What a build of a Dockerfile ends on: what its last stage says, or the one that is built, over what that one is built from.</summary>
internal sealed record DockerfileStage
{
    private static readonly ImmutableDictionary<string, EnvironmentValue> s_none = ImmutableDictionary.Create<string, EnvironmentValue>(StringComparer.Ordinal);

    /// <summary>The image that it begins with; a hole for each argument that is not known. Null before the first <c>FROM</c>.</summary>
    public PlacedText? Image { get; private init; }

    /// <summary>The variables of <c>ENV</c>.</summary>
    public ImmutableDictionary<string, EnvironmentValue> Environment { get; private init; } = s_none;

    /// <summary>The arguments of the stage itself, with their defaults, whatever a build is given.</summary>
    public ImmutableDictionary<string, EnvironmentValue> Arguments { get; private init; } = s_none;

    /// <summary>What <c>EXPOSE</c> says: <c>8080</c>, <c>53/udp</c>.</summary>
    public ImmutableList<PlacedText> ExposedPorts { get; private init; } = ImmutableList<PlacedText>.Empty;

    public DockerfileCommand EntryPoint { get; private init; } = DockerfileCommand.None;

    public DockerfileCommand Command { get; private init; } = DockerfileCommand.None;

    /// <summary>The variables that count in the stage: its arguments, and over them <c>ENV</c>.</summary>
    private Variables Known { get; init; } = Variables.None;

    /// <summary>True where <see cref="Command"/> is that of another stage, or of none.</summary>
    private bool IsCommandInherited { get; init; } = true;

    /// <summary>Reads a Dockerfile.</summary>
    /// <param name="file">Its text, over the file that holds it.</param>
    /// <param name="target">The stage that is built; null for the last one.</param>
    /// <param name="given">Arguments that the build is given, which count more than the Dockerfile's own defaults.</param>
    /// <returns>Null when there is no such stage.</returns>
    public static DockerfileStage? Read(PlacedText file, string? target, Variables given)
    {
        var stages = new Dictionary<string, DockerfileStage>(StringComparer.OrdinalIgnoreCase);
        var start = new DockerfileStage();
        DockerfileStage? stage = null;
        string? name = null;
        foreach (var instruction in file.Text is { } text ? DockerfileReader.Read(text) : ImmutableArray<DockerfileInstruction>.Empty)
        {
            if (instruction.Keyword == "FROM")
            {
                Keep(stages, name, stage);
                (stage, name) = Begin(new DockerfileWords(instruction, file.Place, start.Known), stages);
            }
            else if (stage is null)
            {
                start = start.With(instruction, file.Place, given, start);
            }
            else
            {
                stage = stage.With(instruction, file.Place, given, start);
            }
        }

        Keep(stages, name, stage);
        return target is null ? stage : stages.TryGetValue(target, out var built) ? built : null;
    }

    private static void Keep(Dictionary<string, DockerfileStage> stages, string? name, DockerfileStage? stage)
    {
        if (name is not null && stage is not null)
        {
            stages[name] = stage;
        }
    }

    /// <summary><c>FROM --platform=linux/amd64 image AS name</c>.</summary>
    private static (DockerfileStage Stage, string? Name) Begin(DockerfileWords from, Dictionary<string, DockerfileStage> stages)
    {
        var words = from.Words().SkipWhile(static word => word.Text!.Value.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var below = words.Length > 0 && words[0].Known is { } image && stages.TryGetValue(image, out var known) ? known : null;
        var stage = below is null
            ? new DockerfileStage { Image = words.Length > 0 ? words[0] : null }
            : below with
            {
                Arguments = s_none,
                Known = below.Environment.Values.Aggregate(Variables.None, static (all, one) => all.With(one.Name, one.Value)),
                IsCommandInherited = true,
            };
        return (stage, words is [_, { Known: { } sign }, { Known: { } name }] && sign.Equals("AS", StringComparison.OrdinalIgnoreCase) ? name : null);
    }

    private DockerfileStage With(DockerfileInstruction instruction, Place file, Variables given, DockerfileStage start)
    {
        var words = new DockerfileWords(instruction, file, Known);
        switch (instruction.Keyword)
        {
            case "ENV":
                var set = words.Variables().ToArray();
                return this with
                {
                    Environment = Environment.SetItems(set.Select(static one => new KeyValuePair<string, EnvironmentValue>(one.Name, one))),
                    Known = set.Aggregate(Known, static (all, one) => all.With(one.Name, one.Value)),
                };
            case "ARG":
                return words.Variables().Aggregate(this, (stage, argument) => stage.With(argument, given, start));
            case "EXPOSE":
                return this with { ExposedPorts = ExposedPorts.AddRange(words.Words()) };
            case "CMD":
                return this with { Command = words.Command(), IsCommandInherited = false };
            case "ENTRYPOINT":
                // Of what is built from another image, its own entry point ends the command of that image.
                return this with { EntryPoint = words.Command(), Command = IsCommandInherited ? DockerfileCommand.None : Command };
            default:
                return this;
        }
    }

    /// <summary>An argument has what the build is given, else its default, else what an <c>ARG</c> before the first stage says.</summary>
    private DockerfileStage With(EnvironmentValue argument, Variables given, DockerfileStage start)
    {
        var value = given.Find(argument.Name) ?? (argument.Text is null ? start.Known.Find(argument.Name) : argument.Value);
        var isSet = Environment.ContainsKey(argument.Name) || value is null;
        return this with { Arguments = Arguments.SetItem(argument.Name, argument), Known = isSet ? Known : Known.With(argument.Name, value!.Value) };
    }
}
