using Microsoft.AspNetCore.WebUtilities;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>One page of a long list, and the addresses of its neighbours with the same filter.</summary>
public sealed record ListPage(int Number, int Total, HttpRequest Request)
{
    public const int Size = 50;

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
    public int First => Total == 0 ? 0 : ((Number - 1) * Size) + 1;
    public int Last => Math.Min(Total, Number * Size);

    /// <summary>A page past the end shows the last one.</summary>
    public static ListPage Of(int? wanted, int total, HttpRequest request)
    {
        var pages = Math.Max(1, (total + Size - 1) / Size);
        return new ListPage(Math.Clamp(wanted ?? 1, 1, pages), total, request);
    }

    public string Link(string name, string value) => With(Request, name, value);

    /// <summary>This address with one word of its query changed; another filter or order begins at the first page.</summary>
    public static string With(HttpRequest request, string name, string value)
    {
        var query = request.Query.Where(q => q.Key != name && q.Key != "p" && q.Key != "handler").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Append(KeyValuePair.Create(name, (string?)value));
        return QueryHelpers.AddQueryString(request.Path, query);
    }

    /// <summary>The days a filter names, as instants.</summary>
    public static (DateTime? From, DateTime? Until) Days(DateOnly? from, DateOnly? to) => (
        from is { } f ? TimeZoneInfo.ConvertTimeToUtc(f.ToDateTime(TimeOnly.MinValue), WallClock.Zone) : null,
        to is { } t ? TimeZoneInfo.ConvertTimeToUtc(t.AddDays(1).ToDateTime(TimeOnly.MinValue), WallClock.Zone) : null);
}
