using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Sen.Web.Platform.Outbox;

/// <summary>Which addresses are known not to work, and how the answers of mail servers are read.</summary>
public static partial class FailedAddresses
{
    private const int LongestReason = 500;

    public static async Task MarkAsync(DbContext db, string address, bool permanent, string reason, DateTime now, CancellationToken ct)
    {
        var (key, why) = (KeyOf(address), Short(reason));
        var marks = db.Set<FailedAddress>();
        // A later soft answer takes nothing back of what is known for good.
        if (await UpdateAsync() > 0 || await marks.AnyAsync(a => a.Address == key, ct)) return;
        try
        {
            db.Add(new FailedAddress { Address = key, IsPermanent = permanent, Reason = why, At = now });
            await db.SaveChangesAsync(ct);
        }
        // Another node marked it at the same moment.
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await UpdateAsync();
        }

        Task<int> UpdateAsync() => marks.Where(a => a.Address == key && (permanent || !a.IsPermanent)).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.IsPermanent, permanent).SetProperty(x => x.Reason, why).SetProperty(x => x.At, now), ct);
    }

    /// <summary>Somebody says that it works: the next mail tells.</summary>
    public static async Task<bool> ClearAsync(DbContext db, string address, CancellationToken ct)
    {
        var key = KeyOf(address);
        return await db.Set<FailedAddress>().Where(a => a.Address == key).ExecuteDeleteAsync(ct) > 0;
    }

    public static string KeyOf(string address) => address.Trim().ToLowerInvariant();

    public static string Short(string reason)
    {
        var text = Spaces().Replace(reason, " ").Trim();
        return text.Length > LongestReason ? text[..LongestReason] : text;
    }

    /// <summary>
    /// Whether an enhanced status (RFC 3463) says that the address itself is wrong. 5.2.2 is a full mailbox and 5.7.x a refusal of this one
    /// letter: both are permanent for the letter, not for the address.
    /// </summary>
    public static bool IsWrong(string? status, int reply = 0)
    {
        var parts = (status ?? "").Split('.');
        if (parts is ["5", var subject, var detail])
            return (subject, detail) is ("0", "0") or ("1", _) or ("2", "1") or ("4", "4") or ("4", "6");
        return status is null or "" && reply is 550 or 551 or 553;
    }

    /// <summary>«5.1.1» out of a server's words, where it stands there.</summary>
    public static string? StatusIn(string words) => Status().Match(words) is { Success: true } m ? m.Value : null;

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Status();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
