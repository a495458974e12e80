using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Seats;

/// <summary>What tests of seats do over and over.</summary>
internal static class SeatTools
{
    private static int serial;

    public const string Hue = "2025-46", DaNang = "2025-48";
    private static readonly string[] Units = ["Sở Công Thương thành phố Huế", "Sở Khoa học và Công nghệ thành phố Huế", "Sở Công Thương thành phố Đà Nẵng", "Sở Khoa học và Công nghệ thành phố Đà Nẵng"];

    /// <summary>Somebody nobody else is: four units by turns.</summary>
    public static RegistrationEntry Somebody(int? unit = null, ParticipantKind kind = ParticipantKind.Trainee)
    {
        var n = Interlocked.Increment(ref serial);
        var name = string.Concat(n.ToString(CultureInfo.InvariantCulture).Select(d => (char)('a' + (d - '0'))));
        return new RegistrationEntry
        {
            Name = PersonName.Read("Nguyễn Mẫu " + char.ToUpperInvariant(name[0]) + name[1..])!,
            Agency = Units[(unit ?? n) % Units.Length],
            Email = $"cho{n}@mau.example",
            Kind = kind,
        };
    }

    public static async Task<T> InScopeAsync<T>(this IServiceProvider services, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("test");
        return await work(scope.ServiceProvider);
    }

    public static Task<Registered> RegisterAsync(this IServiceProvider services, Workshop workshop, RegistrationEntry entry) =>
        services.InScopeAsync(s => s.GetRequiredService<RegistrationDesk>().RegisterAsync(workshop.Id, entry, default));

    public static Task<SeatLimit> LimitAsync(this TestSite site, Workshop workshop, Action<SeatLimit> write) => site.InScopeAsync(async s =>
    {
        SeatLimit? made = null;
        Assert.Equal(LimitSaved.Done, await s.GetRequiredService<LimitDesk>().SaveAsync(workshop.Id, null, 0, l => { write(l); made = l; }, default));
        return made!;
    });

    public static Task<LimitSaved> PlanAsync(this TestSite site, Workshop workshop, Action<SeatPlan> write) => site.InScopeAsync(async s =>
    {
        var version = await s.GetRequiredService<AppDb>().SeatPlans.Where(p => p.WorkshopId == workshop.Id).Select(p => p.Version).FirstOrDefaultAsync();
        return await s.GetRequiredService<LimitDesk>().PlanAsync(workshop.Id, version, write, default);
    });

    public static Task<Dictionary<RegistrationState, int>> StatesAsync(this TestSite site, Workshop workshop) => site.DbAsync(db => db.Registrations
        .Where(r => r.WorkshopId == workshop.Id).GroupBy(r => r.State).ToDictionaryAsync(g => g.Key, g => g.Count()));

    /// <summary>The seats as the rows have them.</summary>
    public static Task<OpenSeats> SeatsAsync(this TestSite site, Workshop workshop) => site.InScopeAsync(s => s.GetRequiredService<SeatGuard>().LookAsync(workshop.Id, default));

    public static async Task CountersAreTrueAsync(this TestSite site, Workshop workshop) =>
        Assert.Equal([], (await site.InScopeAsync(s => s.GetRequiredService<SeatCheck>().RunAsync(default))).Where(d => d.Workshop == workshop.Code));

    /// <summary>Time passes for these seats alone; the clock is common to all tests.</summary>
    public static Task<int> RunOutAsync(this TestSite site, Workshop workshop) => site.DbAsync(db =>
    {
        var past = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1);
        return db.Registrations.Where(r => r.WorkshopId == workshop.Id && r.SeatKeptUntil != null).ExecuteUpdateAsync(r => r.SetProperty(x => x.SeatKeptUntil, past));
    });
}
