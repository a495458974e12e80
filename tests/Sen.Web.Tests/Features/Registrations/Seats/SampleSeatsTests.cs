using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.Registrations.Seats;

/// <summary>A sample of its own: other tests put people into the shared one.</summary>
public sealed class SampleSeatsTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_sample_has_every_state_and_its_counters_are_true()
    {
        Assert.Equal([], await site.InScopeAsync(s => s.GetRequiredService<SeatCheck>().RunAsync(default)));
        var states = await site.DbAsync(db => db.Registrations.Where(r => db.Workshops.Any(w => w.Id == r.WorkshopId && (w.Code == "can-tho-2026" || w.Code == "da-nang-2026"))).Select(r => r.State).Distinct().ToListAsync());
        Assert.Equal([RegistrationState.AwaitingApproval, RegistrationState.Held, RegistrationState.Seated, RegistrationState.Waiting, RegistrationState.Offered], states.Order());
        Assert.Equal(6, await site.DbAsync(db => db.SeatLimits.CountAsync()));
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var seats = Visits.Text(await organiser.GetStringAsync("/vi/desk/workshops/can-tho-2026/seats"));
        Assert.Contains("47 / 60 chỗ đã có người", seats, StringComparison.Ordinal);
        Assert.Contains("Cần Thơ (chủ nhà) 6 /6", seats, StringComparison.Ordinal);
        var desk = Visits.Text(await organiser.GetStringAsync("/vi/desk"));
        Assert.Contains("3 người chờ dù còn 13 chỗ: Khu vực phía Nam, Cần Thơ (12/2026)", desk, StringComparison.Ordinal);
        Assert.Contains("Trả chỗ giữ lúc 17:00 25/11: Khu vực phía Nam, Cần Thơ (12/2026)", desk, StringComparison.Ordinal);
        using var admin = await site.SignedInAsync();
        Assert.Contains("3 đăng ký chờ duyệt: Khu vực miền Trung và Tây Nguyên, Đà Nẵng (11/2026)", Visits.Text(await admin.GetStringAsync("/vi/desk")), StringComparison.Ordinal);
        await site.InScopeAsync(async s =>
        {
            await s.GetRequiredService<Sen.Web.Data.Sample>().RemoveAsync(default);
            return 0;
        });
        Assert.Equal(0, await site.DbAsync(db => db.SeatLimits.CountAsync()));
    }
}
