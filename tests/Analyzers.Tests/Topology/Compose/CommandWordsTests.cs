using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using static DockerConnectionStrings.Analyzers.Tests.Topology.Compose.ComposeReading;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Words of a command that is given as text (mattn/go-shellwords, whose table this restates), and the port that they say.</summary>
public class CommandWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\"\"", "<>")]
    [InlineData("''", "<>")]
    [InlineData("var --bar=baz", "<var> <--bar=baz>")]
    [InlineData("var --bar=\"baz\"", "<var> <--bar=baz>")]
    [InlineData("var \"--bar='baz'\"", "<var> <--bar='baz'>")]
    [InlineData("var --bar=`baz`", "<var> <--bar=`baz`>")]
    [InlineData("var \"--bar=\\\"baz'\"", "<var> <--bar=\"baz'>")]
    [InlineData("var \"--bar=\\'baz\\'\"", "<var> <--bar='baz'>")]
    [InlineData("var --bar='\\'", "<var> <--bar=\\>")]
    [InlineData("var --\"bar baz\"", "<var> <--bar baz>")]
    [InlineData("a ' b '", "<a> < b >")]
    [InlineData("foo bar\\  ", "<foo> <bar >")]
    [InlineData("foo \"\" bar ''", "<foo> <> <bar> <>")]
    [InlineData("foo \\\\", "<foo> <\\>")]
    [InlineData("foo \\& bar", "<foo> <&> <bar>")]
    [InlineData("sh -c \"printf 'Hello\\tworld\\n'\"", "<sh> <-c> <printf 'Hello\tworld\n'>")]
    [InlineData("echo $(echo \"foo\")", "<echo> <$(echo \"foo\")>")]
    [InlineData("mysqld\n--port=1\r\n\t--b", "<mysqld> <--port=1> <--b>")]
    [InlineData("mysqld --a && echo --b", "<mysqld> <--a>")]
    [InlineData("mysqld --a 2>&1", "<mysqld> <--a>")]
    [InlineData("mysqld --a > b", "<mysqld> <--a>")]
    [InlineData("foo '", null)]
    [InlineData("foo \"", null)]
    [InlineData("foo `", null)]
    [InlineData("foo \\", null)]
    [InlineData("echo (a)", null)]
    [InlineData("echo )a", null)]
    public void A_text_is_split_as_a_shell_splits_it(string text, string? words) =>
        Assert.Equal(words, CommandWords.Split(DecodedText.Verbatim(text, 0)) is { } split ? string.Join(" ", split.Select(word => $"<{word.Text.Value}>")) : null);

    [Theory]
    [InlineData("command: mysqld --port=3310", 3310)]
    [InlineData("command: mysqld \"--port=3310\"", 3310)]
    [InlineData("command: mysqld '--port' '3310'", 3310)]
    [InlineData("command: --port=\"3310\" --user=mysql", 3310)]
    [InlineData("command: >-\n    --character-set-server=utf8mb4\n    --port=3310", 3310)]
    [InlineData("command: [mysqld, --port, '3310']", 3310)]
    [InlineData("command: sh -c \"exec mysqld --port=3310\"", 3310)]
    [InlineData("command: bash -lc 'docker-entrypoint.sh mysqld -P 3310'", 3310)]
    [InlineData("command: [sh, -c, 'exec mysqld --port=3310']", 3310)]
    [InlineData("command: [sh, -ec, 'mkdir -p /run/mysqld && chown mysql /run/mysqld; gosu mysql mysqld -P3310']", 3310)]
    [InlineData("entrypoint: [/bin/bash, -c]\n  command: ['exec docker-entrypoint.sh mysqld --port=3310']", 3310)]
    [InlineData("entrypoint: sh -c \"mysqld --port=3310\"", 3310)]
    [InlineData("entrypoint: [tini, --, sh, -c, \"mysqld --port=3310\"]", 3310)]
    [InlineData("command: |\n    sh -c \"\n      mysqladmin --port=3306 ping\n      exec mysqld --port=3310\n    \"", 3310)]
    [InlineData("command: [sh, -c, 'mysqld & mysqladmin -P 3399 ping; wait']", null)]
    [InlineData("command: [sh, -c, 'mkdir -p /var/lib/x; exec mysqld']", null)]
    [InlineData("command: [sh, -c, 'mysqld --port=3310 || mysqld --port=3311']", 0)]
    [InlineData("command: [sh, -c, 'mysqld --port=$$PORT']", 0)]
    [InlineData("command: [sh, -c, '${START}']", 0)]
    [InlineData("command: mysqld --port=${PORT}", 0)]
    [InlineData("command: mysqld --port=${PORT:-3310}", 3310)]
    [InlineData("command: mysqld --report-port=3310 --mysqlx-port=3311", null)]
    [InlineData("command: mysqld --init-connect=\"--port=3310", 0)]
    [InlineData("command: mysqld", null)]
    public void The_port_that_a_command_says(string command, int? port) => Assert.Equal(port, Db($"services:\n db:\n  image: mysql\n  {command}\n").ChangedPort);
}
