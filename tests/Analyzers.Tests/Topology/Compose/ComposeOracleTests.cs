using CsCheck;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Docker's own <c>docker-compose config</c> and we read the same out of a set of files.</summary>
/// <remarks>
/// Not asked, since that version (1.29.2) does not know it or does otherwise than today's Compose; expectations out of the Compose
/// specification stand in the tests named: <c>include</c>, <c>!reset</c>, <c>!override</c>, several documents, a second anchor of one
/// name, <c>env_file</c> with <c>path</c>, <c>dockerfile_inline</c>, <c>COMPOSE_PROJECT_NAME</c>, an <c>env_file</c> that is named again, <c>host_ip</c> of the long syntax; <c>${X:+y}</c>, <c>${X+y}</c>
/// and variables within defaults; <c>$X</c> within <c>.env</c>; <c>extends</c> of a service that a later file changes (it lays the file
/// over first), of one with <c>links</c>, <c>depends_on</c> or <c>network_mode: service</c> (it refuses); networks of a later file (it
/// replaces them whole); which names are looked for; profiles (it prints services of all).
/// </remarks>
public class ComposeOracleTests
{
    private static readonly string[] s_standard = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>Each folder's standard file with its override, and each other file of it alone.</summary>
    public static TheoryData<string, string?> WholeSets => new(SampleComposeFiles.Names.GroupBy(Path.GetDirectoryName).SelectMany(folder =>
    {
        var standard = s_standard.Select(name => folder.FirstOrDefault(file => Path.GetFileName(file) == name)).FirstOrDefault(file => file is not null);
        var over = standard is null ? null : folder.FirstOrDefault(file => Path.GetFileName(file).Contains(".override.", StringComparison.Ordinal));
        return folder.Where(file => file != over).Select(file => (file, file == standard ? over : null));
    }));

    [Theory]
    [MemberData(nameof(WholeSets))]
    public void A_whole_set_reads_as_Docker_Compose_reads_it(string file, string? over)
    {
        DockerCompose.Need();
        var text = SampleComposeFiles.Read(file);
        var files = new List<(string, string)> { (Path.GetFileName(file), text) };
        if (over is not null)
        {
            files.Add((Path.GetFileName(over), SampleComposeFiles.Read(over)));
        }

        var order = files.Select(one => one.Item1).ToArray();
        if (SampleComposeFiles.ReadEnvironment(file) is { } environment)
        {
            files.Add((".env", environment));
        }

        DockerCompose.AssertAgrees(order, files);
    }

    [Fact]
    public void Ports() => AssertAgrees(("docker-compose.yml", """
        services:
          short:
            image: mysql
            ports: ["3306", 3307, 3308:3306, "127.0.0.1:3309:3306", "127.0.0.1::3310", "0.0.0.0:3311:3306/tcp", "53:53/udp", "54:54/sctp"]
          ranges:
            image: mysql
            ports:
              - "3400-3402"
              - "3500-3502:3306-3308"
              - "9000-9100:80"
              - "127.0.0.1:3600-3601:33060-33061"
              - "[::1]:3700:3306"
              - "[::]:3800-3801:3306-3307/tcp"
          long:
            image: mysql
            ports:
              - target: 3306
                published: 3901
                protocol: tcp
                mode: host
              - target: 53
                published: 3902
                protocol: udp
              - target: 3307
              - { target: 3308, published: "3903" }
          twice:
            image: mysql
            ports:
              - 4000:3306
              - 4000:3306/tcp
              - 4001:3306
              - 127.0.0.1:4000:3306
          none:
            image: mysql
            ports: []
            expose: ["3306"]
        """));

    [Fact]
    public void Environments() => AssertAgrees(
        ("docker-compose.yml", """
            services:
              map:
                image: mysql
                environment:
                  TEXT: shop
                  NUMBER: 3306
                  SIGNED: -5
                  EMPTY: ""
                  SHELL:
                  TILDE: ~
                  FLAG: "true"
                  DOUBLE: "a \"b\" \\ \t $$c"
                  SINGLE: 'it''s "x" $$d'
                  "QUOTED KEY": x
                  LITERAL: |
                    one
                      two
                  STRIPPED: |-
                    one
                    two
                  FOLDED: >
                    one
                    two

                    three
                  PLAIN: over
                    two lines
              list:
                image: mysql
                environment:
                  - TEXT=shop
                  - SHELL
                  - EMPTY=
                  - URL=Server=db;Port=3306;Database=shop
                  - "QUOTED=a b"
                  - 'SINGLE="inner"'
                  - TWICE=one
                  - DOLLAR=$$x
              files:
                image: mysql
                env_file: [one.env, config/two.env]
                environment: { D: own, SHELL: }
              file:
                image: mysql
                env_file: one.env
              none:
                image: mysql
                environment: {}
            """),
        ("one.env", """
            # a comment
            A=one
            B="two words"
            C='$NOT'
            D=file
            export E=exported
            F=
            G = spaced
            H=with # comment
            I=with#sign
            """),
        ("config/two.env", "A=over\nJ=\"line\\nbreak\"\nK='single \\n'\n"));

    [Fact]
    public void Variables() => AssertAgrees(
        ("docker-compose.yml", """
            services:
              db:
                image: ${IMAGE}:${TAG:-8.0}
                container_name: "${NAME-named}"
                ports: ["${PORT}:3306", "${OTHER_PORT:-3308}:3306", "127.0.0.1:${PORT:?it must be set}:3307"]
                environment:
                  A: $NAME$TAG
                  B: ${EMPTY:-default}
                  C: ${EMPTY-default}
                  D: ${NAME:-default}
                  E: ${UNSET-default}
                  F: ${UNSET:-}
                  G: ${TAG:?}
                  H: ${TAG?message}
                  I: before $$TAG ${TAG}after $${TAG}
                  J: ${UNSET:-Server=db;Port=3306}
                  K: ${UNKNOWN}
                  L: a${UNKNOWN}b
                  M: "$TAG-$PORT.$NAME"
                  N: ${tag}
                  $TAG: key
              web:
                image: web${UNKNOWN}/x
                environment: ["A=${TAG}", "B=${UNKNOWN}", "C=$EMPTY"]
            """),
        (".env", """
            IMAGE=registry.example:5000/mysql
            TAG=8.4
            tag=lower
            NAME="the name"
            PORT='3307'
            EMPTY=
            """));

    [Fact]
    public void Anchors_and_merge_keys() => AssertAgrees(("docker-compose.yml", """
        version: "3.8"
        x-env: &env
          A: one
          B: two
        x-more: &more { B: more, C: three }
        x-ports: &ports ["3307:3306"]
        x-base: &base
          image: mysql
          environment: &base-env
            <<: *env
            BASE: base
          ports: *ports
        x-image: &image mysql:8
        services:
          one: *base
          two:
            <<: *base
            container_name: two
          three:
            image: *image
            environment:
              B: own
              <<: [*env, *more]
          four:
            <<: *base
            environment:
              <<: [*more, *base-env]
              A: own
          five:
            <<:
              - image: postgres
              - *base
            ports:
              - "5433:5432"
        """));

    [Fact]
    public void Extends() => AssertAgrees(
        ("docker-compose.yml", """
            services:
              base:
                image: mysql
                ports: ["3307:3306"]
                environment: { A: base, B: base }
                build: .
              child:
                extends: base
                environment: [B=child, C=child]
                ports: ["3308:3306"]
              grandchild:
                extends: { service: child }
                image: mysql:8
                environment: { C: grandchild }
              elsewhere:
                extends:
                  file: common/services.compose.yml
                  service: db
                env_file: own.env
                environment: { OWN: own }
              far:
                extends:
                  file: common/services.compose.yml
                  service: app
            """),
        ("common/services.compose.yml", """
            services:
              root:
                image: root
                env_file: [common.env]
                build: { context: ../images, dockerfile: db.Dockerfile }
              db:
                extends: root
                image: mysql
                ports: ["3309:3306"]
                networks: { back: { aliases: [mysql] } }
              app:
                build: ./app
                extends: { file: deep/deep.compose.yml, service: deepest }
            networks: { back: }
            """),
        ("common/deep/deep.compose.yml", "services:\n  deepest:\n    image: deepest\n    env_file: deep.env\n    build: { context: ., target: last }\n    hostname: deep\n"),
        ("common/common.env", "COMMON=common\nOWN=common\n"),
        ("common/deep/deep.env", "DEEP=deep\n"),
        ("own.env", "COMMON=own\n"),
        ("docker-compose.override.yml", "networks: { back: }\n"));

    [Fact]
    public void An_override() => AssertAgrees(
        ("docker-compose.yml", """
            services:
              db:
                image: mysql:5
                command: [--port=3307]
                ports: ["3307:3306", "127.0.0.1:3310:3306"]
                expose: ["3306"]
                environment: { A: base, B: base, GONE: base }
                env_file: base.env
                hostname: base
                container_name: base
                networks: [front, back]
                extra_hosts: { one: 10.0.0.1, two: 10.0.0.2 }
                build: ./base
              app:
                build: { context: ./app, dockerfile: app.Dockerfile, args: { A: a }, target: first }
                environment: [A=base, B=base, C]
                links: ["db:mysql", "db:database"]
                extra_hosts: ["one:10.0.0.1"]
                networks: { front: { aliases: [web], ipv4_address: 172.30.0.2 } }
              same:
                image: same
            networks: { front: , back: }
            """),
        ("docker-compose.override.yml", """
            services:
              db:
                image: mysql:8
                command: --port=3308
                ports: ["3308:3306", "3307:3306"]
                expose: ["3307"]
                environment: [A=over, C=over, GONE]
                env_file: [over.env]
                container_name: over
                networks: { back: { aliases: [mysql] }, other: }
                extra_hosts: ["two:10.0.0.3", "three:10.0.0.4"]
                build: { dockerfile: over.Dockerfile }
              app:
                build: ./other
                environment: { B: over, C: over, D: over }
                links: ["db:sql"]
                extra_hosts: { one: 10.0.0.5 }
                networks: { front: { aliases: [site], ipv6_address: "fd00::2" }, back: }
              added:
                image: added
                ports: ["8080:80"]
            networks: { other: }
            """),
        ("docker-compose.third.yml", "services: { db: { image: mariadb, ports: ['3309:3306'], environment: { A: third } }, same: { hostname: third } }\n"),
        ("base.env", "FILE=base\nBASE=base\n"),
        ("over.env", "FILE=over\n"));

    [Fact]
    public void Networks_and_names() => AssertAgrees(("docker-compose.yml", """
        version: "2.4"
        services:
          default: { image: a }
          empty: { image: a, networks: [] }
          nothing: { image: a, networks: {} }
          list: { image: a, networks: [one, two] }
          map:
            image: a
            hostname: host-of-map
            container_name: container-of-map
            networks:
              one: { aliases: [first, second], ipv4_address: 172.28.0.10 }
              two: { ipv4_address: 172.29.0.10, ipv6_address: "2001:db8::10" }
              three:
          bridge: { image: a, network_mode: bridge }
          host: { image: a, network_mode: host }
          isolated: { image: a, network_mode: none }
          service: { image: a, network_mode: "service:map" }
          container: { image: a, network_mode: "container:other" }
          hosts:
            image: a
            extra_hosts: ["host.docker.internal:host-gateway", "six:::1", "named:10.0.0.1"]
          mapped:
            image: a
            extra_hosts: { host.docker.internal: host-gateway, "named": "10.0.0.1" }
          linked: { image: a, links: [map, "list:alias"] }
        networks:
          one: { ipam: { config: [{ subnet: 172.28.0.0/16, gateway: 172.28.0.1 }] } }
          two: { driver: bridge, enable_ipv6: true, ipam: { config: [{ subnet: 172.29.0.0/16 }, { subnet: "2001:db8::/64" }] } }
          three: { external: true }
        """));

    [Fact]
    public void Builds() => AssertAgrees(("docker-compose.yml", """
        services:
          text: { build: . }
          folder: { build: ./app/ }
          above: { build: ../.. }
          slashes: { build: app/../other }
          map: { build: { context: app } }
          file: { build: { context: ., dockerfile: docker/App.Dockerfile } }
          above-file: { build: { context: app, dockerfile: ../App.Dockerfile, target: run, args: [A=a] } }
          tagged: { image: shop/app, build: { context: app } }
        """));

    [Fact]
    public void Yaml_of_every_style() => AssertAgrees(("docker-compose.yml", """
        # a comment
        version: '3'
        services: # a comment
          "quoted":
            'image': "mysql:8" # a comment
            "ports":
            - "3307:3306"
            # a comment between
            - '3308:3306'
          flow: {image: mysql, ports: ["3309:3306",
              "3310:3306"], environment: {A: 'b, c', D: "e: f"}}
          sql.data:
            image: >-
              mysql:8
            environment:
              - >-
                LONG=one
                two
              - 'A=b: c'
          ? complex
          : image: mysql
        x-unused: [1, 2]
        """.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void Files_named_by_COMPOSE_FILE_count_their_paths_from_the_first() => DockerCompose.AssertAgrees(
        ["deploy/compose.yml", "more/compose.yml"],
        ("deploy/compose.yml", "services: { app: { build: ./app, env_file: app.env }, db: { image: mysql } }\n"),
        ("more/compose.yml", "services: { db: { build: ./db } }\n"),
        ("deploy/app.env", "A=b\n"));

    [Fact]
    public void Generated_sets()
    {
        DockerCompose.Need();
        GeneratedCompose.Sets.Sample(set => AssertAgrees(set), iter: 6);
    }

    private static void AssertAgrees(params IReadOnlyList<(string Path, string Text)> files) =>
        DockerCompose.AssertAgrees([.. files.Where(file => FileKinds.IsCompose(file.Path) && !file.Path.Contains('/', StringComparison.Ordinal)).Select(file => file.Path)], files);
}
