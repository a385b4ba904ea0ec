using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>The SDK's MSBuild in this process: what <c>dotnet msbuild -getItem</c> answers, without the start of a program for each question.</summary>
internal static class MSBuild
{
    private static readonly Lock s_oneAtATime = new();

    /// <summary>A project after its evaluation and, where a target is given, after that.</summary>
    /// <param name="project">The project's full path.</param>
    /// <param name="target">The target to run, or null.</param>
    /// <param name="properties">Global properties, as <c>Name=value</c>.</param>
    /// <returns>The project, and what <c>-v:detailed</c> prints.</returns>
    public static (ProjectInstance Project, string Output) Build(string project, string? target, params string[] properties)
    {
        var global = properties.Append("SharedCompilationId=" + Compiler.Id).Select(property => property.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        lock (s_oneAtATime)
        {
            using var projects = new ProjectCollection(
                global, [], [], ToolsetDefinitionLocations.Default, maxNodeCount: 1, onlyLogCriticalEvents: false, loadProjectsReadOnly: true, useAsynchronousLogging: false, reuseProjectRootElementCache: true);
            var instance = projects.LoadProject(project).CreateProjectInstance();
            var output = new StringBuilder();
            var logger = new ConsoleLogger(LoggerVerbosity.Detailed, text => output.Append(text), _ => { }, () => { });
            if (target is not null && !instance.Build([target], [logger]))
                Assert.Fail($"{project}: {target} failed.{Environment.NewLine}{output}");
            return (instance, output.ToString());
        }
    }

    // Before any method here is compiled: the assemblies lie in the SDK, and MSBuild asks the environment where its own parts are.
    [ModuleInitializer]
    internal static void Load()
    {
        Environment.SetEnvironmentVariable("MSBUILD_EXE_PATH", Path.Combine(TestBuild.SdkFolder, "MSBuild.dll"));
        Environment.SetEnvironmentVariable("MSBuildExtensionsPath", TestBuild.SdkFolder + Path.DirectorySeparatorChar);
        Environment.SetEnvironmentVariable("MSBuildSDKsPath", Path.Combine(TestBuild.SdkFolder, "Sdks"));
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(TestBuild.SdkFolder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
