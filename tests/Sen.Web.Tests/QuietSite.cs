namespace Sen.Web.Tests;

/// <summary>A site of a test class's own, with the sample: for what other tests' writing would disturb.</summary>
public sealed class QuietSite : IAsyncLifetime
{
    public TestSite Site { get; } = new();

    public ValueTask InitializeAsync() => Site.InitializeAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
