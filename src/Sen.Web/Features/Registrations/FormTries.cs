using System.Threading.RateLimiting;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// How often the public forms are taken from one address: against machines, not against people. A hall of 60 behind one address, five
/// tries each, stays below it. In the memory of this node.
/// </summary>
public sealed class FormTries(IConfiguration settings) : IDisposable
{
    public const string Setting = "Forms:PerAddress";
    private const int PerMailbox = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> addresses = Limiter(settings.GetValue(Setting, 300));
    private readonly PartitionedRateLimiter<string> mailboxes = Limiter(PerMailbox);

    /// <summary>False: too often from there.</summary>
    public bool Take(HttpContext context)
    {
        using var lease = addresses.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    /// <summary>False: this mailbox has been written to often enough by people who only typed it.</summary>
    public bool TakeMailbox(string address)
    {
        using var lease = mailboxes.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        addresses.Dispose();
        mailboxes.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int most) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 }));
}
