namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

/// <summary>Documents of every shape, by name; the platform reads all of them.</summary>
internal static class XmlDocuments
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["an empty element"] = "<a/>",
        ["an element without text"] = "<a></a >",
        ["a text"] = "<a>b</a>",
        ["both quotes"] = """<a b="c'd" e='f"g'/>""",
        ["empty values"] = """<a b="" c=''><d></d></a>""",
        ["white space in tags"] = "<a\r\n\tb\n=\r'c' \t d = \"e\"\r\n><f \n/></a\r>\r\n",
        ["white space in values"] = "<a b=' c\td\ne\rf\r\ng\n\rh\r\r\n\n ' i='\r\n' j='\t'/>",
        ["white space in texts"] = "<a><b> c\td\ne\rf\r\ng\n\rh\r\r\n\n </b><c>\r\n</c><d>\t</d></a>",
        ["white space by its number"] = "<a b='&#9;&#10;&#13;&#32;&#xD;&#xA;'>&#9;&#10;&#13;&#32;&#xD;\n&#xA;</a>",
        ["named references"] = "<a b='&lt;&gt;&amp;&quot;&apos;' c='x&amp;y&amp;amp;z'>&lt;&gt;&amp;&quot;&apos;x&amp;y&amp;lt;</a>",
        ["references by number"] = "<a b='&#39;&#x27;&#x0000027;&#0039;&#x41;&#xe9;&#xE9;'>&#39;&#x27;&#65;&#xe9;</a>",
        ["surrogate pairs"] = "<a b='&#x1F600;x😀&#128512;'>&#x1F600;x😀&#128512;&#x10FFFF;</a>",
        ["characters beyond ASCII"] = "<ä é='日本\u0085\u00A0\u2028\u2029'>語\u0085\u00A0\u2028\uFEFF\u007F</ä>",
        ["other quotes and brackets"] = "<a b=\"'>' ]]> /> ?> -->\">]] &gt; ]&gt; > \" '</a>",
        ["CDATA"] = "<a><![CDATA[&amp; <b c=\"d\"/> ]] > -->]]></a>",
        ["CDATA with line ends"] = "<a>b\r\n<![CDATA[\r\n\r\t\n&#13;]]>\r</a>",
        ["several CDATA"] = "<a>b<![CDATA[c]]><![CDATA[]]><![CDATA[d]]]]><![CDATA[>e]]>&amp;f</a>",
        ["comments"] = "<!-- <a b='c'> & --><a><!-- &b; > --><b d='e'/><!----></a><!-- - -->",
        ["comments in texts"] = "<a>b<!-- c -->d<!--<e>&f;-->g<!-- ]]> --></a>",
        ["processing instructions"] = "<?a <b> & ?><?xml-stylesheet href='c'?><a><?d?>e<?f '>\"?>g<?h ]]> --> ?></a><?i?>",
        ["mixed content"] = "<a>b<c>d</c>e<f/>g</a>",
        ["nested elements"] = "<a><b><c d='1'><e/></c></b><b><c d='2'/></b><f><f><f>g</f></f></f></a>",
        ["namespaces"] = "<a xmlns='urn:a' xmlns:b='urn:b'><b:c b:d='1' d='2' b:key='3'>e</b:c><f xmlns=''/></a>",
        ["reserved names"] = "<a xml:space='preserve' xml:lang='en'> <b xml:id='c'/> </a>",
        ["a declaration"] = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes'?>\n<a b='c'/>",
        ["a declaration of another encoding"] = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<a b='c'/>",
        ["a byte order mark"] = "\uFEFF<a b='c'\n d='e'>f</a>",
        ["a byte order mark and a declaration"] = "\uFEFF<?xml version=\"1.0\"?><a b='c'>d</a>",
        ["a document type"] = "<!DOCTYPE a [\r\n<!ENTITY b 'c'>\r<!-- > -->\n<!ATTLIST a d CDATA 'e'>]>\r\n<a f='g'>h</a>",
        ["carriage returns only"] = "<a>\r<b c='d'\re='f'>g\rh</b>\r<i\r/></a>\r",
        ["a hundred levels"] = string.Concat(Enumerable.Repeat("<a b='c'>", 100)) + "d" + string.Concat(Enumerable.Repeat("</a>", 100)),
        ["longer than a buffer"] = $"<a>\r\n{string.Concat(Enumerable.Range(0, 400).Select(i => $"<b c='{new string('d', i)}\r\n{i}'\r\n e='&amp;'>{new string(' ', i)}\r\n{i}&lt;</b>\r"))}</a>",
        ["App.config"] = """
            <?xml version="1.0" encoding="utf-8" ?>
            <configuration>
              <configSections>
                <section name="entityFramework" type="System.Data.Entity.Internal.ConfigFile.EntityFrameworkSection, EntityFramework" requirePermission="false" />
              </configSections>
              <startup><supportedRuntime version="v4.0" sku=".NETFramework,Version=v4.8" /></startup>
              <connectionStrings>
                <clear />
                <!-- <add name="Old" connectionString="Server=localhost" /> -->
                <add name="Shop" connectionString="Server=localhost;Port=3306;Database=shop;Uid=root;Pwd=a&amp;b&quot;c&#39;" providerName="MySql.Data.MySqlClient" />
                <add name='Entities' providerName='System.Data.EntityClient'
                     connectionString='metadata=res://*/Shop.csdl;provider=MySql.Data.MySqlClient;provider connection string="server=localhost;
                       port=3306;database=shop"' />
              </connectionStrings>
              <appSettings file="local.config">
                <add key="Redis" value="localhost:6379,ssl=false" />
                <add key="Empty" value="" />
              </appSettings>
              <applicationSettings>
                <Shop.Properties.Settings>
                  <setting name="Url" serializeAs="String">
                    <value>http://localhost:5000/?a=1&amp;b=2</value>
                  </setting>
                </Shop.Properties.Settings>
              </applicationSettings>
            </configuration>
            """,
        ["Web.Release.config"] = """
            <?xml version="1.0"?>
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
              <connectionStrings>
                <add name="Shop" connectionString="Server=db;Database=shop" xdt:Transform="SetAttributes" xdt:Locator="Match(name)"/>
              </connectionStrings>
              <system.web><compilation xdt:Transform="RemoveAttributes(debug)" /></system.web>
              <runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly>
                <assemblyIdentity name="MySql.Data" publicKeyToken="c5687fc88969c44d" />
              </dependentAssembly></assemblyBinding></runtime>
            </configuration>
            """,
        [".runsettings"] = """
            <?xml version="1.0" encoding="utf-8"?>
            <RunSettings>
              <RunConfiguration>
                <EnvironmentVariables>
                  <MYSQL_CONNECTION>Server=localhost;Port=3306;Uid=root;Pwd=a&amp;b</MYSQL_CONNECTION>
                  <REDIS><![CDATA[localhost:6379,password=<&>]]></REDIS>
                </EnvironmentVariables>
              </RunConfiguration>
              <TestRunParameters>
                <Parameter name="Connection" value="Server=localhost" />
              </TestRunParameters>
            </RunSettings>
            """,
    };

    /// <summary>What is not XML or has no known value: the text, the position of the problem marked by "§", the reason, and what is read all the same.</summary>
    public static readonly IReadOnlyList<(string Marked, string Reason, string Read)> Broken =
    [
        ("§", "the file holds no element", ""),
        (" \n<!-- a -->§", "the file holds no element", ""),
        ("§x", "this is not how XML goes on", ""),
        ("§{ \"a\": 1 }", "this is not how XML goes on", ""),
        ("<?xml version='§1.1'?><a/>", "this is not how XML goes on", ""),
        (" <?§xml version='1.0'?><a/>", "this is not how XML goes on", ""),
        ("§<a b", "the '<' is not closed", ""),
        ("§<a b=", "the '<' is not closed", ""),
        ("§<a b='", "the '<' is not closed", ""),
        ("§<a b='c", "the '<' is not closed", ""),
        ("<a b='1'>§<a b='c", "the '<' is not closed", "a@b=1"),
        ("§<a b='1'>", "the element is not closed", "a@b=1"),
        ("§<a b='1'>c", "the element is not closed", "a@b=1"),
        ("<a b='1'>§</a", "the '<' is not closed", "a@b=1"),
        ("<a><b>1</b>\r\n§<c>\r\n<d>2</d>", "the element is not closed", "a/b=1|a/c/d=2"),
        ("<a><b>1</b>\r\n<c>\r\n<d>2</d></§a>", "the end tag does not match its start tag", "a/b=1|a/c/d=2"),
        ("<a>1</§b>", "the end tag does not match its start tag", ""),
        ("</§a>", "the end tag does not match its start tag", ""),
        ("<a/>§b", "there is text behind the end of the root element", ""),
        ("<a/>\r\r\n<§b/>", "there is text behind the end of the root element", ""),
        ("<a b='1'/></§a>", "there is text behind the end of the root element", "a@b=1"),
        ("<a><b c='1'/><b c='2\r\n§<b c='3'/></a>", "a '<' stands inside of a tag", "a/b@c=1"),
        ("<a><b c='1'/><b c='2\r\n  §<b c='3'/></a>", "a '<' stands inside of a tag", "a/b@c=1"),
        ("<a><b c='1'/><b \n§<b c='3'/></a>", "a '<' stands inside of a tag", "a/b@c=1"),
        ("<a><§<b/></a>", "a '<' stands inside of a tag", ""),
        ("<a><§ b/></a>", "this is not how XML goes on", ""),
        ("<a b='1' §b='2'/>", "this is not how XML goes on", ""),
        ("<a b='1'§c='2'/>", "this is not how XML goes on", ""),
        ("<a b=§c/>", "this is not how XML goes on", ""),
        ("<a b§/>", "this is not how XML goes on", ""),
        ("<a b§\u00A0='c'/>", "this is not how XML goes on", ""),
        ("<a b='c'><§b:d/></a>", "this is not how XML goes on", "a@b=c"),
        ("<a>§]]></a>", "this is not how XML goes on", ""),
        ("<a><!-- b §-- c --></a>", "this is not how XML goes on", ""),
        ("<a b='1'>§<!-- b", "the '<' is not closed", "a@b=1"),
        ("<a b='1'>§<!-- > <b> -- ", "the '<' is not closed", "a@b=1"),
        ("<a b='1'>§<![CDATA[b", "the '<' is not closed", "a@b=1"),
        ("<a b='1'>§<?b", "the '<' is not closed", "a@b=1"),
        ("§<!DOCTYPE a [", "the '<' is not closed", ""),
        ("<!DOCTYPE a [>§", "the file holds no element", ""),
        ("<a/>§<!-- >", "the '<' is not closed", ""),
        ("<a/>§<?b >", "the '<' is not closed", ""),
        ("<a><b c='1'/><b c='Uid=root;Pwd=a§&b;Server=db'/></a>", "the '&' begins an entity that is not known", "a/b@c=1"),
        ("<a><b c='1'/><b c='Uid=root;Pwd=a§&b'/></a>", "a plain '&' is written '&amp;'", "a/b@c=1"),
        ("<a><b c='1'/><b c='a §& b'/></a>", "a plain '&' is written '&amp;'", "a/b@c=1"),
        ("<a><b c='1'/><b c='a§&amp'/></a>", "a plain '&' is written '&amp;'", "a/b@c=1"),
        ("<a><b>1</b><b>a §& b</b></a>", "a plain '&' is written '&amp;'", "a/b=1"),
        ("<a><b>1</b><b>a §&b</b></a>", "a plain '&' is written '&amp;'", "a/b=1"),
        ("<a>§&;</a>", "a plain '&' is written '&amp;'", ""),
        ("<a b='§&c;' d='1'>§&e;f&g;</a>", "the '&' begins an entity that is not known", "a@d=1"),
        ("<a b='1&amp;§&c;&d;' e='2'><f>g§&h;</f><i>j</i></a>", "the '&' begins an entity that is not known", "a@e=2|a/i=j"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a d='§&b;'><e>§&b;</e></a>", "the '&' begins an entity that is not known", ""),
        ("<a>b§&c;d<e>f</e>g§&h;&i;</a>", "the '&' begins an entity that is not known", "a/e=f"),
        ("<a>b§&nbsp;c</a>", "the '&' begins an entity that is not known", ""),
        ("<a>b§&AMP;c</a>", "the '&' begins an entity that is not known", ""),
        ("<a>&#§0;</a>", "the number of a character is none that XML has", ""),
        ("<a>&#§;</a>", "the number of a character is none that XML has", ""),
        ("<a>&#x§Z;</a>", "the number of a character is none that XML has", ""),
        ("<a>&#x§110000;</a>", "the number of a character is none that XML has", ""),
        ("<a b='&#x§D83D;&#xDE00;'/>", "the number of a character is none that XML has", ""),
        ("<a>b§\0c</a>", "a character is none that XML has", ""),
        ("<a b='1'><c d='§\u0001'/></a>", "a character is none that XML has", "a@b=1"),
        ("<a b='§\uFFFE'/>", "a character is none that XML has", ""),
    ];
}
