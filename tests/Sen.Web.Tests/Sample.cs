using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests;

/// <summary>Makes what a test needs and nothing more; people are invented.</summary>
public static class Sample
{
    private static int serial;

    /// <summary>A workshop of its own in the sample programme, so tests do not meet.</summary>
    public static Task<Workshop> WorkshopAsync(this TestSite site, WorkshopStatus status = WorkshopStatus.Published, int? capacity = null, DateOnly? startsOn = null) => site.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var programme = await db.Programmes.SingleAsync(p => p.Code == "mau-2026");
        var code = string.Create(CultureInfo.InvariantCulture, $"thu-{Interlocked.Increment(ref serial)}");
        var workshop = await s.GetRequiredService<WorkshopDesk>().CreateAsync(programme.Id, code, new Bilingual("Hội thảo thử " + code, "Test workshop " + code), startsOn ?? new DateOnly(2026, 12, 20), null, CopiedParts.None, default);
        workshop.Capacity = capacity;
        workshop.City = new Bilingual("Huế", "Hue");
        workshop.BeIn(status);
        await db.SaveChangesAsync();
        return workshop;
    });

    /// <summary>A list as CSV: names made of <paramref name="prefix"/> so that two lists name different people.</summary>
    public static byte[] List(string prefix, int people, int from = 1)
    {
        var csv = new StringBuilder("STT,Họ và tên,Chức vụ,Đơn vị,Điện thoại,Email\n");
        for (var i = from; i < from + people; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{i},Trần {prefix} {Letters(i)},Chuyên viên,Sở Công Thương thành phố Huế,09{Math.Abs(prefix.GetHashCode(StringComparison.Ordinal)) % 1000:000}{i:00000},{Letters(i)}.{Math.Abs(prefix.GetHashCode(StringComparison.Ordinal))}@mau.example\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>A name cannot hold digits: 1 → «B», 27 → «BB».</summary>
    private static string Letters(int n) => n < 26 ? ((char)('a' + n)).ToString() : Letters(n / 26) + (char)('a' + n % 26);

    public static Task<ListWritten> WriteListAsync(this TestSite site, Workshop workshop, byte[] list, Action<AppDb>? meanwhile = null) => site.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var desk = s.GetRequiredService<ListDesk>();
        var mine = await db.Workshops.SingleAsync(w => w.Id == workshop.Id);
        var import = await desk.KeepAsync(mine, list, "danh-sach.csv", default);
        meanwhile?.Invoke(db);
        return await desk.WriteAsync(mine, import, default);
    });

    public static Task<List<Registration>> RegistrationsAsync(this TestSite site, Workshop workshop) =>
        site.DbAsync(db => db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).OrderBy(r => r.SourceRow).ToListAsync());
}
