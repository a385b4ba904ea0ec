namespace DockerConnectionStrings.Analyzers.Options;

/// <summary>An option of <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
/// <typeparam name="T">What its value means.</typeparam>
/// <param name="Name">The key behind <c>docker_connection_strings.</c></param>
/// <param name="Default">What counts where no file sets it.</param>
/// <param name="Expected">What it takes, as the end of a sentence.</param>
/// <param name="TryParse">Reads a value; false for one that it cannot have.</param>
internal sealed record Option<T>(string Name, T Default, string Expected, TryParse<T> TryParse)
{
    /// <summary>The whole key.</summary>
    public string Key => Option.Prefix + Name;
}

internal static class Option
{
    /// <summary>How the key of each option begins.</summary>
    public const string Prefix = "docker_connection_strings.";
}

internal delegate bool TryParse<T>(string text, out T value);

/// <summary>An option with a value that it cannot have.</summary>
/// <param name="Key">The whole key.</param>
/// <param name="Value">What the file says.</param>
/// <param name="Expected">What it takes, as the end of a sentence.</param>
internal sealed record BadOption(string Key, string Value, string Expected);
