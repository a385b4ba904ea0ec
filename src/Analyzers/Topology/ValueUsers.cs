using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>Who has a value, by the place where it is written, and whether it may be edited for one of them.</summary>
internal sealed class ValueUsers
{
    private readonly TopologyFiles _files;
    private readonly Dictionary<(string Path, TextSpan Span), ImmutableArray<User>> _users;
    private readonly ILookup<string, User> _builtFrom;

    public ValueUsers(ImmutableArray<Composition> compositions, TopologyFiles files)
    {
        _files = files;
        var users = compositions.SelectMany(static composition => composition.Services.Select(service => new User(composition, service))).ToArray();
        _users = users
            .SelectMany(static user => ValuesOf(user.Service).Select(value => (Key: (value.Place.Path, value.Place.Span), User: user)))
            .Where(static use => use.Key.Path is not null)
            .GroupBy(static use => use.Key)
            .ToDictionary(static uses => uses.Key, static uses => uses.Select(static use => use.User).ToImmutableArray());
        _builtFrom = users.Where(static user => user.Service.Build is { InlineDockerfile: null })
            .ToLookup(static user => user.Service.Build!.Dockerfile, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The services that have a value which is written at a place, alternatives included; for a Dockerfile, those that are built from it.</summary>
    public IEnumerable<DockerService> Of(Place place) => UsersOf(place).Select(static user => user.Service);

    /// <summary>Whether a range of a value may be edited for a service, and for no other.</summary>
    /// <param name="service">A service that has the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="start">Value index.</param>
    /// <param name="length">Number of value characters, at least one.</param>
    /// <param name="refusal">Why not. Who knows that the edit is right for all of <see cref="Of"/> may pass over an anchor and a service.</param>
    /// <returns>True for yes; <see cref="PlacedText.EditableSpan"/> says where.</returns>
    public bool MayEdit(DockerService service, PlacedText value, int start, int length, out EditRefusal refusal)
    {
        var found = RefusalOf(service, value, start, length);
        refusal = found ?? default;
        return found is null;
    }

    private EditRefusal? RefusalOf(DockerService service, PlacedText value, int start, int length)
    {
        if (value.EditableSpan(start, length) is not { } span)
        {
            var isWritten = value.Text is { } text && Enumerable.Range(start, length).Any(at => text.RunAt(at)?.IsOfTheTextItself == true);
            return UseIn(value, start, length) is { } use ? new EditRefusal(EditObstacle.Variable, use.Name)
                : new EditRefusal(isWritten ? EditObstacle.InPieces : EditObstacle.NotWritten, "");
        }

        var path = Paths.Normalize(value.Place.Path);
        if (_files.ComposeFileOf(path) is { } compose)
        {
            return compose.SharedAnchors.NameAt(span) is { } anchor ? new EditRefusal(EditObstacle.Anchor, anchor) : OfAnother(service, value.Place);
        }

        if (!FileKinds.IsOther(value.Place.Path))
        {
            return new EditRefusal(EditObstacle.NotWritten, "");
        }

        return NamedVariable(path, value.Place) is { } name ? new EditRefusal(EditObstacle.NamedVariable, name) : OfAnother(service, value.Place);
    }

    private static VariableUse? UseIn(PlacedText value, int start, int length) =>
        Enumerable.Range(start, length).Select(value.UseAt).FirstOrDefault(static use => use is not null);

    /// <summary>The first other service that has the value. One of the same name is the same one, seen from another set of files.</summary>
    private EditRefusal? OfAnother(DockerService service, Place place)
    {
        var users = UsersOf(place);
        var folder = users.FirstOrDefault(user => user.Service.Name == service.Name && user.Service.Place == service.Place)?.Composition.Folder;
        var other = users.FirstOrDefault(user => user.Service.Name != service.Name
            || (folder is not null && user.Composition.Folder != folder && user.Composition.Files.All(file => file.Path != place.Path)));
        return other is null ? null : new EditRefusal(EditObstacle.Service, other.Service.Name);
    }

    private ImmutableArray<User> UsersOf(Place place) => _users.TryGetValue((place.Path, place.Span), out var users) ? users
        : FileKinds.IsDockerfile(place.Path) ? _builtFrom[Paths.Normalize(place.Path)].ToImmutableArray()
        : ImmutableArray<User>.Empty;

    /// <summary>The variable of a <c>.env</c> whose value is written at a place, when it or a compose file beside it puts that variable in.</summary>
    private string? NamedVariable(string path, Place place)
    {
        if (!Paths.FileName(path).Equals(".env", StringComparison.OrdinalIgnoreCase) || _files.EnvironmentOf(path) is not { } file)
        {
            return null;
        }

        var name = file.Stream.Entries.FirstOrDefault(entry => entry.Value?.Span == place.Span)?.Key.Value;
        var texts = _files.Compose.Where(compose => Paths.AreEqual(Paths.Folder(Paths.Normalize(compose.Path)), Paths.Folder(path)))
            .Select(static compose => compose.Text);
        return name is not null && texts.Append(file.Text).Any(text => Variables.AreNamedIn(text.ToString(), name)) ? name : null;
    }

    /// <summary>All that a service has in words of its own.</summary>
    private static IEnumerable<PlacedText> ValuesOf(DockerService service) => service.Environment.Values.Concat(service.BuildArguments.Values)
        .Select(static variable => variable.Value)
        .Concat(service.Command)
        .Concat(service.HealthCheck)
        .Concat(service.Ports.SelectMany(static port => port.Written?.Parts ?? []).Select(static part => part.Value));

    /// <param name="Composition">What is started together.</param>
    /// <param name="Service">The service.</param>
    private sealed record User(Composition Composition, DockerService Service);
}
