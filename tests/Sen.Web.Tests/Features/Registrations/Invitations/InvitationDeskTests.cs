using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.Registrations.Invitations;

public sealed class InvitationDeskTests(TestSite site)
{
    [Fact]
    public async Task The_list_shows_where_each_stands_and_silence_stays_in_the_denominator()
    {
        var workshop = await site.WorkshopAsync(capacity: 30);
        var agencies = await site.AgenciesAsync(5);
        var batch = await site.InviteAsync(workshop, agencies, seats: 2);
        var links = await Task.WhenAll(agencies.Select(site.OfficerAsync));
        await site.NominateAsync(links[0], Registering.NewName());
        await site.NominateAsync(links[0], Registering.NewName());
        await site.NominateAsync(links[1], Registering.NewName());
        await site.PressAsync(links[2], "Decline", ("Reason", "Trùng lịch"));
        await site.Visitor().GetStringAsync(links[3]);
        await site.DbAsync(db => db.OutboxMessages.Where(m => m.To == InvitationTools.MailboxOf(agencies[4].Name.Vi)).ExecuteUpdateAsync(m => m.SetProperty(x => x.BouncedAt, DateTime.UnixEpoch).SetProperty(x => x.BounceReason, "550 no such user")));
        var lines = await site.DbAsync(db => InvitationList.AllAsync(db, workshop.Id, Sen.Web.Platform.Languages.WallClock.Local(site.Clock.GetUtcNow().UtcDateTime), default));
        Assert.Equal([InvitationStanding.Fully, InvitationStanding.Partly, InvitationStanding.Declined, InvitationStanding.Opened, InvitationStanding.Bounced], agencies.Select(a => lines.Single(l => l.Invitation.AgencyId == a.Id).Standing));
        var desk = await site.SignedInAsync();
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations";
        var page = Visits.Text(await desk.GetStringAsync(at));
        Assert.Contains("3 trên 5 cơ quan đã trả lời", page, StringComparison.Ordinal);
        Assert.Matches(@"60\s+%\s+trả lời, n = 5", page);
        var silent = Visits.Text(await desk.GetStringAsync(at + "?state=unanswered"));
        Assert.Contains("550 no such user", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("Trùng lịch", silent, StringComparison.Ordinal);
        var csv = await desk.GetStringAsync(at + "?handler=Export&format=csv");
        Assert.Equal(6, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Không cử được", csv, StringComparison.Ordinal);
        await site.PassDeadlineAsync(batch);
        Assert.Contains("Quá hạn, im lặng", Visits.Text(await desk.GetStringAsync(at)), StringComparison.Ordinal);
        Assert.Contains("cơ quan im lặng quá hạn", Visits.Text(await desk.GetStringAsync("/vi/desk")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_by_telephone_is_entered_and_the_trail_says_who_did()
    {
        var workshop = await site.WorkshopAsync(capacity: 10);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency], seats: 2);
        var invitation = await site.InvitationAsync(batch, agency);
        await site.PassDeadlineAsync(batch);
        var desk = await site.SignedInAsync();
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations/{invitation.Id}";
        var name = Registering.NewName();
        await desk.SendFormAsync(at, new() { ["Input.FullName"] = name, ["Input.Position"] = "Trưởng phòng", ["Input.Phone"] = "0912 000 111" }, at + "?handler=Nominate");
        var registration = await site.OfAsync(workshop, name);
        Assert.Equal(invitation.Id, registration.InvitationId);
        var entry = await site.DbAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Subject == "Registration" && e.SubjectId == registration.Id.ToString() && e.Action == "added"));
        Assert.Equal(("Bà Quản Trị Mẫu", $"Giấy mời 7/GM-THU, {agency.Name.Vi}"), (entry.Who, entry.Why));
    }

    [Fact]
    public async Task Withdrawing_an_invitation_frees_what_was_kept_tells_the_agency_and_shuts_its_page()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency], seats: 2);
        var link = await site.OfficerAsync(agency);
        var name = Registering.NewName();
        await site.NominateAsync(link, name);
        var desk = await site.SignedInAsync();
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations/{(await site.InvitationAsync(batch, agency)).Id}";
        await desk.SendFormAsync(at, [], at + "?handler=Cancel");
        Assert.Equal((1, 0), ((await site.SeatsAsync(workshop)).Book.Taken, (await site.SeatsAsync(workshop)).Book.Kept));
        Assert.Single(await site.MailsOfAsync(agency, "invitation-cancelled:"));
        Assert.Contains("Ban tổ chức đã thôi lời mời này. Người đã có chỗ vẫn giữ chỗ.", await site.ReadAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_goes_again_to_another_address_and_on_paper_with_links_that_all_open()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency]);
        var first = await site.OfficerAsync(agency);
        var desk = await site.SignedInAsync();
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations/{(await site.InvitationAsync(batch, agency)).Id}";
        var address = Registering.NewMailbox();
        await desk.SendFormAsync(at, new() { ["Email"] = address, ["ContactName"] = "Bà Văn Thư" }, at + "?handler=Send");
        var second = Registering.Link(Assert.Single(await site.MailsAsync(address)));
        Assert.NotEqual(first, second);
        foreach (var link in new[] { first, second }) Assert.Contains(agency.Name.Vi, await site.ReadAsync(link), StringComparison.Ordinal);
        var paper = await (await desk.SendFormAsync(at, [], at + "?handler=Paper")).Content.ReadAsByteArrayAsync();
        Assert.Contains("/vi/invited?token=", Sen.Web.Tests.Platform.Pdf.PdfReading.TextOf(paper), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_among_what_is_held_of_a_person_and_goes_with_an_erasure()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        var agency = (await site.AgenciesAsync(1))[0];
        var email = Registering.NewMailbox();
        await site.SeatedAsync(workshop, Registering.NewName(), email);
        var batch = await site.LetterAsync(workshop, [agency]);
        await site.DbAsync(db => db.Invitations.Where(i => i.BatchId == batch.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Email, email).SetProperty(x => x.ContactName, "Bà Phụ Trách")));
        var person = await site.DbAsync(db => db.Persons.Where(p => p.Email == email).Select(p => p.Id).SingleAsync());
        var held = await site.InScopeAsync(s => s.GetRequiredService<PersonalDataDesk>().HeldAsync(person, default));
        Assert.Contains(held, r => r.Kind == "invitation" && r.Values.Any(v => v.Value == "Bà Phụ Trách"));
        await site.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<PersonalDataDesk>();
            return await desk.EraseAsync((await desk.AskAsync(person, PersonalDataWish.Erasure, default)).Id, default);
        });
        var after = await site.InvitationAsync(batch, agency);
        Assert.Equal(("", ""), (after.Email, after.ContactName));
    }

    [Fact]
    public async Task A_workshop_that_is_cancelled_is_told_to_the_agencies_that_have_not_said_no()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        var agencies = await site.AgenciesAsync(2);
        await site.InviteAsync(workshop, agencies);
        await site.PressAsync(await site.OfficerAsync(agencies[1]), "Decline", ("Reason", "Bận"));
        await site.InScopeAsync(async s =>
        {
            var w = await s.GetRequiredService<Sen.Web.Data.AppDb>().Workshops.SingleAsync(x => x.Id == workshop.Id);
            w.BeIn(Sen.Web.Features.Programmes.WorkshopStatus.Cancelled);
            await s.GetRequiredService<Sen.Web.Features.Registrations.CancellationNotices>().PrepareAsync(w, default);
            return await s.GetRequiredService<Sen.Web.Data.AppDb>().SaveChangesAsync();
        });
        Assert.Single(await site.MailsOfAsync(agencies[0], "cancelled:"));
        Assert.Empty(await site.MailsOfAsync(agencies[1], "cancelled:"));
    }
}
