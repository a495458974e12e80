using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Features.Registrations.Invitations;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.People.Duplicates.Agencies;

public sealed class AgencyMergeTests(TestSite site)
{
    [Fact]
    public async Task Everything_of_the_row_that_goes_is_with_the_one_that_stands_and_found_there()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var workshop = await site.WorkshopAsync(WorkshopStatus.Held);
        var registration = await site.PutAsync(workshop, second, RegistrationState.Recorded);
        using var admin = await site.SignedInAsync();

        await site.MergedAsync(second, first);

        Assert.Equal(second.Id, (await site.NowAsync(first)).MergedIntoId);
        Assert.Equal(second.Id, (await site.DbAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Id == registration.Id))).AgencyId);
        // Both ways of writing the name find the one row; the hidden one is in no list and no choice.
        foreach (var name in new[] { first.Name.Vi, second.Name.Vi }) Assert.Contains("1–1 trên 1", Visits.Text(await admin.GetStringAsync("/vi/agencies?q=" + Uri.EscapeDataString(name))), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Id.ToString(), await admin.GetStringAsync("/vi/agencies?q=" + Uri.EscapeDataString(first.Name.Vi)), StringComparison.Ordinal);
        // Old addresses lead to the one that stands.
        Assert.Equal($"/vi/agencies/{second.Id}/history", (await admin.GetAsync($"/vi/agencies/{first.Id}/history")).Headers.Location!.ToString());
        Assert.Equal($"/vi/agencies/{second.Id}", (await admin.GetAsync($"/vi/agencies/{first.Id}")).Headers.Location!.ToString());
        Assert.Equal($"/vi/agencies/duplicates/{second.Id}", (await admin.GetAsync($"/vi/agencies/duplicates/{first.Id}")).Headers.Location!.ToString());
        Assert.Contains(workshop.Title.Vi, Visits.Text(await admin.GetStringAsync($"/vi/agencies/{second.Id}/history")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undone_both_agencies_and_all_that_hangs_on_them_are_as_they_were()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var (held, open) = (await site.WorkshopAsync(WorkshopStatus.Held), await site.WorkshopAsync(capacity: 9));
        await site.PutAsync(held, first, RegistrationState.Recorded);
        await site.PutAsync(held, second, RegistrationState.Recorded);
        var user = await site.DbAsync(db => db.Users.Select(u => u.Id).FirstAsync());
        var other = await site.DbAsync(db => db.Users.OrderByDescending(u => u.Id).Select(u => u.Id).FirstAsync());
        RoleGrant Grant(Guid who, Agency a) => new() { UserId = who, Role = Role.AgencyOfficer, Scope = ScopeKind.Agency, ScopeId = a.Id.ToString(), GrantedAt = DateTime.UnixEpoch };
        await site.AddAsync(Grant(user, first), Grant(user, second), Grant(other, second),
            new SavedView { WorkshopId = open.Id, Name = "Của viện", Query = $"?Unit={second.Id}" },
            new GroupLetter { WorkshopId = open.Id, Subject = Bilingual.Of("Thư", ""), Group = $"?Unit={second.Id}", CreatedAt = DateTime.UnixEpoch });
        await site.LimitAsync(open, l => (l.Name, l.Agencies, l.Held) = (Bilingual.Of("Hai viện", ""), $"{first.Id} {second.Id}", 1));
        await site.LimitAsync(open, l => (l.Name, l.Agencies, l.AtMost) = (Bilingual.Of("Một viện", ""), second.Id.ToString(), 4));
        var batch = await site.InviteAsync(open, [first, second], seats: 2);
        var before = await site.StateAsync(first, second);

        var mine = await site.InvitationAsync(batch, first);
        var merge = await site.MergedAsync(first, second, ["name", "province"], new() { [batch.Id] = mine.Id });

        Assert.Equal("", await site.DbAsync(async db => string.Join(',', await db.Registrations.Where(r => r.AgencyId == second.Id).Select(r => r.Id.ToString()).Concat(db.Persons.Where(p => p.AgencyId == second.Id).Select(p => p.Id.ToString())).Concat(db.Invitations.Where(i => i.AgencyId == second.Id).Select(i => i.Id.ToString())).ToListAsync())));
        Assert.Equal(2, await site.DbAsync(db => db.RoleGrants.CountAsync(g => g.ScopeId == first.Id.ToString())));
        Assert.IsType<Unmerged.Done>(await site.UndoAgenciesAsync(merge));

        Assert.Equal(before, await site.StateAsync(first, second));
        await site.CountersAreTrueAsync(open);
        // A second press does nothing.
        Assert.IsType<Unmerged.NotThere>(await site.UndoAgenciesAsync(merge));
    }

    [Fact]
    public async Task Seats_kept_for_both_are_kept_for_the_one_together_and_apart_again()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var workshop = await site.WorkshopAsync(capacity: 6);
        await site.InviteAsync(workshop, [first], seats: 2);
        await site.InviteAsync(workshop, [second], seats: 3);
        var merge = await site.MergedAsync(first, second);
        var seats = await site.SeatsAsync(workshop);
        Assert.Equal(5, seats.Book.Kept);
        for (var i = 0; i < 5; i++) Assert.True(seats.Book.IsKeptFor(new(ParticipantKind.Trainee, "2025-92", "RESEARCH", first.Id)), $"seat {i}");
        Assert.IsType<Unmerged.Done>(await site.UndoAgenciesAsync(merge));
        Assert.Equal(5, (await site.SeatsAsync(workshop)).Book.Kept);
        Assert.True((await site.SeatsAsync(workshop)).Book.IsKeptFor(new(ParticipantKind.Trainee, "2025-92", "RESEARCH", second.Id)));
    }

    [Fact]
    public async Task Two_caps_in_one_workshop_stand_against_it_until_somebody_decides_on_one()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var workshop = await site.WorkshopAsync(capacity: 6);
        await site.LimitAsync(workshop, l => (l.Name, l.Agencies, l.AtMost) = (Bilingual.Of("Viện A", ""), first.Id.ToString(), 1));
        var other = await site.LimitAsync(workshop, l => (l.Name, l.Agencies, l.AtMost) = (Bilingual.Of("Viện B", ""), second.Id.ToString(), 2));
        var seated = await site.PutAsync(workshop, second, RegistrationState.Seated);
        await site.DbAsync(db => db.SeatLimits.Where(l => l.Id == other.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.Taken, 1)));

        var refused = Assert.IsType<Merged.Refused>(await site.MergeAsync(first, second));
        Assert.Equal($"Ở «{workshop.Title.Vi}» mỗi bên có một hạn mức riêng: hạn mức «Viện A»: nhiều nhất 1; hạn mức «Viện B»: nhiều nhất 2. Không rõ cơ quan chung được bao nhiêu chỗ: bỏ một hạn mức, hoặc sửa thành một hạn mức cho cả hai, rồi gộp.", Assert.Single(refused.Why).Vi);
        Assert.Equal(second.Id, (await site.DbAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Id == seated.Id))).AgencyId);

        await site.DbAsync(db => db.SeatLimits.Where(l => l.Id == other.Id).ExecuteDeleteAsync());
        await site.MergedAsync(first, second);
        // Whoever has a seat keeps it, and now counts under the one cap.
        Assert.Equal(1, (await site.DbAsync(db => db.SeatLimits.AsNoTracking().SingleAsync(l => l.WorkshopId == workshop.Id))).Taken);
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task Two_invitations_by_one_letter_need_a_choice_and_the_kept_seats_go_to_the_next()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var workshop = await site.WorkshopAsync(capacity: 4);
        var batch = await site.InviteAsync(workshop, [first, second], seats: 2);
        var (mine, other) = (await site.InvitationAsync(batch, first), await site.InvitationAsync(batch, second));
        var waiting = (await Desk.PutAsync(site, workshop, RegistrationState.Waiting, "Trần Kế Tiếp"))[0];
        var links = await site.DbAsync(db => db.InvitationLinks.Where(l => l.InvitationId == other.Id).Select(l => l.Id).ToListAsync());

        var refused = Assert.IsType<Merged.Refused>(await site.MergeAsync(first, second));
        Assert.Equal($"Giấy mời 7/GM-THU dự «{workshop.Title.Vi}» mời cả hai: chọn lời mời nào đứng, lời mời kia sẽ kết thúc.", Assert.Single(refused.Why).Vi);

        var merge = await site.MergedAsync(first, second, stands: new() { [batch.Id] = mine.Id });
        var ended = await site.DbAsync(db => db.Invitations.AsNoTracking().SingleAsync(i => i.Id == other.Id));
        Assert.Equal((first.Id, mine.Id, true, true), (ended.AgencyId, ended.DuplicateOfId, ended.CancelledAt is not null, ended.ReleasedAt is not null));
        Assert.All(links, l => Assert.Equal(mine.Id, site.DbAsync(db => db.InvitationLinks.Where(x => x.Id == l).Select(x => x.InvitationId).SingleAsync()).Result));
        Assert.Equal(RegistrationState.Offered, (await site.DbAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Id == waiting.Id))).State);
        Assert.Empty(await site.MailsOfAsync(second, "invitation-cancelled"));

        // The seat was offered to somebody: undoing does not take it from them.
        Assert.Equal($"Lời mời «{second.Name.Vi}» không giữ lại được 2 chỗ ở «{workshop.Title.Vi}»: chỗ ấy đã sang người khác.", await site.WhyNotAsync(merge));
        Assert.Equal(first.Id, (await site.NowAsync(second)).MergedIntoId);
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task What_was_changed_since_is_named_and_merges_are_undone_last_first()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var (third, _) = await site.TwoAgenciesAsync();
        var before = await site.StateAsync(first, second, third);
        var one = await site.MergedAsync(second, first, ["name"]);
        var two = await site.MergedAsync(third, second, ["name"]);
        Assert.Equal(third.Id, (await site.NowAsync(first)).MergedIntoId);
        Assert.Contains("Hoàn tác lần gộp ấy trước", await site.WhyNotAsync(one), StringComparison.Ordinal);

        await site.DbAsync(db => db.Agencies.Where(a => a.Id == third.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Name.Vi, "Viện Tên khác")));
        Assert.Contains("Tên cơ quan: lúc gộp ghi", await site.WhyNotAsync(two), StringComparison.Ordinal);
        await site.DbAsync(db => db.Agencies.Where(a => a.Id == third.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Name.Vi, first.Name.Vi)));
        Assert.IsType<Unmerged.Done>(await site.UndoAgenciesAsync(two));
        Assert.IsType<Unmerged.Done>(await site.UndoAgenciesAsync(one));
        Assert.Equal(before, await site.StateAsync(first, second, third));
    }

    [Fact]
    public async Task A_list_and_a_form_with_the_old_name_are_matched_to_the_one_that_stands()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var third = Sample.Agency("Trung tâm " + Merging.New().Name, "RESEARCH", "2025-92");
        await site.AddAsync(third);
        await site.MergedAsync(first, second);
        await site.MergedAsync(first, third, ["name"]);
        var workshop = await site.WorkshopAsync(WorkshopStatus.Held);
        // The name the standing row had before, and the one of a hidden row.
        await site.WriteListAsync(workshop, System.Text.Encoding.UTF8.GetBytes($"STT,Họ và tên,Chức vụ,Đơn vị,Tỉnh\n1,Lê Thị Khớp Một,Chuyên viên,{first.Name.Vi},Cần Thơ\n2,Lê Thị Khớp Hai,Chuyên viên,{third.Name.Vi},Cần Thơ\n"));
        Assert.All(await site.RegistrationsAsync(workshop), r => Assert.Equal(first.Id, r.AgencyId));
        var matched = await site.InScopeAsync(s => s.GetRequiredService<AgencyRegister>().MatchAsync(second.Name.Vi, "2025-92", default));
        Assert.Equal(first.Id, matched!.Id);
    }

    [Fact]
    public async Task A_merge_of_persons_undone_later_does_not_write_the_id_of_a_hidden_agency()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var (a, b) = await site.TwiceAsync();
        await site.DbAsync(db => db.Persons.Where(p => p.Id == a.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.AgencyId, second.Id)));
        await site.DbAsync(db => db.Persons.Where(p => p.Id == b.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.AgencyId, first.Id)));
        var persons = await site.MergedAsync(a, b, ["agency"]);
        var agencies = await site.MergedAsync(first, second);
        Assert.IsType<Unmerged.Done>(await Merging.UndoAsync(site, persons));
        Assert.Equal(first.Id, (await site.NowAsync(a)).AgencyId);
        // And apart again, each person is where they were.
        Assert.IsType<Unmerged.Done>(await site.UndoAgenciesAsync(agencies));
        Assert.Equal((second.Id, first.Id), ((await site.NowAsync(a)).AgencyId!.Value, (await site.NowAsync(b)).AgencyId!.Value));
    }

    /// <summary>Foreign keys, ids by name, and texts that carry ids: whoever adds one here adds it to a follower and to <c>StandingAgencies</c>.</summary>
    [Fact]
    public async Task Every_column_that_names_an_agency_is_followed() => Assert.Equal(
        ["Agency.MergedIntoId", "AgencyMerge.AwayId", "AgencyMerge.StandingId", "GroupLetter.Group", "Invitation.AgencyId", "KeptApart.FirstId", "KeptApart.SecondId", "Person.AgencyId", "PersonMerge.Values", "Registration.AgencyId", "RoleGrant.ScopeId", "SavedView.Query", "SeatLimit.Agencies"],
        await site.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Where(p => Names(e.ClrType, p)).Select(p => $"{e.ClrType.Name}.{p.Name}")).Order(StringComparer.Ordinal).ToList())));

    private static bool Names(Type row, Microsoft.EntityFrameworkCore.Metadata.IProperty column) =>
        column.GetContainingForeignKeys().Any(f => f.PrincipalEntityType.ClrType == typeof(Agency))
        || (column.Name.Contains("Agenc", StringComparison.Ordinal) && column.Name is not ("AgencyKindId" or "AgencyKinds" or "AgencyName" or "AgencyText"))
        || column.Name is "ScopeId" or "Query" or "FirstId" or "SecondId"
        || (column.Name is "StandingId" or "AwayId" && row != typeof(PersonMerge))
        || (column.Name == "Group" && row != typeof(AgencyKind))
        || (column.Name == "Values" && row == typeof(PersonMerge));
}
