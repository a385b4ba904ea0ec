using System.Reflection;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>What the build of these tests knew and wrote into their assembly.</summary>
internal static class TestBuild
{
    /// <summary>The folder of the SDK that built them.</summary>
    public static string SdkFolder { get; } = Path.GetFullPath(Metadata("SdkFolder"));

    /// <summary>The user's folder of unpacked NuGet packages.</summary>
    public static string GlobalPackages { get; } = Metadata("GlobalPackages");

    private static string Metadata(string key) =>
        typeof(TestBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
