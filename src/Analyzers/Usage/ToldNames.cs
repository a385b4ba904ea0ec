namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// Names of addresses that a program tells others of itself, so that they find it: a registry of services, a browser, who calls back.
/// Nobody dials them from here. Whole words count, whatever stands between them and in whatever case.
/// </summary>
internal static class ToldNames
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "callback", "callbacks", "webhook", "public", "publicly", "external", "externally", "advertise", "advertised", "advertising", "announce", "announced",
        "redirect", "redirects", "redirection", "canonical", "healthcheck", "statuspage", "homepage",
    };

    /// <summary>Two words that say it one behind the other.</summary>
    private static readonly HashSet<string> s_pairs = new(StringComparer.OrdinalIgnoreCase)
    {
        "health check", "health url", "health uri", "health endpoint", "status page", "home page", "service address", "service host", "web hook",
        "webhooks url", "webhooks uri", "call back", "self url", "self uri", "own url",
        "notify url", "notify uri", "notification url", "notification uri", "return url", "return uri", "reply to", "logout url", "logout uri", "cancel url",
        "cancel uri", "success url", "success uri",
        "frontend url", "frontend uri", "client url", "client uri", "website url", "site url",
        "published url", "published uri", "published address", "published host", "published hostname",
    };

    /// <summary>Such words, also of a section and of what stands in it: how a program enters itself into a registry.</summary>
    private static readonly HashSet<string> s_registries = new(StringComparer.OrdinalIgnoreCase) { "consul discovery", "eureka instance", "nacos ip" };

    /// <summary>Behind such a word they make it the name of a server: <c>PublicApi</c>, <c>WebhookService</c>.</summary>
    private static readonly HashSet<string> s_servers = new(StringComparer.OrdinalIgnoreCase) { "api", "apis", "service", "services", "server", "servers",
        "client", "gateway", "key", "keys" };

    /// <summary>Words for an address, also written together with the word before: <c>callbackurl</c>.</summary>
    private static readonly string[] s_addresses = ["url", "urls", "uri", "uris", "baseurl", "baseuri", "host", "hostname", "address", "ip", "endpoint",
        "domain"];

    /// <summary>True for a name by itself: <c>WebhookUrl</c>.</summary>
    public static bool IsOne(string name) => PlaceIn([name]) >= 0;

    /// <summary>Which of the names that a value stands under says that it is told.</summary>
    /// <param name="names">The value's own name first, then those around it.</param>
    /// <returns>The index of the innermost one, of two that say it together that of the outer one; -1 when none does.</returns>
    public static int PlaceIn(IReadOnlyList<string> names)
    {
        var inner = "";
        for (var i = 0; i < names.Count; i++)
        {
            var words = NameWords.Of(names[i]).ToArray();
            for (var at = words.Length - 1; at >= 0; at--)
            {
                var isLast = at + 1 == words.Length;
                var pair = words[at] + " " + (isLast ? inner : words[at + 1]);
                if ((IsTold(words[at]) && (isLast || !s_servers.Contains(words[at + 1]) || words[at].Equals("external", StringComparison.OrdinalIgnoreCase)))
                    || s_registries.Contains(pair) || (!isLast && s_pairs.Contains(pair)))
                {
                    return i;
                }
            }

            inner = words.FirstOrDefault() ?? inner;
        }

        return -1;
    }

    private static bool IsTold(string word) => s_words.Contains(word)
        || s_addresses.Any(address => word.Length > address.Length && word.EndsWith(address, StringComparison.OrdinalIgnoreCase)
            && s_words.Contains(word.Substring(0, word.Length - address.Length)));
}
