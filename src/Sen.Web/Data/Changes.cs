using Microsoft.AspNetCore.OutputCaching;
using Sen.Web.Platform;

namespace Sen.Web.Data;

/// <summary>After a commit, tells the page cache which kinds of rows changed. Cached pages go by event, not only by age.</summary>
public sealed class Changes(IServiceProvider services)
{
    private static readonly string[] NeverShownInPublic = ["AuditEntry", "OutboxMessage", "User", "DataProtectionKey", "RoleGrant"];
    private readonly HashSet<Type> pending = [];

    public void Remember(IEnumerable<Type> kinds) => pending.UnionWith(kinds);

    public async Task TellAsync(IEnumerable<Type> kinds, CancellationToken ct)
    {
        pending.UnionWith(kinds);
        var matters = pending.Any(k => !NeverShownInPublic.Contains(k.Name));
        pending.Clear();
        // Commands have no page cache of their own; the server's pages then age out (PublicPages policy).
        if (!matters || services.GetService<IOutputCacheStore>() is not { } pages) return;
        services.GetRequiredService<PageGeneration>().Next();
        await pages.EvictByTagAsync(PublicPages.Tag, ct);
    }
}
