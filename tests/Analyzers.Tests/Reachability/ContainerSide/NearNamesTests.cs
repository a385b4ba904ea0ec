using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability.ContainerSide;

/// <summary>Which names are one another by mistake.</summary>
public class NearNamesTests
{
    [Theory]
    [InlineData("mysq1", "mysql")]
    [InlineData("msyql", "mysql")]
    [InlineData("mysqll", "mysql")]
    [InlineData("myql", "mysql")]
    [InlineData("orders", "order")]
    [InlineData("order", "orders")]
    [InlineData("mailboxes", "mailbox")]
    [InlineData("shop_db", "shop-db")]
    [InlineData("shopdb", "shop-db")]
    [InlineData("Shop-DB", "shop-db")]
    [InlineData("shop-database", "shop-db")]
    [InlineData("shop-mysql", "shop-db")]
    [InlineData("mysqldb", "db")]
    [InlineData("database", "db")]
    [InlineData("message-brokers", "message-broker")]
    public void A_slip_of_the_finger_a_number_a_separator_a_synonym(string one, string other)
    {
        Assert.True(NearNames.AreNear(one, other, EngineTable.OfWord("mysql")!));
        Assert.True(NearNames.AreNear(other, one, EngineTable.OfWord("mysql")!));
    }

    [Theory]
    [InlineData("api", "app")]
    [InlineData("db", "dc")]
    [InlineData("redis1", "redis2")]
    [InlineData("redis", "redis2")]
    [InlineData("mysql8", "mysql")]
    [InlineData("node-a", "node-b")]
    [InlineData("order", "invoice")]
    [InlineData("shop-db", "crm-db")]
    [InlineData("orders-api", "orders-db")]
    [InlineData("postgres", "db")]
    [InlineData("mysqlx-one", "mysql-two")]
    [InlineData("", "db")]
    [InlineData("-", "db")]
    public void Other_words(string one, string other)
    {
        Assert.False(NearNames.AreNear(one, other, EngineTable.OfWord("mysql")!));
        Assert.False(NearNames.AreNear(other, one, EngineTable.OfWord("mysql")!));
    }
}
