using System.Text.Json;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>One result of a SARIF 2.1 log. Line and column count from 1; a related place reads <c>docker-compose.yml:7</c>.</summary>
internal sealed record SarifResult(string RuleId, string Level, string File, int Line, int Column, IReadOnlyList<string> RelatedPlaces)
{
    /// <summary>File, place and rule, as <see cref="BuildMessage.Place"/> writes them.</summary>
    public string Place => $"{File}({Line},{Column}): {Level} {RuleId}";

    public static IReadOnlyList<SarifResult> ReadAll(string path)
    {
        using var log = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(Read)
            .OrderBy(result => result.File, StringComparer.Ordinal).ThenBy(result => result.Line).ThenBy(result => result.Column)];
    }

    private static SarifResult Read(JsonElement result)
    {
        var (file, line, column) = PlaceOf(result.GetProperty("locations")[0]);
        var related = result.TryGetProperty("relatedLocations", out var locations)
            ? locations.EnumerateArray().Select(PlaceOf).Select(place => $"{place.File}:{place.Line}").ToArray()
            : [];
        return new SarifResult(result.GetProperty("ruleId").GetString()!, result.GetProperty("level").GetString()!, file, line, column, related);
    }

    private static (string File, int Line, int Column) PlaceOf(JsonElement location)
    {
        var physical = location.GetProperty("physicalLocation");
        var region = physical.GetProperty("region");
        return (Path.GetFileName(Uri.UnescapeDataString(physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!)),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32());
    }
}
