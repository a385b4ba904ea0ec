using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>Our tables of keys against each driver's own.</summary>
public class DriverKeysTests
{
    [Theory]
    [InlineData("MySQL")]
    [InlineData("PostgreSQL")]
    [InlineData("SQL Server")]
    public void Every_name_that_a_driver_has_for_an_option_is_ours(string driverName)
    {
        var driver = Driver.Named(driverName);
        foreach (var key in driver.Options.Keys)
        {
            var names = driver.NamesOf(key).Except(Driver.NamesLeftOut).ToArray();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.Equal((name, key), (name, ConnectionKeys.TryGet(name, out var known) ? known : null as ConnectionKey?)));
        }
    }

    [Theory]
    [InlineData("MySQL")]
    [InlineData("PostgreSQL")]
    [InlineData("SQL Server")]
    public void What_a_driver_takes_of_our_names_means_the_same_to_it(string driverName)
    {
        var driver = Driver.Named(driverName);
        Assert.All(ConnectionKeys.All, pair =>
        {
            Assert.Equal(driver.Aliases.ContainsKey(pair.Key), driver.Accepts(pair.Key));
            if (driver.Accepts(pair.Key))
            {
                var option = driver.Options[pair.Value];
                var builder = driver.Create();
                builder[pair.Key] = driver.Values.GetValueOrDefault(option, "value");
                Assert.Equal([option], builder.Keys.Cast<string>().Where(builder.ShouldSerialize), StringComparer.OrdinalIgnoreCase);
            }
        });
    }

    /// <summary>Some driver takes each of our names; MySql.Data alone takes <c>ssl-mode</c> and <c>dns-srv</c>.</summary>
    [Fact]
    public void No_name_of_ours_is_made_up() =>
        Assert.Equal(["Ssl-Mode", "Dns-Srv", "DnsSrv"], ConnectionKeys.All.Keys.Where(key => !Driver.All.Any(driver => driver.Accepts(key))));

    /// <summary>What is an engine's own is refused by the other engines' drivers, or it tells nothing.</summary>
    [Fact]
    public void A_key_that_is_an_engines_own_is_taken_by_no_other_engines_driver()
    {
        var taken =
            from engine in EngineTable.All
            from key in engine.OwnKeys
            from driver in Driver.All
            where driver.Name != engine.Name && driver.Aliases.Keys.Any(alias => Engine.Normalize(alias).Equals(key, StringComparison.OrdinalIgnoreCase))
            select $"{engine.Name}: {key} is taken by {driver.Name}";
        Assert.Empty(taken);
    }

    [Fact]
    public void A_pair_that_is_an_engines_own_is_taken_by_no_other_engines_driver()
    {
        var taken =
            from engine in EngineTable.All
            from pair in engine.OwnPairs
            let parts = pair.Split('=')
            from driver in Driver.All
            where driver.Name != engine.Name && driver.Accepts(parts[0], parts[1])
            select $"{engine.Name}: {pair} is taken by {driver.Name}";
        Assert.Empty(taken);
    }

    [Fact]
    public void A_pair_that_is_an_engines_own_is_taken_by_its_driver() =>
        Assert.All(Driver.All, driver => Assert.All(
            EngineTable.All.Single(engine => engine.Name == driver.Name).OwnPairs,
            pair => Assert.True(driver.Accepts(pair.Split('=')[0], pair.Split('=')[1]), pair)));
}
