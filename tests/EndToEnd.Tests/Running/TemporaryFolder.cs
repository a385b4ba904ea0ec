namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>A new folder outside the repository; it goes away, with all that is in it, when disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("dkc-").FullName;

    /// <summary>The full path of a file or folder given relative to this one, with forward slashes.</summary>
    public string PathOf(string relativePath) => Path.Combine(FullPath, relativePath.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Writes a file and the folders it needs.</summary>
    public void Write(string relativePath, string content)
    {
        var path = PathOf(relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (IOException)
        {
            // Something still holds a file: a leftover in the temporary folder is no reason to fail a test.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}
