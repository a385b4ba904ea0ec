using CsCheck;
using DockerConnectionStrings.Analyzers.Connections;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>What we read in a text against what each driver, and the platform under it, reads there.</summary>
public class DriverTextsTests
{
    [Theory]
    [InlineData("MySQL")]
    [InlineData("PostgreSQL")]
    [InlineData("SQL Server")]
    public void Hand_written_texts_are_read_as_the_driver_reads_them(string driverName)
    {
        var driver = Driver.Named(driverName);
        var accepted = 0;
        foreach (var text in driver.NamesOf(ConnectionKey.Host).SelectMany(ConnectionTexts.HandWritten))
        {
            accepted += DriverOracle.AssertAgrees(driver, text) ? 1 : 0;
        }

        Assert.InRange(accepted, 80, int.MaxValue);
    }

    [Theory]
    [InlineData("MySQL")]
    [InlineData("PostgreSQL")]
    [InlineData("SQL Server")]
    public void Generated_texts_are_read_as_the_driver_reads_them(string driverName)
    {
        var driver = Driver.Named(driverName);
        var accepted = 0;
        ConnectionTexts.For(driver).Sample(text => accepted += DriverOracle.AssertAgrees(driver, text) ? 1 : 0, iter: LongRuns.Of(4_000), threads: 1);

        // The driver has its say on enough of them.
        Assert.InRange(accepted, LongRuns.Of(4_000) / 3, LongRuns.Of(4_000));
    }

    [Fact]
    public void A_part_that_is_a_hole_changes_nothing_before_and_behind_it() =>
        Gen.Select(ConnectionTexts.For(Driver.MySql), ConnectionTexts.For(Driver.MySql)).Sample(
            (before, behind) =>
            {
                if (DriverOracle.ReadOurs(before) is not { } first || DriverOracle.ReadOurs(behind) is not { } second)
                {
                    return;
                }

                var whole = DriverOracle.ReadOurs($"{before}; {ConnectionTexts.Hole} ;{behind}");
                Assert.NotNull(whole);
                Assert.True(whole.HasUnknownPart);
                Assert.Equal([.. first.Pairs, .. second.Pairs.Select(pair => pair with { ValueStart = pair.ValueStart + before.Length + 5, End = pair.End + before.Length + 5 })], whole.Pairs);
            },
            iter: LongRuns.Of(3_000),
            threads: 1);
}
