using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Tests.Features.Registrations.Invitations;

/// <summary>What tests of invitations do over and over: agencies of their own, a letter to them, the officer's page.</summary>
internal static class InvitationTools
{
    private static int serial;

    /// <summary>Agencies nobody else in these tests has, all of Huế's departments of industry and trade.</summary>
    public static Task<List<Agency>> AgenciesAsync(this TestSite site, int count, string kind = "SCT") => site.DbAsync(async db =>
    {
        var agencies = Enumerable.Range(0, count).Select(_ =>
        {
            var name = new Bilingual("Đơn vị mời thử " + Letters(Interlocked.Increment(ref serial)), "");
            return new Agency { KindId = kind, ProvinceId = "2025-46", Name = name, SearchKey = Agency.KeyOf(name, null), SortKey = Sen.Web.Platform.Text.SortKey.Of(name.Vi) };
        }).ToList();
        db.Agencies.AddRange(agencies);
        await db.SaveChangesAsync();
        return agencies;
    });

    /// <summary>A letter to these agencies, ready to be sent.</summary>
    public static Task<InvitationBatch> LetterAsync(this TestSite site, Workshop workshop, IReadOnlyCollection<Agency> agencies, int seats = 2, bool keep = true, Action<InvitationBatch>? write = null) => site.InScopeAsync(async s =>
    {
        var (db, desk) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<BatchDesk>());
        var mine = await db.Workshops.SingleAsync(w => w.Id == workshop.Id);
        var batch = await desk.CreateAsync(mine, default);
        (batch.Number, batch.IssuingBody, batch.Signatory, batch.SeatsEach, batch.RemindDays) = ("7/GM-THU", "Văn phòng thử", "Trần Văn Ký Thử", seats, "7 2");
        batch.Keeping = keep ? SeatKeeping.ByAgency : SeatKeeping.None;
        batch.Deadline = site.Clock.LocalNow().Date.AddDays(10).AddHours(17);
        write?.Invoke(batch);
        await db.SaveChangesAsync();
        await desk.AddAsync(batch, mine, [.. agencies.Select(a => a.Id)], default);
        foreach (var invitation in await db.Invitations.Where(i => i.BatchId == batch.Id).ToListAsync()) invitation.Email = MailboxOf(invitation.AgencyName.Vi);
        await db.SaveChangesAsync();
        return batch;
    });

    public static string MailboxOf(string agency) => Sen.Web.Platform.Text.SearchKey.Of(agency).Replace(' ', '-') + "@coquan.example";

    public static Task<IReadOnlyList<string>> SendAsync(this TestSite site, InvitationBatch batch) => site.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var mine = await db.InvitationBatches.SingleAsync(b => b.Id == batch.Id);
        return await s.GetRequiredService<BatchDesk>().BeginAsync(mine, await db.Workshops.SingleAsync(w => w.Id == mine.WorkshopId), default);
    });

    /// <summary>Sent to the last one: the job runs in the site as it would anywhere.</summary>
    public static async Task<InvitationBatch> InviteAsync(this TestSite site, Workshop workshop, IReadOnlyCollection<Agency> agencies, int seats = 2, bool keep = true, Action<InvitationBatch>? write = null)
    {
        var batch = await site.LetterAsync(workshop, agencies, seats, keep, write);
        Assert.Equal([], await site.SendAsync(batch));
        await site.SentAsync(batch);
        return batch;
    }

    public static async Task SentAsync(this TestSite site, InvitationBatch batch)
    {
        for (var looks = 0; looks < 600; looks++)
        {
            if (await site.DbAsync(db => db.InvitationBatches.AnyAsync(b => b.Id == batch.Id && b.SentAt != null))) return;
            await Task.Delay(100);
        }
        Assert.Fail("The letters were not sent within a minute.");
    }

    /// <summary>The officer's link in the newest mail of this agency.</summary>
    public static async Task<string> OfficerAsync(this TestSite site, Agency agency) => Registering.Link((await site.MailsAsync(MailboxOf(agency.Name.Vi)))[^1]);

    public static async Task<(System.Net.HttpStatusCode Status, string Text)> NominateAsync(this TestSite site, string link, string name, string? email = null, string? instead = null, string phone = "")
    {
        var visitor = site.Visitor();
        var fields = new Dictionary<string, string> { ["Input.FullName"] = name, ["Input.Position"] = "Chuyên viên", ["Input.Email"] = email ?? Registering.NewMailbox(), ["Input.Phone"] = phone };
        if (instead is not null) fields["instead"] = instead;
        var answer = await visitor.SendFormAsync(link, fields, link + "&handler=Nominate");
        var page = answer.StatusCode == System.Net.HttpStatusCode.Found ? await visitor.GetStringAsync(answer.Headers.Location!.ToString()) : await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, Visits.Text(page));
    }

    public static Task<Invitation> InvitationAsync(this TestSite site, InvitationBatch batch, Agency agency) => site.DbAsync(db => db.Invitations.AsNoTracking().SingleAsync(i => i.BatchId == batch.Id && i.AgencyId == agency.Id));

    public static Task<List<OutboxMessage>> MailsOfAsync(this TestSite site, Agency agency, string reason) =>
        site.DbAsync(db => db.OutboxMessages.AsNoTracking().Where(m => m.To == MailboxOf(agency.Name.Vi) && m.Key.StartsWith(reason)).OrderBy(m => m.CreatedAt).ToListAsync());

    /// <summary>The deadline passes for this letter alone; the clock is common to all tests.</summary>
    public static Task<int> PassDeadlineAsync(this TestSite site, InvitationBatch batch) => site.DbAsync(db =>
    {
        var past = site.Clock.LocalNow().AddMinutes(-1);
        return db.Invitations.Where(i => i.BatchId == batch.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Deadline, past).SetProperty(x => x.KeptUntil, x => x.KeptSeats > 0 ? past : null));
    });

    private static string Letters(int n) => string.Concat(n.ToString("0000", CultureInfo.InvariantCulture).Select(d => (char)('b' + (d - '0'))));
}
