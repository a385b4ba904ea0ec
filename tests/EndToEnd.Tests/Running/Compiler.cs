using System.Globalization;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>The compiler's server of this run: a build starts it, as a user's build does, the later ones find it warm, and the run ends it.</summary>
internal static class Compiler
{
    /// <summary>What the build calls its pipe: nobody else's server is met, nor is ours.</summary>
    public static string Id { get; } = "dkc-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public static void Stop() =>
        Command.Dotnet(TestBuild.SdkFolder, Path.Combine(TestBuild.SdkFolder, "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + Id);
}
