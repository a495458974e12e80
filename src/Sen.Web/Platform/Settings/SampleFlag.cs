using Microsoft.EntityFrameworkCore;

namespace Sen.Web.Platform.Settings;

/// <summary>Whether the sample is in. Every page says so while it is; a removal is seen within seconds on every node.</summary>
public sealed class SampleFlag(IServiceScopeFactory scopes, TimeProvider clock)
{
    public const string Name = "sample";
    public const string In = "in";
    public const string Removed = "removed";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private (bool In, DateTimeOffset At) seen = (false, DateTimeOffset.MinValue);

    public async ValueTask<bool> IsInAsync()
    {
        var now = clock.GetUtcNow();
        if (now - seen.At < Fresh) return seen.In;
        await using var scope = scopes.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<DbContext>().Set<Setting>();
        var value = await settings.AsNoTracking().Where(s => s.Name == Name).Select(s => s.Value).FirstOrDefaultAsync();
        seen = (value == In, now);
        return seen.In;
    }
}
