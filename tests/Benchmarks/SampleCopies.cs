using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// Copies of a sample outside the repository, each in a repository of its own, with the package as it is packed now or without it. They are built by a
/// compiler server that is theirs alone; it ends, and all goes away, when disposed.
/// </summary>
internal sealed class SampleCopies : IDisposable
{
    private const string PackageId = "DockerConnectionStrings.Analyzers";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    /// <summary>What <c>dotnet run</c> and the machine set for other builds than these.</summary>
    private static readonly string[] s_inheritedVariables =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILDUSESERVER", "UseSharedCompilation", "CI"];

    private readonly string _sample;
    private readonly string _root = FindRoot();
    private readonly string _folder = Directory.CreateTempSubdirectory("dkc-").FullName;
    private readonly string _id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    private readonly string _version;
    private readonly string _globalPackages;

    /// <param name="sample">The name of its folder and of its project.</param>
    public SampleCopies(string sample)
    {
        _sample = sample;
        _version = "0.1.0-cost." + _id;
        var answer = Run(_root, "nuget", "locals", "global-packages", "--list");
        _globalPackages = answer[(answer.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    /// <summary>Packs the package, for the copies that take it.</summary>
    public void Pack() =>
        Run(_root, "pack", "src/Package", "-c", "Release", "-p:Version=" + _version, "-p:UseSharedCompilation=false", "-o", PathOf("feed"), "--artifacts-path", PathOf("artifacts"));

    /// <summary>Copies the sample, without what a build makes, and restores it.</summary>
    public void Add(string name, bool hasPackage)
    {
        var source = Path.Combine(_root, "samples", _sample);
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, path);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                var copy = PathOf($"{name}/{_sample}/{relative}");
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(path, copy);
            }
        }

        Write($"{name}/.git/HEAD", "ref: refs/heads/main\n");
        File.Copy(Path.Combine(_root, "Directory.Packages.props"), PathOf($"{name}/Directory.Packages.props"));
        // A packages folder of its own over the user's: nothing is left there, and nothing that is there is downloaded.
        Write($"{name}/Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <SharedCompilationId>{_id}</SharedCompilationId>
                <RestoreAdditionalProjectSources>{PathOf("feed")}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{PathOf("packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{_globalPackages}</RestoreFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {(hasPackage ? $"""<PackageReference Include="{PackageId}" VersionOverride="{_version}" PrivateAssets="all" />""" : "")}
              </ItemGroup>
            </Project>
            """);
        Run(PathOf(name), "restore", _sample);
    }

    /// <summary>Builds a copy as after an edit of its <c>Program.cs</c>.</summary>
    /// <returns>What the build has printed.</returns>
    public string Build(string name, params string[] arguments)
    {
        File.SetLastWriteTimeUtc(PathOf($"{name}/{_sample}/Program.cs"), DateTime.UtcNow);
        return Run(PathOf(name), ["build", _sample, "--no-restore", .. arguments]);
    }

    public void Dispose()
    {
        var compilers = Run(_root, "msbuild", "src/Analyzers", "-getProperty:RoslynTargetsPath").Trim();
        Run(_folder, Path.Combine(compilers, "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _id);
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The server is still on its way out: a leftover in the temporary folder is no reason to fail.
        }
    }

    private string PathOf(string relativePath) => Path.Combine(_folder, relativePath);

    private void Write(string relativePath, string content)
    {
        var path = PathOf(relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Runs <c>dotnet</c>; anything but success is an exception with what it printed.</summary>
    private static string Run(string folder, params string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(dotnet, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in s_inheritedVariables)
        {
            start.Environment.Remove(name);
        }

        // One project needs no second node, and none stays behind.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Append(output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(output, e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"No end after {s_limit}: dotnet {string.Join(' ', arguments)}\n{output}");
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToString() : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}");
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Analyzers.sln above {AppContext.BaseDirectory}.");
    }
}
