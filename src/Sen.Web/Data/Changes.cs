using Microsoft.AspNetCore.OutputCaching;
using Sen.Web.Platform;

namespace Sen.Web.Data;

/// <summary>After a commit, tells the page cache which kinds of rows changed. Cached pages go by event, not only by age.</summary>
public sealed class Changes(IServiceProvider services)
{
    private static readonly string[] NeverShownInPublic = ["AuditEntry", "OutboxMessage", "User", "DataProtectionKey", "RoleGrant", "GroupLetter", "LetterRecipient", "LetterTemplate", "NewsRefusal", "FailedAddress"];
    private readonly HashSet<Type> pending = [];

    public void Remember(IEnumerable<Type> kinds) => pending.UnionWith(kinds);

    /// <summary>True where readers of public pages see a difference.</summary>
    public async Task<bool> TellAsync(IEnumerable<Type> kinds, CancellationToken ct)
    {
        pending.UnionWith(kinds);
        var matters = pending.Any(k => !NeverShownInPublic.Contains(k.Name));
        pending.Clear();
        // Commands have no page cache of their own; the servers learn of it by ForeignChanges.
        if (matters && services.GetService<IOutputCacheStore>() is { } pages)
        {
            services.GetRequiredService<PageGeneration>().Next();
            await pages.EvictByTagAsync(PublicPages.Tag, ct);
        }
        return matters;
    }
}
