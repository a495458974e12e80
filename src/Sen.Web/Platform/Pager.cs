using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform;

/// <summary>One page of a long list, and the addresses of its neighbours with everything else of the address kept.</summary>
public sealed record Pager(HttpRequest Request, int Number, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
    public int First => Total == 0 ? 0 : (Number - 1) * Size + 1;
    public int Last => Math.Min(Total, Number * Size);

    /// <summary>A number beyond the end shows the last page.</summary>
    public static Pager Of(HttpRequest request, int? number, int size, int total)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        return new Pager(request, Math.Clamp(number ?? 1, 1, pages), size, total);
    }

    public string At(int page) => Address(Request, ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""));

    public string Words(Language l) => l[$"{l.Number(First)}–{l.Number(Last)} trong {l.Number(Total)}", $"{l.Number(First)}–{l.Number(Last)} of {l.Number(Total)}"];

    /// <summary>This address with some of its questions changed; an empty one is left out.</summary>
    public static string Address(HttpRequest request, params ReadOnlySpan<(string Name, string Value)> changes)
    {
        var query = request.Query.Where(q => q.Key != "handler" && q.Key != "format").ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        foreach (var (name, value) in changes) query[name] = value;
        return request.Path + QueryString.Create(query.Where(q => q.Value.Length > 0)!);
    }
}
