using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

public sealed class PackageTests(PackedPackage package)
{
    private const string DllFolder = "analyzers/dotnet/roslyn4.8/cs/";

    private static readonly string[] s_severities = ["build/severity/all-warnings.globalconfig", "build/severity/errors.globalconfig", "build/severity/off.globalconfig"];

    [Fact]
    public void The_package_holds_these_files_and_no_other()
    {
        using var archive = ZipFile.OpenRead(package.FullPath);
        // The only name that NuGet makes up.
        var entries = archive.Entries.Select(entry => entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) ? "(core properties)" : entry.FullName);

        string[] expected =
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "(core properties)",
            "DockerConnectionStrings.Analyzers.nuspec",
            DllFolder + "DockerConnectionStrings.Analyzers.dll",
            DllFolder + "DockerConnectionStrings.CodeFixes.dll",
            "build/DockerConnectionStrings.Analyzers.targets",
            .. s_severities,
            "README.md",
            "icon.png",
            .. Pages(),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_describes_itself_and_depends_on_nothing()
    {
        using var archive = ZipFile.OpenRead(package.FullPath);
        using var stream = archive.GetEntry("DockerConnectionStrings.Analyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal(PackedPackage.Id, Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Contains("MySqlConnector", Value("tags"), StringComparison.Ordinal);
        Assert.Contains("published", Value("description"), StringComparison.Ordinal);
        Assert.Equal(Lines(File.ReadAllText(Repository.PathOf("CHANGELOG.md"))), Lines(Value("releaseNotes")));
        Assert.Null(Value("dependencies"));
    }

    [Fact]
    public void The_packages_links_come_from_RepositoryUrl_alone()
    {
        var address = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        using var archive = ZipFile.OpenRead(package.FullPath);
        using var stream = archive.GetEntry("DockerConnectionStrings.Analyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();

        var projectUrl = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "projectUrl")?.Value;
        var repository = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "repository")?.Attribute("url")?.Value;
        Assert.Equal(address, projectUrl ?? "");
        Assert.Equal(address, repository ?? "");
    }

    [Fact]
    public void The_readme_the_icon_and_the_pages_are_those_of_the_repository()
    {
        using var archive = ZipFile.OpenRead(package.FullPath);
        var pairs = Pages().Select(page => (page, page))
            .Concat(s_severities.Select(file => (file, "src/Package/" + file)))
            .Append(("README.md", "README.md"))
            .Append(("icon.png", "src/Package/icon.png"))
            .Append(("build/DockerConnectionStrings.Analyzers.targets", "src/Package/build/DockerConnectionStrings.Analyzers.targets"));
        foreach (var (entry, source) in pairs)
            Assert.Equal(File.ReadAllBytes(Repository.PathOf(source)), Bytes(archive, entry));

        Assert.Equal<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'], Bytes(archive, "icon.png")[..4]);
    }

    [Theory]
    [InlineData("DockerConnectionStrings.Analyzers.dll")]
    [InlineData("DockerConnectionStrings.CodeFixes.dll")]
    public void A_packed_assembly_names_no_path_of_the_machine_that_built_it(string name)
    {
        using var archive = ZipFile.OpenRead(package.FullPath);
        var bytes = Bytes(archive, DllFolder + name);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Repository.Root)));

        // The embedded symbols are compressed, so they are asked themselves.
        using var assembly = new PEReader(new MemoryStream(bytes));
        var symbols = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        var reader = provider.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToArray();
        Assert.NotEmpty(documents);
        // Sources of the repository, or what a generator adds by a relative name.
        Assert.All(documents, document => Assert.True(!Path.IsPathRooted(document) || document.StartsWith("/_/", StringComparison.Ordinal), document));
    }

    [Theory]
    [InlineData("DockerConnectionStrings.Analyzers.dll")]
    [InlineData("DockerConnectionStrings.CodeFixes.dll")]
    public void A_packed_assembly_needs_nothing_but_what_the_compiler_brings(string name)
    {
        using var archive = ZipFile.OpenRead(package.FullPath);
        using var assembly = new PEReader(new MemoryStream(Bytes(archive, DllFolder + name)));
        var reader = assembly.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name));

        Assert.All(references, reference => Assert.True(
            reference is "netstandard" or "DockerConnectionStrings.Analyzers"
            || reference.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || reference.StartsWith("System.", StringComparison.Ordinal),
            reference));
    }

    /// <summary>The pages for users, which link to each other.</summary>
    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(page => page is not ("docs/architecture.md" or "docs/releasing.md"));

    private static byte[] Bytes(ZipArchive archive, string entry)
    {
        using var stream = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string[] Lines(string? text) => text!.Trim().Split(["\r\n", "\n"], StringSplitOptions.None);
}
