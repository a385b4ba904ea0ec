using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

public class LocalhostInMySqlTests
{
    [Theory]
    [InlineData("Server=[|localhost|];Uid=root", "Server=127.0.0.1;Uid=root")]
    [InlineData("server=[|LOCALHOST|]", "server=127.0.0.1")]
    [InlineData("Host = [|localhost|] ; Database=shop", "Host = 127.0.0.1 ; Database=shop")]
    [InlineData("Data Source='[|localhost|]';Uid=a", "Data Source='127.0.0.1';Uid=a")]
    [InlineData("Uid=a;Address=[|localhost|]", "Uid=a;Address=127.0.0.1")]
    [InlineData("Server=first;Host=[|localhost|]", "Server=first;Host=127.0.0.1")]
    [InlineData("Server=[|localhost|];Port=3399;Pwd='a;b=c'", "Server=127.0.0.1;Port=3399;Pwd='a;b=c'")]
    [InlineData("Server=[|localhost|];Pwd={hole}", "Server=127.0.0.1;Pwd={hole}")]
    [InlineData("Server=[|localhost|];Port={hole};Database=shop", "Server=127.0.0.1;Port={hole};Database=shop")]
    [InlineData("Server=[|localhost|];{hole}", "Server=127.0.0.1;{hole}")]
    [InlineData("Server=db1, [|localhost|] ,db2", "Server=db1, 127.0.0.1 ,db2")]
    [InlineData("Server=[|localhost|];SslMode=VerifyCA", "Server=127.0.0.1;SslMode=VerifyCA")]
    [InlineData("Server=[|localhost|];Protocol=tcp", "Server=127.0.0.1;Protocol=tcp")]
    [InlineData("Server=[|localhost|];Unknown Key=1;;", "Server=127.0.0.1;Unknown Key=1;;")]
    [InlineData("Server=[|loc\\u0061lhost|];Uid=\\x41\\t", "Server=127.0.0.1;Uid=\\x41\\t")]
    public Task Localhost_is_repaired(string text, string fixedText) => Verify.TextAsync(text, LocalhostInMySql.Id, fixedText);

    [Theory]
    [InlineData("Server=127.0.0.1;Uid=root")]
    [InlineData("Server=localhost1")]
    [InlineData("Server=mylocalhost")]
    [InlineData("Server=local host")]
    [InlineData("Server={hole}")]
    [InlineData("Server=local{hole}")]
    [InlineData("Server={hole}localhost")]
    [InlineData("{hole}Server=localhost")]
    [InlineData("Server=localhost;Host=db")]
    [InlineData("Server=localhost;Server=")]
    [InlineData("Server=localhost;Uid")]
    [InlineData("Server=localhost;Pwd='open")]
    [InlineData("Server='localhost'x")]
    [InlineData("Server=localhost;SslMode=VerifyFull")]
    [InlineData("Server=localhost;Ssl Mode=verifyfull")]
    [InlineData("Server=localhost;SslMode={hole}")]
    [InlineData("Server=localhost;Protocol=unix")]
    [InlineData("Server=localhost;Protocol=pipe;Pipe=MySQL")]
    [InlineData("Server=localhost;ConnectionProtocol=SharedMemory")]
    [InlineData("Server=localhost;Protocol={hole}")]
    [InlineData("Server=/var/run/mysqld/mysqld.sock")]
    [InlineData("Server=.;Uid=root")]
    [InlineData("Server=(local)")]
    [InlineData("Server=localhost;Database={0}")]
    [InlineData("Server=localhost;Database=tenant_{0:N}")]
    [InlineData("Uid=localhost")]
    [InlineData("localhost")]
    [InlineData("")]
    public Task Anything_else_is_silent(string text) => Verify.SilentTextAsync(text);
}
