using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>
/// Counts openings without keeping who opened: two numbers on the material. A device is counted once, by a cookie that goes to this one material
/// alone and holds nothing but «opened».
/// </summary>
public static class MaterialCounter
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(400);

    public static async Task CountAsync(AppDb db, Guid materialId, HttpContext context, string path, CancellationToken ct)
    {
        var request = context.Request;
        // A telephone fetches a film in pieces; the first one is the opening.
        if (!HttpMethods.IsGet(request.Method) || (request.Headers.Range.ToString() is { Length: > 0 } range && !range.StartsWith("bytes=0-", StringComparison.Ordinal))) return;
        var name = "sen-m-" + materialId.ToString("N")[^12..];
        var isNew = !request.Cookies.ContainsKey(name);
        if (isNew) context.Response.Cookies.Append(name, "1", new() { Path = path, MaxAge = Remembered, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps });
        var one = isNew ? 1 : 0;
        await db.Materials.Where(m => m.Id == materialId).ExecuteUpdateAsync(m => m.SetProperty(x => x.Opened, x => x.Opened + 1).SetProperty(x => x.Devices, x => x.Devices + one), ct);
    }
}
