namespace DockerConnectionStrings.Analyzers.Topology.Started;

/// <summary>The options of <c>docker run</c> and <c>docker create</c>, and of Podman's: which of them take the word behind them.</summary>
/// <remarks>Source: Docker's CLI reference, "docker container run", with the hidden names of its sources; podman-run(1).</remarks>
internal static class DockerRunOptions
{
    /// <summary>Long names, and letters, of the options that take no value but <c>=true</c> or <c>=false</c>.</summary>
    private static readonly HashSet<string> s_flags = Names(
        "d detach disable-content-trust help i init interactive no-healthcheck oom-kill-disable P privileged publish-all q quiet read-only",
        "rm sig-proxy t tty use-api-socket env-host http-proxy no-hostname no-hosts passwd read-only-tmpfs replace rmi rootfs tls-verify",
        "unsetenv-all");

    /// <summary>Long names, and letters, of those that take a value.</summary>
    private static readonly HashSet<string> s_withValue = Names(
        "a add-host annotation attach blkio-weight blkio-weight-device c cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count",
        "cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach-keys device",
        "device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search",
        "domainname e entrypoint env env-file expose gpus group-add h health-cmd health-interval health-retries health-start-interval",
        "health-start-period health-timeout hostname io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory l label label-file link",
        "link-local-ip log-driver log-opt m mac-address memory memory-reservation memory-swap memory-swappiness mount name net net-alias",
        "network network-alias oom-score-adj p pid pids-limit platform publish pull restart runtime security-opt shm-size stop-signal",
        "stop-timeout storage-opt sysctl tmpfs u ulimit user userns uts v volume volume-driver volumes-from w workdir arch authfile",
        "cgroup-conf cgroups chrootdirs conmon-pidfile creds decryption-key env-merge gidmap group-entry health-log-destination",
        "health-max-log-count health-max-log-size health-on-failure health-startup-cmd health-startup-interval health-startup-retries",
        "health-startup-success health-startup-timeout hosts-file hostuser image-volume init-ctr init-path os passwd-entry personality",
        "pidfile pod pod-id-file preserve-fd preserve-fds rdt-class requires retry retry-delay sdnotify seccomp-policy secret",
        "shm-size-systemd subgidname subuidname systemd timeout tz uidmap umask unsetenv variant");

    public static bool IsFlag(string name) => s_flags.Contains(name);

    public static bool TakesValue(string name) => s_withValue.Contains(name);

    private static HashSet<string> Names(params string[] lines) => new(lines.SelectMany(static line => line.Split(' ')), StringComparer.Ordinal);
}
