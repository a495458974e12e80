using System.Globalization;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>One limit, or the whole hall, as a bar: its mark stands at four fifths, so that demand may pass it.</summary>
/// <param name="Mark">The cap, or the seats kept where there is no cap; null for neither.</param>
public sealed record LimitBar(int Seated, int Pending, int Wanting, int? Mark)
{
    private const double MarkAt = 80;

    public int Taken => Seated + Pending;
    public int? Left => Mark is { } m ? Math.Max(0, m - Taken) : null;
    public bool IsFull => Mark is { } m && Taken >= m;

    private double Scale => Mark is > 0 and var m && Taken + Wanting <= m * 100 / MarkAt ? MarkAt / m : 100.0 / Math.Max(1, Math.Max(Taken + Wanting, Mark ?? 0));

    public string SeatedWidth => Percent(Seated * Scale);
    public string PendingX => SeatedWidth;
    public string PendingWidth => Percent(Pending * Scale);
    public string WantingX => Percent(Taken * Scale);
    public string WantingWidth => Percent(Wanting * Scale);
    public string MarkX => Percent((Mark ?? 0) * Scale);

    private static string Percent(double share) => Math.Round(Math.Min(100, share), 1).ToString(CultureInfo.InvariantCulture) + "%";
}
