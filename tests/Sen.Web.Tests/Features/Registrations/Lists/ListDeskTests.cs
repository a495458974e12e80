using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.Registrations.Lists;

public sealed class ListDeskTests(TestSite site)
{
    [Fact]
    public async Task A_list_becomes_people_agencies_seats_mails_and_one_line_in_the_trail()
    {
        var workshop = await site.WorkshopAsync();
        var done = Assert.IsType<ListWritten.Done>(await site.WriteListAsync(workshop, Sample.List("Ghi", 3)));
        Assert.Equal(new ListWritten.Done(3, 0, 0, 0), done);
        var rows = await site.RegistrationsAsync(workshop);
        Assert.All(rows, r => Assert.Equal((RegistrationState.Seated, ParticipantKind.Trainee, "SCT", "2025-46"), (r.State, r.Kind, r.AgencyKindId, r.ProvinceId)));
        Assert.Single(rows.Select(r => r.AgencyId).Distinct());
        Assert.Equal(3, await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).Select(w => w.SeatsTaken).SingleAsync()));
        var ids = rows.Select(r => "registered-by-list:" + r.Id).ToList();
        Assert.Equal(3, await site.DbAsync(db => db.OutboxMessages.CountAsync(m => ids.Contains(m.Key))));
        var trail = Assert.Single(await site.DbAsync(db => db.AuditEntries.Where(e => e.SubjectId == workshop.Id.ToString() && e.Action == "imported").ToListAsync()));
        Assert.Equal(("test", "danh-sach.csv"), (trail.Who, trail.Why));
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing_in_another_order_or_with_more_rows()
    {
        var workshop = await site.WorkshopAsync();
        await site.WriteListAsync(workshop, Sample.List("Lại", 4));
        var before = (await site.RegistrationsAsync(workshop)).Select(r => (r.Id, r.PersonId)).ToHashSet();
        var lines = Encoding.UTF8.GetString(Sample.List("Lại", 5)).TrimEnd().Split('\n');
        var shuffled = string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n";

        Assert.Equal(new ListWritten.Done(0, 4, 0, 0), await site.WriteListAsync(workshop, Sample.List("Lại", 4)));
        Assert.Equal(new ListWritten.Done(1, 4, 0, 0), await site.WriteListAsync(workshop, Encoding.UTF8.GetBytes(shuffled)));
        var after = (await site.RegistrationsAsync(workshop)).Select(r => (r.Id, r.PersonId)).ToHashSet();
        Assert.True(before.IsSubsetOf(after));
        Assert.Equal(5, after.Count);
    }

    [Fact]
    public async Task A_row_corrected_or_left_out_on_screen_is_known_when_its_file_comes_again()
    {
        var workshop = await site.WorkshopAsync();
        var file = Encoding.UTF8.GetBytes("Họ và tên,Đơn vị,Điện thoại\nTrần Văn Sửa,Sở Công Thương thành phố Huế,0912\nLê Thị Bỏ,Sở Công Thương thành phố Huế,12\nHồ Văn Đúng,Sở Công Thương thành phố Huế,0912345678\n");
        var written = await site.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var desk = s.GetRequiredService<ListDesk>();
            var mine = await db.Workshops.SingleAsync(w => w.Id == workshop.Id);
            var import = await desk.KeepAsync(mine, file, "sua.csv", default);
            var (preview, _) = await desk.ReadAsync(mine, import, default);
            Assert.Equal([2, 3], preview!.With(RowFate.Problem).Select(r => r.Proposed.Row));
            Assert.IsType<ListWritten.ProblemsStand>(await desk.WriteAsync(mine, import, default));
            db.ChangeTracker.Clear();
            import = await db.ListImports.SingleAsync(i => i.Id == import.Id);
            mine = await db.Workshops.SingleAsync(w => w.Id == workshop.Id);
            var rows = preview.Rows;
            await desk.CorrectAsync(import, new Dictionary<string, RowCorrection>
            {
                [rows[0].Key] = new() { FullName = "Trần Văn Sửa", Agency = rows[0].Agency, AgencyKind = "SCT", ProvinceId = "2025-46", Phone = "+84912000111" },
                [rows[1].Key] = new() { LeaveOut = true },
            }, default);
            return await desk.WriteAsync(mine, import, default);
        });
        Assert.Equal(new ListWritten.Done(2, 0, 1, 0), written);
        Assert.Equal(new ListWritten.Done(0, 2, 1, 0), await site.WriteListAsync(workshop, file));
        Assert.Equal(2, (await site.RegistrationsAsync(workshop)).Count);
    }

    [Fact]
    public async Task The_state_of_the_workshop_decides_what_a_list_means()
    {
        var draft = await site.WorkshopAsync(WorkshopStatus.Draft);
        var held = await site.WorkshopAsync(WorkshopStatus.Held);
        var cancelled = await site.WorkshopAsync(WorkshopStatus.Cancelled);
        await site.WriteListAsync(draft, Sample.List("Nháp", 2));
        await site.WriteListAsync(held, Sample.List("Xong", 2));
        Assert.IsType<ListWritten.NotNow>(await site.WriteListAsync(cancelled, Sample.List("Hủy", 2)));

        Assert.All(await site.RegistrationsAsync(draft), r => Assert.Equal(RegistrationState.Seated, r.State));
        Assert.All(await site.RegistrationsAsync(held), r => Assert.Equal(RegistrationState.Recorded, r.State));
        Assert.Empty(await site.RegistrationsAsync(cancelled));
        var quiet = (await site.RegistrationsAsync(draft)).Concat(await site.RegistrationsAsync(held)).Select(r => "registered-by-list:" + r.Id).ToList();
        Assert.Equal(4, quiet.Count);
        Assert.Equal(0, await site.DbAsync(db => db.OutboxMessages.CountAsync(m => quiet.Contains(m.Key))));
    }

    [Fact]
    public async Task Whoever_is_beyond_capacity_waits_in_the_order_of_the_list()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        Assert.Equal(new ListWritten.Done(5, 0, 0, 2), await site.WriteListAsync(workshop, Sample.List("Chờ", 5)));
        Assert.Equal([RegistrationState.Seated, RegistrationState.Seated, RegistrationState.Seated, RegistrationState.Waiting, RegistrationState.Waiting],
            (await site.RegistrationsAsync(workshop)).Select(r => r.State));
    }

    [Fact]
    public async Task Lists_written_at_the_same_time_never_take_more_seats_than_there_are()
    {
        var workshop = await site.WorkshopAsync(capacity: 20);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => site.WriteListAsync(workshop, Sample.List("Cùng" + (char)('a' + i), 6)))));
        var rows = await site.RegistrationsAsync(workshop);
        Assert.Equal((48, 20), (rows.Count, rows.Count(r => r.State == RegistrationState.Seated)));
        Assert.Equal(20, await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).Select(w => w.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_is_half_written_when_the_last_step_fails()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        // A guard counter that disagrees with the rows makes the very last step refuse.
        await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, 4)));
        await Assert.ThrowsAsync<SeatsDisagreeException>(() => site.WriteListAsync(workshop, Sample.List("Nửa vời", 3)));
        Assert.Empty(await site.RegistrationsAsync(workshop));
        Assert.False(await site.DbAsync(db => db.Persons.AnyAsync(p => p.FullName.Contains("Nửa vời"))));
        Assert.False(await site.DbAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == workshop.Id.ToString() && e.Action == "imported")));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_written_whole()
    {
        var workshop = await site.WorkshopAsync();
        var list = Sample.List("Nhiều", 10_000);
        Assert.Equal(new ListWritten.Done(10_000, 0, 0, 0), await site.WriteListAsync(workshop, list));
        Assert.Equal(10_000, (await site.RegistrationsAsync(workshop)).Count);
    }
}
