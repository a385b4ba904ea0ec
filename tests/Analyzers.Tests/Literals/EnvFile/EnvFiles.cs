using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.EnvFile;

/// <summary>
/// Files, and what Compose makes of them: [K=v] for a value without quotes, [K="v"] and [K='v'] for one with, [K] for a key alone.
/// Those with a star are cases of compose-go's own tests (<c>dotenv/godotenv_test.go</c>, <c>parser_test.go</c>), the others follow its parser.
/// </summary>
internal static class EnvFiles
{
    public static readonly IReadOnlyDictionary<string, (string Text, string Read)> All = new Dictionary<string, (string, string)>
    {
        ["an empty file"] = ("", ""),
        ["blank lines *"] = ("\n\t\t \n\r\n", ""),
        ["comments *"] = ("# Comment\n\t # comment\n#a=b\n", ""),
        ["plain values *"] = ("FOO=bar", "[FOO=bar]"),
        ["blanks around the sign *"] = ("FOO =bar\nBAR= bar\nBAZ\t=\tbaz\t\n", "[FOO=bar][BAR=bar][BAZ=baz]"),
        ["blanks before the key *"] = (" KEY =value\n   KEY=value\n\tKEY=value", "[KEY=value][KEY=value][KEY=value]"),
        ["blanks behind the value *"] = ("FOO=bar \n", "[FOO=bar]"),
        ["blanks inside of the value *"] = ("KEY=value  value", "[KEY=value  value]"),
        ["several signs *"] = ("FOO=foobar=\nOPTION_A=1:B\nOPTION_B: Foo=bar", "[FOO=foobar=][OPTION_A=1:B][OPTION_B=Foo=bar]"),
        ["values as in YAML *"] = ("OPTION_A: 1\nOPTION_B:2\n", "[OPTION_A=1][OPTION_B=2]"),
        ["no value *"] = ("A=\nB= \nC=\r\nD:\nE=\"\"\nF=''", "[A=][B=][C=][D=][E=\"\"][F='']"),
        ["keys alone *"] = ("A\nB \r\nexport C\nD", "[A][B][C][D]"),
        ["keys of every kind *"] = ("FOO.BAR=1\na[1]=c\nVAR-WITH-DASHES=2\nárvíztűrő=ÁRVÍZTŰRŐ\n1A=3\n𝒳=4", "[FOO.BAR=1][a[1]=c][VAR-WITH-DASHES=2][árvíztűrő=ÁRVÍZTŰRŐ][1A=3][𝒳=4]"),
        ["no key *"] = ("=\"value\"", "[=\"value\"]"),
        ["export *"] = ("export OPTION_A=2\n  export OPTION_A=2\nexport\tOPTION_A=2\nexport   A=\"export A\"", "[OPTION_A=2][OPTION_A=2][OPTION_A=2][A=\"export A\"]"),
        ["keys that begin as export *"] = ("exportFOO=2\nexport_FOO =2\nexport.FOO= 2\nexport exportFoo=2\nexport=3\n", "[exportFOO=2][export_FOO=2][export.FOO=2][exportFoo=2][export=3]"),
        ["export alone"] = ("export\nexport \nA=1\nexport", "[A=1]"),
        ["comments behind values *"] = ("FOO=bar # this is foo\nFOO=bar #this is foo\nFOO=bar #\nFOO=bar  # a # b", "[FOO=bar][FOO=bar][FOO=bar][FOO=bar]"),
        ["signs that begin no comment *"] = ("FOO=123#not-an-inline-comment\nFOO=a\t#b", "[FOO=123#not-an-inline-comment][FOO=a\t#b]"),
        ["a comment where the value is to be"] = ("FOO= # bar\nFOO=#bar\n", "[FOO=# bar][FOO=#bar]"),
        ["double quotes *"] = ("FOO=\"bar\"\nBAR=\"'d'\"\nBAZ = \" e \" ", "[FOO=\"bar\"][BAR=\"'d'\"][BAZ=\" e \"]"),
        ["single quotes *"] = ("FOO='bar'\nexport OPTION_B='\\n'\nJ='\"$A\" #'", "[FOO='bar'][OPTION_B='\\n'][J='\"$A\" #']"),
        ["quotes inside of plain values"] = ("A=b\"c\"\nB=it's\nC=b \"c # d\" # e", "[A=b\"c\"][B=it's][C=b \"c]"),
        ["comments behind quotes *"] = ("FOO=\"bar#baz\" # comment\nFOO='bar#baz' # comment\nFOO=\"bar#baz\"#\nFOO=\"ba #r\"\nFOO='ba #r'", "[FOO=\"bar#baz\"][FOO='bar#baz'][FOO=\"bar#baz\"][FOO=\"ba #r\"][FOO='ba #r']"),
        ["an entry behind quotes"] = ("A=\"b\" C=d\nE='f'G='h'", "[A=\"b\"][C=d][E='f'][G='h']"),
        ["quotes that are escaped *"] = ("FOO=\"escaped\\\"bar\"\nBAR=\"\\\"quoted\\\"\"\nBAZ='it\\'s'\nD='\\\"'\nE=\"\\'\"", "[FOO=\"escaped\"bar\"][BAR=\"\"quoted\"\"][BAZ='it's'][D='\\\"'][E=\"\\'\"]"),
        ["escapes *"] = ("KEY=\"Z\\aZ\\bZ\\fZ\\nZ\\rZ\\tZ\\vZ\\\\Z\\0123Z\"", "[KEY=\"Z\aZ\bZ\fZ\nZ\rZ\tZ\vZ\\ZSZ\"]"),
        ["escapes of a backslash *"] = ("FOO=\"bar\\\\\\n\\ b\\az\"\nFOO=\"bar\\\\r\\ b\\az\"\nFOO=\"bar\\nbaz\\\\\"", "[FOO=\"bar\\\n\\ b\az\"][FOO=\"bar\\r\\ b\az\"][FOO=\"bar\nbaz\\\"]"),
        ["what is no escape *"] = ("A=\"\\x07\"\nB=\"\\u12e4\"\nC=\"\\U00101234\"\nD=\"\\ \\c\\q\\.\"\nE=a\\tb\nF='\\t\\\\\\$'", "[A=\"\\x07\"][B=\"\\u12e4\"][C=\"\\U00101234\"][D=\"\\ \\c\\q\\.\"][E=a\\tb][F='\\t\\\\\\$']"),
        ["numbers of characters"] = ("A=\"\\0101\\0377\\00123\"\nB=\"\\0\\01\\012\\0477\\0189\\08x\"", "[A=\"A\u00FF\n3\"][B=\"\\\\1\\12\\477\\189\\8x\"]"),
        ["dollars *"] = ("FOO=\"foo\\$BAR\"\nFOO=\"foo\\${BAR} ${FOO}\"\nFOO=$$a ${B:-c # d\nFOO='$A'", "[FOO=\"foo$$BAR\"][FOO=\"foo$${BAR} ${FOO}\"][FOO=$$a ${B:-c][FOO='$A']"),
        ["several lines in quotes *"] = ("J = 'first line\nsecond line\n\nand so on'\nK=\"a\n# b=c\n\td\\\ne\" # f\nZ = \"last\"", "[J='first line\nsecond line\n\nand so on'][K=\"a\n# b=c\n\td\\\ne\"][Z=\"last\"]"),
        ["a quote that the next line closes"] = ("A=\"\nB=\"\nC=\"d\"", "[A=\"\nB=\"][C=\"d\"]"),
        ["several lines with carriage returns"] = ("J=\"a\r\nb\"\r\nK=c\r\n", "[J=\"a\r\nb\"][K=c]"),
        ["carriage returns and line feeds"] = ("# a\r\nB=c\r\nD=\"e\"\r\n\r\nF='g' # h\r\nI=j # k\r\nL\r\n", "[B=c][D=\"e\"][F='g'][I=j][L]"),
        ["a byte order mark *"] = ("\uFEFFOPTION_A=1\nOPTION_B=2", "[OPTION_A=1][OPTION_B=2]"),
        ["repeated keys"] = ("A=1\nB=2\nA=3", "[A=1][B=2][A=3]"),
        ["a connection string"] = ("ConnectionStrings__Default=Server=localhost;Port=3306;Uid=root;Pwd=a#b;\nDB=\"Server=db;Pwd='x y'\"", "[ConnectionStrings__Default=Server=localhost;Port=3306;Uid=root;Pwd=a#b;][DB=\"Server=db;Pwd='x y'\"]"),
    };

    /// <summary>What Compose refuses, half typed or mistaken: the text, the position of the first problem marked by "§", the reason, and what is read all the same.</summary>
    public static readonly IReadOnlyList<(string Marked, string Reason, string Read)> Broken =
    [
        ("lol§$wut", OddKey, ""),
        ("A=1\n§%!(EXTRA string)=foo\nB=2", OddKey, "[A=1][B=2]"),
        ("A=1\nKEY §# comment\nB=2", OddKey, "[A=1][B=2]"),
        ("A=1\n§\"KEY\"=1\nB=2", OddKey, "[A=1][B=2]"),
        ("A=1\n§{\n\"B\": 2\n}", OddKey, "[A=1]"),
        ("A=1\nK§\uFFFDY=2\nB=2", OddKey, "[A=1][B=2]"),
        ("A=1\n§\0\nB=2", OddKey, "[A=1][B=2]"),
        ("A=1\nB§ C=1\nD=2", "a key has a space in it", "[A=1][D=2]"),
        ("A=1\nexport B§ C=1\nD=2", "a key has a space in it", "[A=1][D=2]"),
        ("A=\"b\" c§\" d\nE=f", OddKey, "[A=\"b\"][E=f]"),
        ("KEY=§\"", "the quote is not closed", "[KEY=\"\"]"),
        ("KEY=§'", "the quote is not closed", "[KEY='']"),
        ("KEY=§\"value", "the quote is not closed", "[KEY=\"value\"]"),
        ("KEY=§\"value\\\"", "the quote is not closed", "[KEY=\"value\"\"]"),
        ("KEY=§\"value'", "the quote is not closed", "[KEY=\"value'\"]"),
        ("KEY=§'value\\'", "the quote is not closed", "[KEY='value'']"),
        ("KEY=§'value\\", "the quote is not closed", "[KEY='value\\']"),
        ("KEY=§\"value \r\nB=c", "the quote is not closed", "[KEY=\"value\"][B=c]"),
        ("KEY=§\"value\nB=\"c\"\nD=\"e\"", "the quote is not closed", "[KEY=\"value\"][B=\"c\"][D=\"e\"]"),
        ("KEY=§'value\nB=\"c\"\nD='e'", "the quote is not closed", "[KEY='value'][B=\"c\"][D='e']"),
    ];

    private const string OddKey = "a key has a character in it that is no letter and no number";

    public static string Show(EnvStream stream) => string.Concat(stream.Entries.Select(entry => $"[{entry.Key.Value}{Show(entry.Value)}]"));

    private static string Show(YamlScalar? value) => value switch
    {
        null => "",
        { Style: YamlScalarStyle.DoubleQuoted } => $"=\"{value.Value}\"",
        { Style: YamlScalarStyle.SingleQuoted } => $"='{value.Value}'",
        _ => "=" + value.Value,
    };
}
