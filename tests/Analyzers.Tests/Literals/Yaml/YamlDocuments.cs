namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>Documents of every shape, by name; right YAML all of them.</summary>
internal static class YamlDocuments
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["an empty file"] = "",
        ["comments only"] = "# a\n  # b\n\n",
        ["a mapping"] = "a: 1\nb: 2\n",
        ["a mapping without a last line end"] = "a: 1\nb: 2",
        ["nested mappings"] = "services:\n  db:\n    image: mysql:8\n  web:\n    image: nginx\nvolumes: {}\n",
        ["an uneven indentation"] = "a:\n    b:\n     c: 1\n     d: 2\ne:\n f: 3\n",
        ["values that are left out"] = "a:\nb:\n  c:\n  d:\ne:\n",
        ["a sequence"] = "- a\n- b\n-\n- c\n",
        ["a sequence in a mapping"] = "ports:\n  - \"3306:3306\"\n  - 80:80\nx: y\n",
        ["a sequence at the level of its key"] = "a:\n  ports:\n  - 1\n  - 2\n  b:\n  - 3\nc: d\n",
        ["a sequence at the level of a root key"] = "a:\n- 1\n- b: c\n  d:\n  - e\n  f: g\n- 2\nh: i\n",
        ["compact mappings"] = "- a: 1\n  b: 2\n-   c: 3\n    d:\n      - 4\n",
        ["compact sequences"] = "- - x\n  - y\n- - - z\n    - u\n  -   v\n",
        ["sequence items on the next line"] = "-\n  a: 1\n-\n  - b\n-\n  c\n",
        ["explicit keys"] = "? a\n: b\n? c\n? - d\n  - e\n: - f\n  - g\n? h\n: i: j\n  k: l\n",
        ["explicit keys and lists at their level"] = "?\n- a\n- b\n:\n- c\n- d\n",
        ["an explicit key with a block scalar"] = "? |\n  text\n: >\n  more\n  text\nb: c\n",
        ["keys of every style"] = "a b: 1\n\"c: d\": 2\n'e # f': 3\n[g, h]: 4\n{i: j}: 5\n\"\": 6\n",
        ["keys with blanks before their colon"] = "a : 1\n\"b\"  : 2\n'c'\t: 3\n? d\n: 4\n[e] : 5\nf  :\n  g : 6\n",
        ["an empty key"] = ": a\n",
        ["merge keys"] = "base: &base\n  a: 1\nother:\n  <<: *base\n  b: 2\nlast:\n  <<: [*base, *base]\n",
        ["a merge key with a list below it"] = "a: &a\n  b: 1\nc:\n  <<:\n    - *a\n    - {d: 2}\n  e: 3\n",
        ["anchors and aliases"] = "a: &x 1\nb: *x\n&k c: *x\n*x : d\ne: &m\n  f: g\nh: &s\n- i\nj: &f {k: l}\n",
        ["an anchor without a value"] = "a: &x\nb: *x\n",
        ["anchors for a mapping and for its key"] = "&m\n&k a: b\n",
        ["tags"] = "a: !!str 1\nb: !reset null\nc: !override\n  - d\ne: !<tag:x.y,2020:z> f\n!!str g: ! h\ni: !a&b &c j\nk: &l !m n\n",
        ["tags without a value"] = "a: !reset\nb: !reset []\nc:\n- !x\n- !y {}\n",
        ["properties over two lines"] = "a: !x\n  &y\n  b: c\nd: &e\n  !f g\n",
        ["flow collections"] = "a: [1, 2]\nb: {c: d, e: f}\ng: []\nh: {}\ni: [[], {}, [{}]]\n",
        ["flow collections over several lines"] = "a: [\n    1,\n    2,\n  ]\nb: {\n  c: d,\n  e:\n    f,\n  }\ng: h\n",
        ["flow brackets at the level of the key"] = "a: [\n  1,\n  2\n]\nb: {\n  c: d\n}\n",
        ["comments in a flow collection"] = "a: [ # one\n  1, # two\n  # three\n  2 ] # four\n",
        ["a root in flow style"] = "{\n\"a\": [1, 2],\n\"b\": {\"c\": null}\n}\n",
        ["JSON"] = "{\"a\":\"b\",\"c\":[1,2],\"d\":{\"e\":true}}",
        ["JSON indented by tabs"] = "{\n\t\"a\": 1,\n\t\"b\": [\n\t\t2\n\t]\n}\n",
        ["flow pairs"] = "- [a: b, c, d: ]\n- [\"e\":f, 'g': h]\n- [? i : j]\n- [{k: l}: m]\n",
        ["flow values that are left out"] = "{a, b: , c: , d}\n",
        ["explicit keys in flow mappings"] = "{? a : b, ? c, ? [d] : e}\n",
        ["flow nodes with properties"] = "[&a b, *a, !c d, !e [f], &g {h: i}, !j &k \"l\"]\n",
        ["colons in flow plain scalars"] = "[a:b, http://c/d?e=f, 10:20, ::g, -h, ?i, :j]\n",
        ["plain scalars with indicators inside"] = "a: b-c\nd: -e\nf: ?g\nh: :i\nj: k#l\nm: n:o\nu: http://v:1/w\n",
        ["plain scalars with brackets inside"] = "a: b[c]{d},e\nf: g, h\n",
        ["plain scalars with quotes inside"] = "a: b \"c\" 'd'\ne: f'g\n",
        ["plain scalars over several lines"] = "a: b\n  c\n\n  d\n   e\n\n\n  f # g\nh:\n  i\n  j\n",
        ["a plain scalar with list marks on its next line"] = "a: b\n  - c\n  -d\n",
        ["a plain root over several lines"] = "a\nb\n  c\n\nd\n",
        ["plain scalars over several lines in flow"] = "[a\n  b, c\n\n  d]\n",
        ["plain scalars with blanks at their end"] = "a: b  \t \nc: d \t # e\n",
        ["variables of compose"] = "a: ${B:-c}\nd: ${E:?f g}\nh: \"${I}\"\nj: [\"$K\", '${L:-m}', $$n]\n",
        ["connection strings"] = "- ConnectionStrings__Default=Server=db;Port=3306;Uid=root;Pwd=a#b\n- A=B=C; D=E\n",
        ["single quotes"] = "a: 'b'\nc: ''\nd: 'e''f'\ng: ''''\nh: '\\n # : [ '\n",
        ["single quotes over several lines"] = "a: ' b \n  c\n\n  d ''e''\n\n\n  f '\ng: 'h\n\n  '\n",
        ["double quotes"] = "a: \"b\"\nc: \"\"\nd: \"e'f\"\ng: \" h \"\n",
        ["escapes"] = "\"\\0\\a\\b\\t\\\t\\n\\v\\f\\r\\e\\ \\\"\\/\\\\\\N\\_\\L\\P\\x41\\u00e4\\U0001F600\"\n",
        ["double quotes over several lines"] = "a: \"b\n  c \t\n\n  \td\n\n\n  e \"\nf: \" g\n  \"\n",
        ["escaped line ends"] = "a: \"b\\\n  c \\\n   \\ d\\\n\n  e\\n\\\n  f\"\n",
        ["a quote that ends below blank lines"] = "a: \"b\n\n\n  \"\nc: 'd\n\n  e'\n",
        ["comments behind quotes"] = "a: \"b\" # c\nd: 'e' # f\n",
        ["comments everywhere"] = "# a\nb: # c\n  # d\n  e: f # g\n# h\n  i: j\n    # k\nl:\n# m\n- n\n  # o\n- p\n",
        ["literal blocks"] = "a: |\n  b\n  c\n\n  d\ne: |-\n  f\n\ng: |+\n  h\n\n\ni: j\n",
        ["a literal block with deeper lines"] = "a: |\n    b\n      c\n    \td\n\n     e\nf: g\n",
        ["literal blocks that are empty"] = "a: |\nb: |-\n\nc: |+\n\n\nd: >\ne: |+\n",
        ["literal blocks with blank lines in front"] = "a: |\n\n \n  b\nc: >\n\n\n  d\n",
        ["indentation indicators"] = "a: |2\n    b\n   c\nd: |1-\n  e\n f\ng: >+2\n    h\n  i\n\nj: k\n",
        ["block scalars in sequences"] = "- |\n a\n- >\n b\n c\n- - |-\n   d\n- e: |\n    f\n  g: >-\n    h\n",
        ["comments around block scalars"] = "a: | # b\n  # c\n  d\n # e\n# f\ng: >-  # h\n  i # j\n",
        ["folded blocks"] = "a: >\n  b\n  c\n\n  d\n\n\n  e\nf: >-\n  g\n  h\n\ni: >+\n  j\n  k\n\n\nl: m\n",
        ["a folded block with deeper lines"] = "a: >\n  b\n  c\n    d\n    e\n\n    f\n  g\n\n    h\n\n\n  i\n  j\n",
        ["a folded block that begins deeper"] = "a: >2\n\n    b\n  c\n  \td\n  e\n",
        ["the folded block of the specification"] = ">\n\n folded\n line\n\n next\n line\n   * bullet\n\n   * list\n   * lines\n\n last\n line\n\n# Comment\n",
        ["a block scalar without a last line end"] = "a: |\n  b",
        ["a folded block without a last line end"] = "a: >+\n  b\n  c",
        ["a literal root"] = "|\n a\n  b\n",
        ["blanks only behind a block scalar"] = "a: |\n  b\n     \n\nc: d\n",
        ["several documents"] = "a: 1\n---\nb: 2\n--- c\n--- # d\n- e\n...\n---\nf: g\n...\n",
        ["documents without content"] = "---\n---\na: b\n---\n...\n",
        ["a document end without a document"] = "a: b\n...\n...\n",
        ["directives"] = "%YAML 1.2\n---\na: b\n...\n# c\n%TAG !x! tag:y,2000:\n---\nd: e\n",
        ["text behind the document mark"] = "--- a b\n--- \"c\"\n--- [d]\n--- >-\n e\n f\n--- &g\nh: i\n--- !j\n- k\n",
        ["dashes that are no document mark"] = "---a: b\n----: c\n...d: e\n",
        ["carriage returns and line feeds"] = "a: |\r\n  b\r\n  c\r\nd: >\r\n  e\r\n  f\r\n\r\ng: \"h\r\n  i\"\r\nj: k\r\n  l\r\n# m\r\n",
        ["carriage returns only"] = "a: |\r  b\r  c\rd: 'e\r\r  f'\r# g\rh: i\r",
        ["tabs behind tokens"] = "a:\tb\nc:\t\t# d\n  e:\t[\t1\t,\t2\t]\t# f\n",
        ["tabs behind dashes"] = "-\ta\n-\t\"b\"\n-\t[c]\n",
        ["tabs behind the indentation of a text"] = "a:\n  \tb\n  \tc\nd: \"e\n \tf\"\n",
        ["characters beyond ASCII"] = "ä: é # ü\n日本: \"語\"\n😀: '😀'\n",
        ["deep nesting"] = string.Concat(Enumerable.Range(0, 40).Select(i => new string(' ', i) + "a:\n")),
        ["a compose file"] = """
            name: shop
            x-logging: &logging
              driver: json-file
              options: { max-size: "10m", max-file: '3' }

            services:
              db:
                image: mysql:8.0
                command: >-
                  --character-set-server=utf8mb4
                  --collation-server=utf8mb4_unicode_ci
                environment:
                  MYSQL_ROOT_PASSWORD: "${DB_PASSWORD:-secret}"
                  MYSQL_DATABASE: shop
                ports: ["3307:3306"]
                healthcheck:
                  test: ["CMD", "mysqladmin", "ping", "-h", "localhost"]
                  interval: 5s
                logging: *logging
              web:
                build:
                  context: .
                environment:
                - ConnectionStrings__Default=Server=db;Port=3306;Database=shop;Uid=root;Pwd=secret
                - ASPNETCORE_URLS=http://+:80
                depends_on: { db: { condition: service_healthy } }
                logging:
                  <<: *logging
            """,
    };

    /// <summary>Right YAML that YamlDotNet does not read as YAML 1.2: the text, what it is, and what YamlDotNet does.</summary>
    public static readonly IReadOnlyList<(string Text, string Expected, string Deviation)> Deviating =
    [
        ("[? : a]", """[{Plain"": Plain"a"}]""", "it refuses an empty explicit key in a flow sequence"),
        ("- : a", """[{Plain"": Plain"a"}]""", "it refuses an empty implicit key in a list"),
        ("{a:}", """{Plain"a": Plain""}""", "it takes a ':' before a bracket for text"),
        ("{a\n  b: c, \"d\n  e\": f, g\n  : h}", """{Plain"a b": Plain"c", DoubleQuoted"d e": Plain"f", Plain"g": Plain"h"}""", "it refuses keys of a flow mapping that take two lines"),
        ("? \n: a", """{Plain"": Plain"a"}""", "it reads the empty explicit key twice"),
        ("a *b: c", """{Plain"a *b": Plain"c"}""", "it takes ' *b:' for an alias, and so the colon for text"),
        ("{a: &b \" #c\", d: e}", """{Plain"a": &b DoubleQuoted" #c", Plain"d": Plain"e"}""", "it takes the '#' for a comment"),
        ("--- |\na\n b\n\nc\n", "Literal\"a\\n b\\n\\nc\\n\"", "it loses indentation in a block scalar at column 0"),
        ("a: |\n    \nb: c", """{Plain"a": Literal"", Plain"b": Plain"c"}""", "it refuses blanks in a block scalar without text"),
        ("a: b\n\t\nc: d\n\t# e\n", """{Plain"a": Plain"b", Plain"c": Plain"d"}""", "it refuses a tab in a blank line or a comment line behind a plain scalar"),
        ("\uFEFFa: 1\n", """{Plain"a": Plain"1"}""", "it leaves the byte order mark to whoever reads the file"),
        ("a: \"b\u2028c\u0085d\"", "{Plain\"a\": DoubleQuoted\"b\u2028c\u0085d\"}", "it takes line ends of YAML 1.1 for line ends"),
    ];

    /// <summary>What is not YAML, in a compose file or elsewhere: the text, the position of the first problem marked by "§", and the reason.</summary>
    public static readonly IReadOnlyList<(string Marked, string Reason)> Broken =
    [
        ("a: §\"b\nc: d", "the quote is not closed"),
        ("a: §'b\nc: d", "the quote is not closed"),
        ("a: §[b\nc: d", "the '[' is not closed"),
        ("a: §{b: c\nd: e", "the '{' is not closed"),
        ("a: §[b}\nc: d", "the '[' is not closed"),
        ("a: [\"b\" §c]", "no ',' stands between two values"),
        ("a: [§, b]", "nothing stands before the ','"),
        ("a: b\n§c\nd: e", "the line has no ': ' behind a key"),
        ("§a\nb: c", "the line has no ': ' behind a key"),
        ("a:\n  §b\n  c: d", "the line has no ': ' behind a key"),
        ("a: b§: c", "the value has ': ' in it and no quotes"),
        ("a: \"b\" §c", "there is text behind the end of the value"),
        ("a: | §b\n  c", "there is text behind the end of the value"),
        ("a: |2§2\n  c", "there is text behind the end of the value"),
        ("a:\n    b: c\n  §d: e", "the indentation fits no line above"),
        ("a:\n  b: c\n    §d: e", "the indentation fits no line above"),
        ("a:\n§\tb: c", "a tab is used as indentation"),
        ("a:\n  b: c\n§\td: e", "a tab is used as indentation"),
        ("a:\n  §\tb: c", "a tab is used as indentation"),
        ("-§\t- a", "a tab is used as indentation"),
        ("a: §- b", "'-' does not begin a line"),
        ("&a §- b", "'-' does not begin a line"),
        ("a: b\n§- c", "a list item stands where a key is expected"),
        ("- a\n§b: c", "the line does not begin with '- ' as the list above it does"),
        ("a: §@b", "a value that begins with '@' needs quotes"),
        ("a: §%b", "a value that begins with '%' needs quotes"),
        ("a: [§- b]", "a value that begins with '-' needs quotes"),
        ("a: \"b§\\q\"", "'\\q' is no escape"),
        ("a: \"b§\\x1\"", "'\\x' is no escape"),
        ("a: \"b§\\U00110000\"", "'\\U' is no escape"),
        ("a: |\n    \n  §b", "a blank line above the text is indented deeper than the text"),
        ("§[a,\n b]: c", "the key takes more than one line"),
        ("a: &b §*c", "an alias has a tag or an anchor"),
        ("a: &b &c§ d", "a value has two tags or two anchors"),
        ("a: §* b", "an anchor or an alias has no name"),
        ("§%YAML 1.2\na: b", "no '---' follows the directive"),
        ("--- [a]\n§[b]", "the document has ended before this line"),
    ];
}
