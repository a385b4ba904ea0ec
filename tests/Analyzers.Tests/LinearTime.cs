using System.Diagnostics;

namespace DockerConnectionStrings.Analyzers.Tests;

/// <summary>A clock for hostile input: sixteen times the text takes about as many times as long, where work in its square takes 256 times as long.</summary>
internal static class LinearTime
{
    private const int Growth = 16;

    /// <summary>Between 16 and 256, and well above 16: a cache that is left and garbage that is collected double a time, and the machine does other things besides.</summary>
    private const double MostGrowth = 140;

    /// <summary>What is over sooner tells little by its time, and needs not: the square of tens of thousands of pieces takes longer.</summary>
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(50);

    /// <summary>Other tests and their collections of garbage run meanwhile: so long a quiet moment is waited for.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <summary>Asserts it of one kind of text.</summary>
    /// <param name="size">How many pieces the longer text has, tens of thousands; the shorter one a sixteenth of them.</param>
    /// <param name="write">Gives the text of so many pieces.</param>
    /// <param name="read">What is to be linear.</param>
    /// <param name="what">The case, for the message.</param>
    public static void Assert(int size, Func<int, string> write, Action<string> read, string what = "") => Assert<string>(size, write, read, what);

    /// <inheritdoc cref="Assert(int, Func{int, string}, Action{string}, string)"/>
    public static void Assert<T>(int size, Func<int, T> write, Action<T> read, string what = "")
    {
        var (whole, part) = (write(size), write(size / Growth));
        var (most, least) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        var all = Stopwatch.StartNew();
        while (all.Elapsed < s_limit)
        {
            most = Shorter(most, whole, read);
            if (most < s_shortest)
            {
                return;
            }

            // The shorter one is interrupted as easily as the longer one, and then all looks linear.
            for (var j = 0; j < 4; j++)
            {
                least = Shorter(least, part, read);
            }

            if (most <= MostGrowth * least)
            {
                return;
            }
        }

        Xunit.Assert.Fail($"{what}: {size} pieces take {most.TotalMilliseconds:F1} ms, a sixteenth of them {least.TotalMilliseconds:F1} ms.");
    }

    private static TimeSpan Shorter<T>(TimeSpan best, T text, Action<T> read)
    {
        var watch = Stopwatch.StartNew();
        read(text);
        return watch.Elapsed < best ? watch.Elapsed : best;
    }
}
