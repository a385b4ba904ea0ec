using static DockerConnectionStrings.Analyzers.Tests.Topology.Compose.ComposeReading;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Ports, networks, addresses and names (Compose specification, "services" and "networks").</summary>
public class ComposeNetworksTests
{
    [Theory]
    [InlineData("'3307:3306'", "3307:3306")]
    [InlineData("3306", "?:3306")]
    [InlineData("'127.0.0.1:3307:3306'", "127.0.0.1:3307:3306")]
    [InlineData("'127.0.0.1::3306'", "?:3306")]
    [InlineData("'[::1]:3307:3306'", "::1:3307:3306")]
    [InlineData("'${ADDRESS:-}:3307:3306'", "3307:3306")]
    [InlineData("'${ADDRESS}:3307:3306'", "?:3306")]
    [InlineData("'3307-3309:3306-3308/tcp'", "3307:3306*3")]
    [InlineData("'3307-3309:3306'", "?:3306")]
    [InlineData("'3306-3308'", "?:3306*3")]
    [InlineData("'53:53/udp'", "")]
    [InlineData("'${PORT}'", "?:?")]
    [InlineData("'3307:${PORT}'", "?:?")]
    [InlineData("'0:3306'", "?:3306")]
    [InlineData("'70000:3306'", "?:3306")]
    [InlineData("'a:b:c:d'", "?:?")]
    [InlineData("", "?:?")]
    [InlineData("{ target: 3306, published: 3307 }", "3307:3306")]
    [InlineData("{ target: 3306, published: '3307', host_ip: 127.0.0.1, protocol: tcp, mode: host }", "127.0.0.1:3307:3306")]
    [InlineData("{ target: 3306, published: '3307', host_ip: '' }", "3307:3306")]
    [InlineData("{ target: 3306, published: '3307', host_ip: '::1' }", "::1:3307:3306")]
    [InlineData("{ target: 3306, published: '3307-3309' }", "?:3306")]
    [InlineData("{ target: 3306 }", "?:3306")]
    [InlineData("{ target: 3306, published: '${PORT}' }", "?:3306")]
    [InlineData("{ target: 53, published: 53, protocol: udp }", "")]
    [InlineData("{ published: 3307 }", "?:?")]
    public void An_entry_of_ports(string entry, string ports) => Assert.Equal(ports, Db($"services: {{ db: {{ image: a, ports: [{(entry.Length == 0 ? "~" : entry)}] }} }}").Ports());

    [Fact]
    public void Exposed_ports_are_not_published()
    {
        var db = Db("services: { db: { image: a, expose: [3306, '33060/tcp', '${PORT}'] } }");
        Assert.Equal("", db.Ports());
        Assert.Equal([3306, 33060], db.ExposedPorts);
    }

    [Fact]
    public void On_the_network_of_the_host_the_port_of_the_container_is_the_one_of_the_host()
    {
        var db = Db("services: { db: { image: mysql, network_mode: host, ports: ['3307:3306'] } }");
        Assert.Equal("3306:3306", db.Ports());
        Assert.Empty(db.Networks);
        Assert.False(Db("services: { db: { image: unheard-of, network_mode: host, ports: ['80:80'] } }").ArePortsKnown);
    }

    [Fact]
    public void Without_a_network_nothing_is_published()
    {
        var db = Db("services: { db: { image: mysql, network_mode: none, ports: ['3307:3306'] } }");
        Assert.Equal("", db.Ports());
        Assert.True(db.ArePortsKnown);
        Assert.Empty(db.Networks);
    }

    [Theory]
    [InlineData("service:front", "3307:3306", true)]
    [InlineData("container:the-front", "3307:3306", true)]
    [InlineData("service:missing", "", false)]
    [InlineData("container:elsewhere", "", false)]
    [InlineData("service:db", "", false)]
    [InlineData("${MODE}", "", false)]
    [InlineData("bridge", "9:9", true)]
    public void On_the_network_of_another_service_its_ports_count(string mode, string ports, bool areKnown)
    {
        var db = Db($"services: {{ db: {{ image: mysql, network_mode: '{mode}', ports: ['9:9'] }}, front: {{ image: a, container_name: the-front, ports: ['3307:3306'] }}, trap: {{ image: a, hostname: front }} }}");
        Assert.Equal(ports, db.Ports());
        Assert.Equal(areKnown, db.ArePortsKnown);
        Assert.Empty(db.Networks);
    }

    [Fact]
    public void Subnets_and_static_addresses_are_read()
    {
        var composition = Plain(("/repo/compose.yml", """
            services:
              db:
                image: mysql
                networks:
                  one: { ipv4_address: 172.28.0.9, ipv6_address: "fd00::9" }
                  lan: { ipv4_address: 192.168.1.9 }
              fixed: { image: a, networks: [one, two] }
              free: { image: a, networks: [one, out] }
              plain: { image: a }
            networks:
              one: { ipam: { config: [{ subnet: 172.28.0.0/16, gateway: 172.28.0.254 }, { subnet: "fd00::/64" }] } }
              two: { ipam: { config: [{ subnet: 172.29.0.0/16 }, { subnet: "${SUBNET}" }, { gateway: 1.1.1.1 }] } }
              lan: { driver: macvlan, ipam: { config: [{ subnet: 192.168.1.0/24 }] } }
              lan2: { driver: ipvlan, ipam: { config: [{ subnet: 192.168.2.0/24 }] } }
              out: { external: true }
            """));
        Assert.Equal(["172.28.0.0/16", "fd00::/64", "172.29.0.0/16"], composition.Subnets.Select(subnet => subnet.ToString()));
        Assert.True(composition.Subnets[0].IsGateway(System.Net.IPAddress.Parse("172.28.0.254")));
        Assert.Equal(["172.28.0.9", "fd00::9"], composition.Named("db").StaticAddresses);
        Assert.True(composition.Named("db").KnownSubnets.IsDefault);
        Assert.Equal(["172.28.0.0/16", "fd00::/64", "172.29.0.0/16"], composition.Named("fixed").KnownSubnets.Select(subnet => subnet.ToString()));
        Assert.True(composition.Named("free").KnownSubnets.IsDefault);
        Assert.True(composition.Named("plain").KnownSubnets.IsDefault);
    }

    [Fact]
    public void The_default_network_may_have_a_subnet_and_later_files_add_to_networks()
    {
        var composition = Plain(
            ("/repo/compose.yml", "services: { db: { image: mysql } }\nnetworks: { default: { driver: bridge } }"),
            ("/repo/compose.override.yml", "networks: { default: { ipam: { config: [{ subnet: 172.28.0.0/16 }] } } }"));
        Assert.Equal("172.28.0.0/16", Assert.Single(composition.Named("db").KnownSubnets).ToString());
    }

    [Fact]
    public void A_service_is_found_by_all_its_names()
    {
        var topology = Topologies.Of(("/repo/compose.yml", """
            services:
              db: { image: mysql, container_name: shop-db, hostname: dbhost, networks: { one: { aliases: [mysql, database] }, two: { aliases: [mysql] } } }
              sql.data: { image: a, networks: [one] }
              alone: { image: a }
            networks: { one: , two: }
            """));
        var db = Assert.Single(topology.Named("db"));
        Assert.Equal(["db", "shop-db", "dbhost", "mysql", "database"], db.Names);
        Assert.All(new[] { "DB", "shop-db", "DBHost", "mysql", "database" }, name => Assert.Same(db, Assert.Single(topology.Named(name))));
        Assert.True(topology.AreOnOneNetwork(db, Assert.Single(topology.Named("sql.data"))));
        Assert.False(topology.AreOnOneNetwork(db, Assert.Single(topology.Named("alone"))));
    }

    [Theory]
    [InlineData("{ back: }", "back: plain")]
    [InlineData("{ back: { name: shop } }", "back: shop plain")]
    [InlineData("{ back: { internal: true } }", "back: internal plain")]
    [InlineData("{ back: { internal: false, attachable: true } }", "back: plain")]
    [InlineData("{ back: { internal: '${I}' } }", "back: ")]
    [InlineData("{ back: { external: true } }", "back: back external plain")]
    [InlineData("{ back: { external: true, name: shop } }", "back: shop external plain")]
    [InlineData("{ back: { external: { name: shop } } }", "back: shop external plain")]
    [InlineData("{ back: { external: false } }", "back: plain")]
    [InlineData("{ back: { name: '${N}' } }", "back: ")]
    [InlineData("{ back: { name: '${N:-shop}' } }", "back: shop plain")]
    [InlineData("{ back: { driver: bridge, ipam: { } } }", "back: plain")]
    [InlineData("{ back: { driver: overlay } }", "back: plain")]
    [InlineData("{ back: { driver: macvlan } }", "back: ")]
    [InlineData("{ back: { driver: '${D}' } }", "back: ")]
    [InlineData("{ back: { driver_opts: { a: b } } }", "back: ")]
    [InlineData("{ back: *missing }", "back: ")]
    [InlineData("{ back: [ a ] }", "back: ")]
    public void Networks_of_a_project(string written, string expected) => Assert.Equal(expected, string.Join(", ",
        Plain(("/repo/compose.yml", $"services: {{ db: {{ image: mysql }} }}\nnetworks: {written}")).Networks.Values.Select(network =>
            $"{network.Key}: {string.Join(' ', new[] { network.Name, network.IsExternal ? "external" : null, network.IsInternal ? "internal" : null, network.IsPlain ? "plain" : null }.OfType<string>())}")));

    [Fact]
    public void A_later_file_changes_a_network() => Assert.True(Plain(
        ("/repo/compose.yml", "services: { db: { image: mysql } }\nnetworks: { back: }"),
        ("/repo/compose.override.yml", "networks: { back: { internal: true } }")).Networks["back"].IsInternal);

    [Theory]
    [InlineData("container_name: '${N}'", false)]
    [InlineData("hostname: '${N}'", false)]
    [InlineData("networks: { back: { aliases: [a, '${N}'] } }", false)]
    [InlineData("container_name: a, hostname: b, networks: { back: { aliases: [c] } }", true)]
    public void Names_that_a_variable_decides_are_not_known(string written, bool areKnown) =>
        Assert.Equal(areKnown, Db($"services: {{ db: {{ image: mysql, {written} }} }}\nnetworks: {{ back: }}").AreNamesKnown);

    [Theory]
    [InlineData("networks: ['${NETWORK}']")]
    [InlineData("networks: *missing")]
    public void Networks_that_are_not_known_leave_the_service_open(string networks) => Assert.True(Db($"services: {{ db: {{ image: mysql, {networks} }} }}").IsOpen);

    [Theory]
    [InlineData("extra_hosts: ['host.docker.internal:host-gateway', 'six:::1', 'equals=10.0.0.1']", "equals=10.0.0.1 host.docker.internal=host-gateway six=::1")]
    [InlineData("extra_hosts: { host.docker.internal: host-gateway, open: '${ADDRESS}' }", "host.docker.internal=host-gateway open=")]
    [InlineData("links: ['db:mysql', 'other', 'db:sql']", "mysql=db sql=db")]
    public void Hosts_that_a_service_is_given(string written, string hosts) => Assert.Equal(hosts, string.Join(" ",
        Db($"services: {{ db: {{ image: a, {written} }}, other: {{ image: a }} }}").ExtraHosts.OrderBy(host => host.Key, StringComparer.Ordinal).Select(host => $"{host.Key}={host.Value}")));

    [Theory]
    [InlineData("build: .", "/repo | /repo/Dockerfile | ")]
    [InlineData("build: ../other/", "/other | /other/Dockerfile | ")]
    [InlineData("build: { context: app, dockerfile: ../docker/App.Dockerfile, target: run }", "/repo/app | /repo/docker/App.Dockerfile | run")]
    [InlineData("build: { context: /elsewhere }", "/elsewhere | /elsewhere/Dockerfile | ")]
    [InlineData("build: { dockerfile_inline: FROM mysql }", "/repo | /repo/Dockerfile | ")]
    [InlineData("build: '${CONTEXT:-app}'", "/repo/app | /repo/app/Dockerfile | ")]
    [InlineData("image: a", "none")]
    [InlineData("build:", "none")]
    [InlineData("build: '${CONTEXT}'", "unknown")]
    [InlineData("build: https://github.com/a/b.git#main", "unknown")]
    [InlineData("build: { context: git@github.com:a/b.git }", "unknown")]
    [InlineData("build: { context: ., dockerfile: '${FILE}' }", "unknown")]
    [InlineData("build: [a]", "unknown")]
    public void What_a_service_is_built_from(string written, string build)
    {
        var db = Db($"services: {{ db: {{ {written} }} }}");
        Assert.Equal(build, db.Build is { } own ? $"{own.Context} | {own.Dockerfile} | {own.Target}" : db.IsBuildUnknown ? "unknown" : "none");
    }
}
