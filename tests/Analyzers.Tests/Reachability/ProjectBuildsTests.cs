using DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability;

/// <summary>Which project a Dockerfile starts: by its entry point, or by what it builds where nothing tells of another one.</summary>
public class ProjectBuildsTests
{
    private const string Sdk = "FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build\nWORKDIR /src\nCOPY . .\n";
    private const string Runtime = "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nCOPY --from=build /app .\n";

    [Theory]
    [InlineData(Sdk + "RUN dotnet publish src/Web/Web.csproj -c Release -o /app\n" + Runtime + "ENTRYPOINT [\"dotnet\", \"Web.dll\"]")]
    [InlineData(Sdk + "RUN dotnet publish \"src/Web/Web.csproj\" -o /app")]
    [InlineData(Sdk + "RUN dotnet publish -c Release -o /app ./src/Web/Web.csproj")]
    [InlineData(Sdk + "RUN dotnet publish src/Web -o /app")]
    [InlineData(Sdk + "RUN dotnet restore && dotnet publish src/Web -o /app")]
    [InlineData(Sdk + "RUN dotnet restore; dotnet build src/Web/Web.csproj; true")]
    [InlineData(Sdk + "WORKDIR /src/src/Web\nRUN dotnet build -c Release")]
    [InlineData(Sdk + "WORKDIR \"/src/src/Web\"\nRUN dotnet build \"Web.csproj\" -c Release -o /app/build")]
    [InlineData(Sdk + "RUN cd src/Web && dotnet publish -c Release")]
    [InlineData(Sdk + "RUN dotnet publish \\\n    src/Web/Web.csproj \\\n    -c Release")]
    [InlineData(Sdk + "CMD [\"dotnet\", \"run\", \"--project\", \"src/Web\"]")]
    [InlineData(Sdk + "CMD dotnet run --project=src/Web")]
    [InlineData(Sdk + "ENTRYPOINT [\"dotnet\", \"watch\", \"run\", \"--project\", \"src/Web/Web.csproj\"]")]
    [InlineData(Sdk + "RUN dotnet publish Shop.sln -o /app\n" + Runtime + "ENTRYPOINT [\"dotnet\", \"Web.dll\"]")]
    [InlineData(Runtime + "ENTRYPOINT dotnet Web.dll")]
    [InlineData(Runtime + "ENTRYPOINT [\"dotnet\"]\nCMD [\"Web.dll\"]")]
    [InlineData(Runtime + "ENTRYPOINT [\"./Web\"]")]
    [InlineData(Runtime + "ENTRYPOINT [\"/app/Web\"]")]
    [InlineData(Runtime + "CMD [\"dotnet\", \"/app/Web.dll\", \"--urls\", \"http://+:80\"]")]
    [InlineData(Runtime + "ENTRYPOINT [\"dotnet\", \"Acme.Web.dll\"]")]
    [InlineData("FROM a AS base\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\nFROM base AS final\nCOPY --from=build /app .")]
    public void A_project_that_it_names_is_started(string dockerfile) => Assert.True(DockerfileCommands.Read(dockerfile, null).Starts("Web", "Acme.Web", "src/Web"), dockerfile);

    [Theory]
    [InlineData(Sdk)]
    [InlineData(Sdk + "RUN dotnet publish Shop.sln -o /app")]
    [InlineData(Sdk + "RUN dotnet restore src/Web/Web.csproj")]
    [InlineData(Sdk + "RUN dotnet test src/Web/Web.csproj")]
    [InlineData("FROM sdk\nCOPY src/Web/Web.csproj src/Web/\nCOPY src/Web src/Web\n")]
    [InlineData(Sdk + "RUN dotnet publish src/Worker/Worker.csproj -o /app\n" + Runtime + "ENTRYPOINT [\"dotnet\", \"Worker.dll\"]")]
    [InlineData(Sdk + "RUN dotnet publish src/Worker/Worker.csproj && dotnet publish src/Web/Web.csproj\n" + Runtime + "ENTRYPOINT [\"dotnet\", \"Worker.dll\"]")]
    [InlineData(Runtime + "ENTRYPOINT [\"dotnet\", \"Web.Worker.dll\"]")]
    [InlineData(Runtime + "# ENTRYPOINT [\"dotnet\", \"Web.dll\"]\nENTRYPOINT [\"dotnet\", \"Worker.dll\"]")]
    [InlineData("FROM a AS base\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\nFROM base AS final\nENTRYPOINT [\"dotnet\", \"Worker.dll\"]")]
    [InlineData("FROM node:20\nCMD [\"npm\", \"start\"]")]
    [InlineData("")]
    public void A_project_that_it_only_copies_or_that_another_one_stands_for_is_not(string dockerfile) =>
        Assert.False(DockerfileCommands.Read(dockerfile, null).Starts("Web", "Acme.Web", "src/Web"), dockerfile);

    /// <summary>The stage that a service builds counts.</summary>
    [Theory]
    [InlineData("web", true)]
    [InlineData("worker", false)]
    [InlineData(null, false)]
    public void Of_several_stages_the_one_that_is_built_tells(string? target, bool isStarted) => Assert.Equal(
        isStarted,
        DockerfileCommands.Read(
            Sdk + "RUN dotnet publish src/Web/Web.csproj && dotnet publish src/Worker/Worker.csproj\nFROM a AS web\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\nFROM a AS worker\nENTRYPOINT [\"dotnet\", \"Worker.dll\"]\n",
            target).Starts("Web", null, "src/Web"));
}
