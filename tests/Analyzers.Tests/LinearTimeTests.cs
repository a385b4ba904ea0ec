namespace DockerConnectionStrings.Analyzers.Tests;

public class LinearTimeTests
{
    [Fact]
    public void Work_in_step_with_the_text_is_linear() => LinearTime.Assert(200_000_000, size => size, Work);

    [Fact]
    public void Work_in_the_square_of_the_text_is_not() =>
        Assert.ThrowsAny<Exception>(() => LinearTime.Assert(15_000, size => size, size => Work(size * size)));

    private static void Work(int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += sum ^ i;
        }

        Assert.NotEqual(-1, sum | 1);
    }
}
