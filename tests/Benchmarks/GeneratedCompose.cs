using System.Text;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// A compose file as people write them, only longer: services with what is common in them, and now and then a comment, an anchor, a
/// merge key, a tag, brackets, quotes and a block scalar.
/// </summary>
internal static class GeneratedCompose
{
    private const string Head = """
        # Services of the shop, for development.
        name: shop

        x-logging: &logging
          driver: json-file
          options: { max-size: "10m", max-file: '3' }

        x-common: &common
          restart: unless-stopped
          logging: *logging
          networks:
            - backend

        services:

        """;

    private const string Tail = """

        volumes:
          data:
        networks:
          backend:
            driver: bridge

        """;

    /// <summary>Writes the file, the same one for the same number.</summary>
    /// <param name="lines">How many lines it has at least; a service more at most.</param>
    public static string Write(int lines)
    {
        var file = new StringBuilder(Head);
        var left = lines - LinesOf(Head) - LinesOf(Tail);
        for (var number = 0; left > 0; number++)
        {
            var service = (number % 3) switch { 0 => Database(number), 1 => Web(number), _ => Worker(number) };
            file.Append(service);
            left -= LinesOf(service);
        }

        return file.Append(Tail).ToString();
    }

    public static int LinesOf(string text) => text.AsSpan().Count('\n');

    private static string Database(int number) => $$"""

          # The database of area {{number}}; published for the tools on the host.
          db{{number}}:
            image: mysql:8.0.{{number % 40}}
            <<: *common
            command: --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci
            environment: &db{{number}}
              MYSQL_ROOT_PASSWORD: "${DB_PASSWORD:-secret}"
              MYSQL_DATABASE: 'area{{number}}'
              MYSQL_USER: shop   # no root
              MYSQL_PASSWORD: it''s-{{number}}
            ports:
              - "{{10_000 + number}}:3306"
              # the X protocol
              - 127.0.0.1:{{30_000 + number}}:33060
            volumes:
              - data:/var/lib/mysql
              - ./docker/init{{number}}.sql:/docker-entrypoint-initdb.d/init.sql:ro
            healthcheck:
              test: ["CMD", "mysqladmin", "ping", "-h", "localhost"]
              interval: 5s
              retries: 20

        """;

    private static string Web(int number) => $$"""

          web{{number}}:
            <<: *common
            build:
              context: .
              dockerfile: src/Area{{number}}/Dockerfile
              args: !override
                - CONFIGURATION=Debug
            depends_on: { db{{number - 1}}: { condition: service_healthy } }
            environment:
              - ASPNETCORE_URLS=http://+:8080
              - ASPNETCORE_ENVIRONMENT=Development
              - ConnectionStrings__Default=Server=db{{number - 1}};Port=3306;Database=area{{number - 1}};Uid=shop;Pwd=secret
              - "Message=a \"quoted\" text\twith escapes"
            ports:
              - target: 8080
                published: "{{40_000 + number}}"
                protocol: tcp
            entrypoint: |
              /bin/sh -c "
                dotnet Area{{number}}.dll --urls http://+:8080
              "

        """;

    private static string Worker(int number) => $$"""

          worker{{number}}:
            <<: *common
            image: registry.example.com/shop/worker:1.{{number}}
            environment:
              <<: *db{{number - 2}}
              REDIS: redis:6379
            command: >-
              dotnet Worker.dll
              --area {{number}}
              --verbose
            labels:
              traefik.enable: "true"
              traefik.http.routers.worker{{number}}.rule: Host(`worker{{number}}.localhost`)
            deploy:
              resources:
                limits:
                  cpus: '0.50'
                  memory: 256M
            extra_hosts: [host.docker.internal:host-gateway]

        """;
}
