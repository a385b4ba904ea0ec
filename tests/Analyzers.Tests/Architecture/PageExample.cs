using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>
/// An example of a page: a block <c>diff</c> with code or a bare connection text, or under "How to fix it" a block <c>csharp</c>
/// that a changed compose file repairs. The blocks before it in its section are the files beside it.
/// </summary>
/// <param name="Heading">The section.</param>
/// <param name="Before">The code, or a connection text alone.</param>
/// <param name="After">What it becomes; null where the compose file is changed.</param>
/// <param name="Files">Compose file and Dockerfile, by their names.</param>
/// <param name="Options">The lines that set options.</param>
internal sealed record PageExample(string Heading, string Before, string? After, ImmutableDictionary<string, string> Files, ImmutableArray<string> Options)
{
    public const string Compose = "docker-compose.yml";

    private const string Fence = "```";

    /// <summary>The compose file that repairs it, where the page shows one.</summary>
    public string? RepairedCompose { get; init; }

    /// <summary>The code, in a file that uses the usual clients.</summary>
    public string Code => InMethod(Before);

    public string? RepairedCode => After is null ? null : InMethod(After);

    /// <summary>The examples of a page, in their order.</summary>
    /// <param name="lines">The page.</param>
    public static ImmutableArray<PageExample> In(IEnumerable<string> lines)
    {
        var examples = ImmutableArray.CreateBuilder<PageExample>();
        var files = ImmutableDictionary<string, string>.Empty;
        var options = ImmutableArray<string>.Empty;
        foreach (var (heading, language, block) in Blocks(lines))
        {
            if (language.Length == 0)
            {
                (files, options) = (ImmutableDictionary<string, string>.Empty, ImmutableArray<string>.Empty);
            }
            else if (language == "yaml" && block[0] == "services:")
            {
                var text = string.Concat(block.Select(line => line + "\n"));
                if (examples is [.., { After: null, RepairedCompose: null } last] && last.Heading == heading)
                {
                    examples[^1] = last with { RepairedCompose = text };
                }

                files = files.SetItem(Compose, text);
            }
            else if (language == "dockerfile")
            {
                files = files.SetItem("Dockerfile", string.Join("\n", block));
            }
            else if (language == "ini")
            {
                options = [.. block.Where(line => line.StartsWith("docker_connection_strings.", StringComparison.Ordinal))];
            }
            else if (language == "diff")
            {
                examples.Add(new PageExample(heading, Side(block, '-'), Side(block, '+'), files, options));
            }
            else if (language == "csharp" && heading == "How to fix it")
            {
                examples.Add(new PageExample(heading, string.Join("\n", block), null, files, options));
            }
        }

        return examples.ToImmutable();
    }

    /// <summary>The lines of the page's first block of a language.</summary>
    public static ImmutableArray<string> FirstBlock(IEnumerable<string> lines, string language) => Blocks(lines).First(block => block.Language == language).Lines;

    /// <summary>Blocks with their language and section; each heading by itself, without a language.</summary>
    public static IEnumerable<(string Heading, string Language, ImmutableArray<string> Lines)> Blocks(IEnumerable<string> lines)
    {
        var heading = "";
        string? language = null;
        var block = ImmutableArray.CreateBuilder<string>();
        foreach (var line in lines)
        {
            if (language is not null && line == Fence)
            {
                yield return (heading, language, block.ToImmutable());
                language = null;
            }
            else if (language is not null)
            {
                block.Add(line);
            }
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = line[Fence.Length..];
                block.Clear();
            }
            else if (line.StartsWith("##", StringComparison.Ordinal))
            {
                heading = line.TrimStart('#').Trim();
                yield return (heading, "", []);
            }
        }
    }

    private static string Side(IEnumerable<string> block, char sign) => string.Join("\n", block.Where(line => line[0] == sign || line[0] == ' ').Select(line => line[1..]));

    private static string InMethod(string code) => $$"""
        using System;
        using System.Diagnostics;
        using System.Net.Http;
        using System.Net.Sockets;
        using Microsoft.Data.SqlClient;
        using MongoDB.Driver;
        using MySqlConnector;
        using Npgsql;
        using RabbitMQ.Client;
        using StackExchange.Redis;

        class Example
        {
            void Use(string host, int port)
            {
                {{(code.Contains('"', StringComparison.Ordinal) ? code : $"_ = new MySqlConnection(\"{code}\");")}}
            }
        }
        """;
}
