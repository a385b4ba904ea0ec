using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DockerConnectionStrings.Analyzers.Tests.Verifier;

/// <summary>The assemblies that a test project references.</summary>
internal static class References
{
    /// <summary>The platform that runs the tests, without what packages of the tests lay beside them.</summary>
    public static ImmutableArray<MetadataReference> Platform { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name)))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static MetadataReference MySqlConnector { get; } = MetadataReference.CreateFromFile(typeof(MySqlConnector.MySqlConnection).Assembly.Location);

    public static MetadataReference MySqlData { get; } = Stub("MySql.Data", """
        namespace MySql.Data.MySqlClient
        {
            public class MySqlConnection : System.IDisposable
            {
                public MySqlConnection() { }
                public MySqlConnection(string connectionString) { }
                public string ConnectionString { get; set; } = "";
                public void Dispose() { }
            }

            public static class MySqlHelper { public static int ExecuteNonQuery(string connectionString, string commandText) => 0; }
        }
        """);

    public static MetadataReference SqlClient { get; } = Stub("Microsoft.Data.SqlClient", """
        namespace Microsoft.Data.SqlClient { public class SqlConnection { public SqlConnection(string connectionString) { } } }
        """);

    public static MetadataReference Npgsql { get; } = Stub("Npgsql", """
        namespace Npgsql { public class NpgsqlConnection { public NpgsqlConnection(string connectionString) { } } }
        """);

    public static MetadataReference EasyNetQ { get; } = Stub("EasyNetQ", """
        namespace EasyNetQ { public static class RabbitHutch { public static object CreateBus(string connectionString) => ""; } }
        """);

    public static MetadataReference EntityFramework { get; } = Stub("Microsoft.EntityFrameworkCore", """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContextOptionsBuilder { }
            public abstract class ServerVersion { public static ServerVersion AutoDetect(string connectionString) => null!; }
            public static class MySqlDbContextOptionsBuilderExtensions
            {
                public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder builder, string connectionString, ServerVersion version) => builder;
                public static DbContextOptionsBuilder UseMySQL(this DbContextOptionsBuilder builder, string connectionString) => builder;
            }

            public static class SqlServerDbContextOptionsExtensions
            {
                public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder builder, string connectionString) => builder;
            }
        }
        """);

    public static MetadataReference Xunit { get; } = Stub("xunit.core", """
        namespace Xunit { public static class Assert { public static void Equal(string? expected, string? actual) { } } }
        """);

    public static MetadataReference Logging { get; } = Stub("Microsoft.Extensions.Logging.Abstractions", """
        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { }
            public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string message, params object[] args) { } }
        }
        """);

    /// <summary>An assembly of a given name, for packages whose names and shapes matter and whose code does not.</summary>
    public static MetadataReference Stub(string assemblyName, string source)
    {
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source)],
            Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
