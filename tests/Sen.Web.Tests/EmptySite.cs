namespace Sen.Web.Tests;

/// <summary>A site of a test class's own, without the sample: for what counts everything that is there.</summary>
public sealed class EmptySite : IAsyncLifetime
{
    public TestSite Site { get; } = new() { Sample = false };

    public ValueTask InitializeAsync() => Site.InitializeAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
