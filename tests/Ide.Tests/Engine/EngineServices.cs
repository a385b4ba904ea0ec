using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Host;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Ide.Tests.Engine;

/// <summary>
/// The two services that Visual Studio and the C# language server ask for squiggles and lightbulbs. They are internal: all
/// reflection of the tests is here, and a member that has gone is named.
/// </summary>
internal static class EngineServices
{
    private static readonly Assembly Workspaces = typeof(Workspace).Assembly;
    private static readonly Assembly Features = Assembly.Load("Microsoft.CodeAnalysis.Features");

    private static readonly Type DiagnosticService = TypeOf(Features, "Microsoft.CodeAnalysis.Diagnostics.IDiagnosticAnalyzerService");
    private static readonly Type DiagnosticKind = TypeOf(Workspaces, "Microsoft.CodeAnalysis.Diagnostics.DiagnosticKind");
    private static readonly MethodInfo GetDiagnostics = MethodOf(
        TypeOf(Features, "Microsoft.CodeAnalysis.Diagnostics.IDiagnosticAnalyzerServiceExtensions"),
        "GetDiagnosticsForSpanAsync",
        DiagnosticService, typeof(TextDocument), typeof(TextSpan?), DiagnosticKind, typeof(CancellationToken));

    private static readonly MethodInfo ToDiagnostic = MethodOf(
        TypeOf(Workspaces, "Microsoft.CodeAnalysis.Diagnostics.DiagnosticData"), "ToDiagnosticAsync", typeof(Project), typeof(CancellationToken));

    private static readonly Type CodeFixService = TypeOf(Features, "Microsoft.CodeAnalysis.CodeFixes.ICodeFixService");
    private static readonly MethodInfo GetFixes = MethodOf(
        TypeOf(Features, "Microsoft.CodeAnalysis.CodeFixes.ICodeFixServiceExtensions"),
        "GetFixesAsync",
        CodeFixService, typeof(TextDocument), typeof(TextSpan), typeof(CancellationToken));

    private static readonly Type Collection = TypeOf(Features, "Microsoft.CodeAnalysis.CodeFixes.CodeFixCollection");
    private static readonly PropertyInfo ProviderOfCollection = Found(Collection.GetProperty("Provider"), Collection, "Provider");
    private static readonly PropertyInfo FixesOfCollection = Found(Collection.GetProperty("Fixes"), Collection, "Fixes");
    private static readonly Type Fix = TypeOf(Workspaces, "Microsoft.CodeAnalysis.CodeFixes.CodeFix");
    private static readonly FieldInfo ActionOfFix = Found(Fix.GetField("Action"), Fix, "Action");

    private static readonly Type ExportProvider = TypeOf(Workspaces, "Microsoft.CodeAnalysis.Host.Mef.IMefHostExportProvider");
    private static readonly MethodInfo GetExports = Found(
        ExportProvider.GetMethods().SingleOrDefault(method => method.Name == "GetExports" && method.GetGenericArguments().Length == 1), ExportProvider, "GetExports<T>()");

    /// <summary>All that the engine has to say in one document, C# or additional, and in no other.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(TextDocument document, CancellationToken cancellationToken)
    {
        var service = typeof(HostWorkspaceServices).GetMethod(nameof(HostWorkspaceServices.GetRequiredService))!
            .MakeGenericMethod(DiagnosticService).Invoke(document.Project.Solution.Workspace.Services, null);
        var all = Enum.Parse(DiagnosticKind, "All");
        var found = await ResultAsync<IEnumerable>(GetDiagnostics, null, service, document, null, all, cancellationToken);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var data in found)
        {
            diagnostics.Add(await ResultAsync<Diagnostic>(ToDiagnostic, data, document.Project, cancellationToken));
        }

        return diagnostics.ToImmutable();
    }

    /// <summary>The lightbulb's actions at a place, each with the provider it comes from: the packages' and the engine's own (suppress, configure).</summary>
    public static async Task<ImmutableArray<(object Provider, CodeAction Action)>> ActionsAsync(TextDocument document, TextSpan span, CancellationToken cancellationToken)
    {
        var host = document.Project.Solution.Workspace.Services.HostServices;
        Assert.True(ExportProvider.IsInstanceOfType(host), Gone(typeof(MefHostServices), "IMefHostExportProvider"));
        var exports = ((IEnumerable)GetExports.MakeGenericMethod(CodeFixService).Invoke(host, null)!).Cast<object>().Single();
        var service = exports.GetType().GetProperty("Value")!.GetValue(exports);
        var collections = await ResultAsync<IEnumerable>(GetFixes, null, service, document, span, cancellationToken);
        return [.. collections.Cast<object>().SelectMany(collection => ((IEnumerable)FixesOfCollection.GetValue(collection)!).Cast<object>(),
            (collection, fix) => (ProviderOfCollection.GetValue(collection)!, (CodeAction)ActionOfFix.GetValue(fix)!))];
    }

    private static async Task<T> ResultAsync<T>(MethodInfo method, object? target, params object?[] arguments)
    {
        Task task;
        try
        {
            task = (Task)method.Invoke(target, arguments)!;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }

        await task;
        return (T)typeof(Task<>).MakeGenericType(method.ReturnType.GetGenericArguments()).GetProperty("Result")!.GetValue(task)!;
    }

    private static Type TypeOf(Assembly assembly, string name) => assembly.GetType(name) ?? throw new MissingMemberException(Gone(assembly, name));

    private static MethodInfo MethodOf(Type type, string name, params Type[] parameters) => Found(
        type.GetMethod(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance, parameters),
        type,
        $"{name}({string.Join(", ", parameters.Select(parameter => parameter.Name))})");

    private static T Found<T>(T? member, Type type, string name) where T : MemberInfo => member ?? throw new MissingMemberException(Gone(type, name));

    private static string Gone(object owner, string member) =>
        $"Microsoft.CodeAnalysis.Features {Features.GetName().Version} no longer has {member} in {owner}; {nameof(EngineServices)} was written against 5.12.0.";
}
