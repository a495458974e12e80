using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.People.Duplicates;

public sealed class MergeTests(TestSite site)
{
    [Fact]
    public async Task Everything_of_the_row_that_goes_is_with_the_one_that_stands_and_found_there()
    {
        var (first, second) = await site.TwiceAsync();
        var (w1, w2) = (await site.WorkshopAsync(WorkshopStatus.Held), await site.WorkshopAsync(WorkshopStatus.Held));
        var (r1, r2) = (await site.PutAsync(w1, first, RegistrationState.Recorded), await site.PutAsync(w2, second, RegistrationState.Recorded));
        using var admin = await site.SignedInAsync();

        await site.MergedAsync(first, second, ["phone", "province"]);

        var now = await site.NowAsync(first);
        Assert.Equal((first.FullName, second.Phone, "2025-92"), (now.FullName, now.Phone, now.ProvinceId));
        Assert.Equal([first.Id, first.Id], await site.DbAsync(db => db.Registrations.Where(r => r.Id == r1.Id || r.Id == r2.Id).Select(r => r.PersonId).ToListAsync()));
        // The old number and both ways of writing the name find the one person, and nobody else.
        foreach (var text in new[] { new PhoneNumber(first.Phone!).Shown, new PhoneNumber(second.Phone!).Shown, second.FullName, first.FullName, first.Email! })
            Assert.Contains("1–1 trên 1", Visits.Text(await admin.GetStringAsync("/vi/people?q=" + Uri.EscapeDataString(text))), StringComparison.Ordinal);
        Assert.DoesNotContain(second.FullName, await admin.GetStringAsync("/vi/people?handler=Export&format=csv&q=zulu+gop"), StringComparison.Ordinal);
        Assert.Equal($"/vi/people/{first.Id}", (await admin.GetAsync($"/vi/people/{second.Id}")).Headers.Location!.ToString());
        Assert.Equal($"/vi/people/{first.Id}/edit", (await admin.GetAsync($"/vi/people/{second.Id}/edit")).Headers.Location!.ToString());
        var page = Visits.Text(await admin.GetStringAsync($"/vi/people/{first.Id}"));
        Assert.Contains(w1.Title.Vi, page, StringComparison.Ordinal);
        Assert.Contains(w2.Title.Vi, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undone_the_two_rows_and_all_that_is_theirs_are_as_they_were()
    {
        var (first, second) = await site.TwiceAsync();
        var (w1, w2, w3) = (await site.WorkshopAsync(WorkshopStatus.Held), await site.WorkshopAsync(capacity: 1), await site.WorkshopAsync(capacity: 3));
        await site.PutAsync(w1, first, RegistrationState.Recorded);
        await site.PutAsync(w1, second, RegistrationState.Recorded);
        var (mine, other) = (await site.PutAsync(w2, first, RegistrationState.Waiting), await site.PutAsync(w2, second, RegistrationState.Seated));
        await site.PutAsync(w3, second, RegistrationState.Seated);
        await site.AddAsync(new PrivateLink { RegistrationId = mine.Id, SecretHash = Guid.NewGuid().ToString("N"), CreatedAt = mine.CreatedAt },
            new PersonalDataRequest { PersonId = second.Id, Wish = PersonalDataWish.Export, AskedAt = mine.CreatedAt, AnswerBy = new DateOnly(2026, 11, 25) });
        var before = await site.StateAsync(first, second);
        var recorded = await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == w1.Id && r.PersonId == second.Id).Select(r => r.Id).SingleAsync());

        var merge = await site.MergedAsync(first, second, ["name", "phone", "province"], new() { [w1.Id] = recorded, [w2.Id] = other.Id });

        // Counted once: one participation in the past, one seat to come.
        Assert.Equal(new() { [RegistrationState.Recorded] = 1, [RegistrationState.Withdrawn] = 1 }, await site.StatesAsync(w1));
        Assert.Equal(new() { [RegistrationState.Seated] = 1, [RegistrationState.Withdrawn] = 1 }, await site.StatesAsync(w2));
        Assert.Equal(other.Id, await site.DbAsync(db => db.PrivateLinks.Where(l => db.Registrations.Any(r => r.Id == l.RegistrationId && r.WorkshopId == w2.Id)).Select(l => l.RegistrationId).SingleAsync()));
        Assert.IsType<Unmerged.Done>(await site.UndoAsync(merge));

        Assert.Equal(before, await site.StateAsync(first, second));
        foreach (var workshop in new[] { w1, w2, w3 }) await site.CountersAreTrueAsync(workshop);
        // A second press does nothing.
        Assert.IsType<Unmerged.NotThere>(await site.UndoAsync(merge));
    }

    [Fact]
    public async Task Two_open_registrations_for_one_workshop_need_a_choice_and_the_seat_goes_to_the_next()
    {
        var (first, second) = await site.TwiceAsync();
        var workshop = await site.WorkshopAsync(capacity: 2);
        var (mine, other) = (await site.PutAsync(workshop, first, RegistrationState.Seated), await site.PutAsync(workshop, second, RegistrationState.Seated));
        var next = (await Desk.PutAsync(site, workshop, RegistrationState.Waiting, "Trần Kế Tiếp"))[0];

        var refused = Assert.IsType<Merged.Refused>(await site.MergeAsync(first, second));
        Assert.Equal($"Cả hai dòng đều có đăng ký còn hiệu lực ở «{workshop.Title.Vi}»: chọn đăng ký nào đứng, đăng ký kia sẽ kết thúc.", Assert.Single(refused.Why).Vi);
        Assert.Equal(second.Id, (await site.DbAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Id == other.Id))).PersonId);

        var merge = await site.MergedAsync(first, second, stands: new() { [workshop.Id] = other.Id });
        var rows = await site.DbAsync(db => db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).ToDictionaryAsync(r => r.Id));
        Assert.Equal((RegistrationState.Seated, RegistrationState.Withdrawn, RegistrationState.Offered), (rows[other.Id].State, rows[mine.Id].State, rows[next.Id].State));
        Assert.Equal(other.Id, rows[mine.Id].DuplicateOfId);
        await site.CountersAreTrueAsync(workshop);

        // The one that ended cannot be given a seat again by hand: the person would have two.
        var hand = await site.InScopeAsync(s => s.GetRequiredService<ParticipantDesk>().SeatAsync(workshop.Id, [mine.Id], default));
        Assert.Equal("Đăng ký này trùng với một đăng ký khác của cùng người, được giữ lại khi gộp.", Assert.Single(hand.Refused).Why);
        // Nor does undoing take the seat from whom it was offered to.
        Assert.Contains("Chỗ ấy đã sang người khác.", await site.WhyAsync(merge), StringComparison.Ordinal);
        Assert.Equal(first.Id, (await site.DbAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Id == other.Id))).PersonId);
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task What_was_changed_since_is_named_and_nothing_is_put_back()
    {
        var (first, second) = await site.TwiceAsync();
        var merge = await site.MergedAsync(first, second, ["phone"]);
        await site.DbAsync(async db =>
        {
            var person = await db.Persons.SingleAsync(p => p.Id == first.Id);
            (person.Phone, person.Position) = ("+84900111222", "Trưởng phòng");
            return await db.SaveChangesAsync();
        });
        Assert.Equal($"Điện thoại: lúc gộp ghi «{new PhoneNumber(second.Phone!).Shown}», sau đó đã sửa thành «0900 111 222». Không rõ giá trị nào là của ai: sửa lại như lúc gộp rồi hoàn tác.", await site.WhyAsync(merge));
        Assert.Equal(first.Id, (await site.NowAsync(second)).MergedIntoId);

        // Back to what the merge wrote, it is undone; the position nobody merged stays as it was corrected.
        await site.DbAsync(db => db.Persons.Where(p => p.Id == first.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Phone, second.Phone)));
        Assert.IsType<Unmerged.Done>(await site.UndoAsync(merge));
        Assert.Equal((first.Phone, "Trưởng phòng"), ((await site.NowAsync(first)).Phone, (await site.NowAsync(first)).Position));
    }

    [Fact]
    public async Task A_registration_that_came_since_is_somebodys_and_a_person_says_whose()
    {
        var (first, second) = await site.TwiceAsync();
        var merge = await site.MergedAsync(first, second);
        var workshop = await site.WorkshopAsync(capacity: 5);
        // By the old name and the old number of the row that went.
        await site.SeatedAsync(workshop, second.FullName, Registering.NewMailbox(), ("Input.Phone", new PhoneNumber(second.Phone!).Shown));
        var arrived = Assert.Single(await site.RegistrationsAsync(workshop));
        Assert.Equal(first.Id, arrived.PersonId);

        Assert.Equal($"Đăng ký ở «{workshop.Title.Vi}» có sau khi gộp: chọn nó là của ai, rồi hoàn tác.", await site.WhyAsync(merge));
        Assert.IsType<Unmerged.Done>(await site.UndoAsync(merge, new() { [arrived.Id] = second.Id }));
        Assert.Equal(second.Id, Assert.Single(await site.RegistrationsAsync(workshop)).PersonId);
    }

    [Fact]
    public async Task Merges_of_one_person_are_undone_last_first()
    {
        var (first, second) = await site.TwiceAsync();
        var (third, _) = await site.TwiceAsync();
        var before = await site.StateAsync(first, second, third);
        var one = await site.MergedAsync(second, first, ["name"]);
        var two = await site.MergedAsync(third, second, ["name", "phone"]);
        // A chain is one step long: whoever was merged into the row that goes is merged into the one that stands.
        Assert.Equal(third.Id, (await site.NowAsync(first)).MergedIntoId);
        Assert.Contains("Hoàn tác lần gộp ấy trước", await site.WhyAsync(one), StringComparison.Ordinal);
        Assert.IsType<Unmerged.Done>(await site.UndoAsync(two));
        Assert.Equal(second.Id, (await site.NowAsync(first)).MergedIntoId);
        Assert.IsType<Unmerged.Done>(await site.UndoAsync(one));
        Assert.Equal(before, await site.StateAsync(first, second, third));
    }

    [Fact]
    public async Task A_list_with_the_old_name_and_number_is_matched_to_the_one_that_stands()
    {
        var (first, second) = await site.TwiceAsync();
        await site.MergedAsync(first, second);
        var list = System.Text.Encoding.UTF8.GetBytes($"STT,Họ và tên,Chức vụ,Đơn vị,Điện thoại,Email\n1,{first.FullName},Chuyên viên,Sở Công Thương thành phố Huế,{new PhoneNumber(second.Phone!).Shown},\n");
        var (one, two) = (await site.WorkshopAsync(WorkshopStatus.Held), await site.WorkshopAsync(WorkshopStatus.Held));
        await site.WriteListAsync(one, list);
        Assert.Equal(first.Id, Assert.Single(await site.RegistrationsAsync(one)).PersonId);
        // In a workshop where the person is already, the row is known and adds nobody.
        await site.PutAsync(two, first, RegistrationState.Recorded);
        await site.WriteListAsync(two, list);
        Assert.Equal(first.Id, Assert.Single(await site.RegistrationsAsync(two)).PersonId);
    }

    [Fact]
    public async Task Export_and_erasure_cover_both_rows()
    {
        var (first, second) = await site.TwiceAsync();
        var workshop = await site.WorkshopAsync(WorkshopStatus.Held);
        await site.PutAsync(workshop, second, RegistrationState.Recorded);
        await site.AddAsync(new PersonalDataRequest { PersonId = second.Id, Wish = PersonalDataWish.Erasure, AskedAt = DateTime.UnixEpoch, AnswerBy = new DateOnly(2026, 11, 25) });
        var merge = await site.MergedAsync(first, second, ["phone"]);
        var request = await site.DbAsync(db => db.PersonalDataRequests.AsNoTracking().SingleAsync(r => r.PersonId == first.Id));

        var held = await site.InScopeAsync(s => s.GetRequiredService<PersonalDataDesk>().HeldAsync(first.Id, default));
        Assert.Equal([first.Id, second.Id], held.Where(h => h.Kind == "person").Select(h => h.Id));
        Assert.True(await site.InScopeAsync(s => s.GetRequiredService<PersonalDataDesk>().EraseAsync(request.Id, default)));
        foreach (var word in new[] { first.FullName, second.FullName, first.Phone!, second.Phone!, first.Email!, first.Phone![3..] })
            Assert.True(await site.ColumnsWithAsync(word) is [], $"«{word}» still stands in {string.Join(", ", await site.ColumnsWithAsync(word))}");
        Assert.Equal("Dữ liệu của người này đã được xóa theo yêu cầu, nên không còn gì để khôi phục.", await site.WhyAsync(merge));
        Assert.Equal(RegistrationState.Recorded, Assert.Single(await site.RegistrationsAsync(workshop)).State);
    }

    [Fact]
    public async Task Every_column_that_names_a_person_is_followed() => Assert.Equal(
        ["KeptApart.FirstId", "KeptApart.SecondId", "NewsRefusal.PersonId", "Person.MergedIntoId", "PersonMerge.AwayId", "PersonMerge.StandingId", "PersonalDataRequest.PersonId", "Registration.PersonId"],
        await site.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.ClrType != typeof(AgencyMerge)).SelectMany(e => e.GetProperties()
            .Where(p => p.Name.Contains("Person", StringComparison.Ordinal) && p.Name.EndsWith("Id", StringComparison.Ordinal) || p.GetContainingForeignKeys().Any(f => f.PrincipalEntityType.ClrType == typeof(Person))
                || p.Name is "StandingId" or "AwayId" or "FirstId" or "SecondId")
            .Select(p => $"{e.ClrType.Name}.{p.Name}")).Order(StringComparer.Ordinal).ToList())));
}
