using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Gathers what is done with a text: sinks as names, without symbols.</summary>
/// <param name="byNames">True where no symbols answer: then what is handed over counts alone, and searches as far as they are known.</param>
internal sealed class CSharpUses(bool byNames = false)
{
    private readonly ImmutableArray<Sink>.Builder _sinks = ImmutableArray.CreateBuilder<Sink>();
    private readonly ImmutableArray<Search>.Builder _searches = ImmutableArray.CreateBuilder<Search>();
    private readonly ImmutableArray<string>.Builder _names = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _languages = ImmutableArray.CreateBuilder<string>();

    /// <summary>Options that <c>+=</c> adds to a variable, and so to whatever it reaches.</summary>
    private readonly List<Override> _appended = [];
    private bool _isAppended;

    /// <summary>How many sinks are known so far.</summary>
    public int Count => _sinks.Count;

    public IEnumerable<string> Names => _names;

    public IEnumerable<Sink> Sinks => _sinks;

    public IEnumerable<Search> Searches => _searches;

    /// <summary>True when the text is handed on with a port that Testcontainers maps.</summary>
    public bool IsOfContainer { get; set; }

    public TextUses ToTextUses() => new(
        _isAppended ? _sinks.Select(sink => sink with { IsContinued = true, Overrides = sink.Overrides.AddRange(_appended) }).ToImmutableArray()
            : _sinks.ToImmutable(),
        _searches.ToImmutable(),
        IsOfContainer,
        _names.ToImmutable(),
        _languages.ToImmutable());

    /// <summary>Notes that code adds options to a variable that holds the text.</summary>
    public void Append(IEnumerable<Override> options)
    {
        _isAppended = true;
        _appended.AddRange(options);
    }

    public void AddSinks(IEnumerable<Sink> sinks) => _sinks.AddRange(sinks);

    public void AddSearches(IEnumerable<Search> searches) => _searches.AddRange(byNames ? searches.Where(static search => search.Text is not null) : searches);

    public void AddName(string name) => _names.Add(name);

    public void AddNames(IEnumerable<string> names) => _names.AddRange(names);

    public void AddLanguage(string? language)
    {
        if (language is not null)
        {
            _languages.Add(language);
        }
    }

    public void AddSymbol(ISymbol? symbol, Owner owner, SinkKind kind, TextTrail trail) => Add(
        owner.CarriesData ? SinkKind.Inert : kind, trail, owner.Namespace, owner.Name, symbol?.Name ?? "", owner.IsDriver,
        symbol?.DeclaringSyntaxReferences.IsEmpty == false);

    public void Add(
        SinkKind kind, TextTrail trail, string? declaredIn = null, string? type = null, string member = "", bool isDriverType = false, bool isOfSource = false)
    {
        if (byNames && kind != SinkKind.Argument)
        {
            return;
        }

        _sinks.Add(new Sink(kind, declaredIn, type, member)
        {
            IsDriverType = isDriverType,
            IsOfSource = isOfSource,
            IsContinued = trail.IsContinued,
            Overrides = trail.Overrides,
            IsDirect = !byNames && trail is { Hops: 0, IsContinued: false, IsInCallee: false },
        });
    }

    public void AddName(ExpressionSyntax key)
    {
        if (key is LiteralExpressionSyntax { Token.Value: string name })
        {
            _names.Add(name);
        }
    }

    public void AddLanguage(ISymbol symbol)
    {
        if (CSharpHolders.SyntaxOf(symbol) is { } language)
        {
            _languages.Add(language);
        }
    }
}
