using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Tests.Features.Registrations.Letters;

/// <summary>What tests of letters do over and over.</summary>
internal static class LetterTools
{
    public static Task<GroupLetter> LetterAsync(this TestSite site, Workshop workshop, Action<LetterInput>? write = null) => site.InScopeAsync(async s =>
    {
        var input = new LetterInput
        {
            Subject = new BilingualInput { Vi = "Nhắc: {hoi_thao}", En = "Reminder: {workshop}" },
            Body = new BilingualInput { Vi = "{kinh_gui},\nHẹn gặp tại {dia_diem}.", En = "{dear},\nSee you at {venue}." },
        };
        write?.Invoke(input);
        var mine = await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == workshop.Id);
        return (await s.GetRequiredService<LetterDesk>().SaveAsync(mine, null, input, input.Group.With(), default))!;
    });

    /// <summary>One verb of the desk on a letter as it stands now, on the host or on another node.</summary>
    public static Task<T> WithLetterAsync<T>(this TestSite site, GroupLetter letter, Func<LetterDesk, Workshop, GroupLetter, Task<T>> verb) => site.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var row = await db.GroupLetters.SingleAsync(l => l.Id == letter.Id);
        return await verb(s.GetRequiredService<LetterDesk>(), await db.Workshops.SingleAsync(w => w.Id == row.WorkshopId), row);
    });

    public static Task<LetterMove> StartAsync(this TestSite site, GroupLetter letter) => site.WithLetterAsync(letter, (desk, w, l) => desk.StartAsync(w, l, alsoToNobody: false, default));

    public static Task<LetterMove> PlanAsync(this TestSite site, GroupLetter letter) => site.WithLetterAsync(letter, (desk, w, l) => desk.PlanAsync(w, l, default));

    public static Task<GroupLetter> NowAsync(this TestSite site, GroupLetter letter) => site.DbAsync(db => db.GroupLetters.AsNoTracking().SingleAsync(l => l.Id == letter.Id));

    /// <summary>Sends, and waits until the host's own job has written to everybody.</summary>
    public static async Task SendAsync(this TestSite site, GroupLetter letter)
    {
        Assert.Equal(LetterMove.Done, await site.StartAsync(letter));
        await site.UntilAsync(letter, LetterState.Sent);
    }

    public static async Task UntilAsync(this TestSite site, GroupLetter letter, LetterState state)
    {
        for (var i = 0; i < 600; i++)
        {
            if ((await site.NowAsync(letter)).State == state) return;
            await Task.Delay(100);
        }
        Assert.Fail($"The letter is still {(await site.NowAsync(letter)).State}.");
    }

    public static Task<List<OutboxMessage>> MailsOfAsync(this TestSite site, GroupLetter letter)
    {
        var key = $"letter:{letter.Id}:";
        return site.DbAsync(db => db.OutboxMessages.AsNoTracking().Where(m => m.Key.StartsWith(key)).OrderBy(m => m.To).ToListAsync());
    }

    public static Task<Dictionary<RecipientState, int>> RecipientsAsync(this TestSite site, GroupLetter letter) => site.DbAsync(db => db.LetterRecipients.Where(r => r.LetterId == letter.Id).GroupBy(r => r.State).ToDictionaryAsync(g => g.Key, g => g.Count()));

    public static Task<string?> MailboxOfAsync(this TestSite site, Registration r) => site.DbAsync(db => db.Persons.Where(p => p.Id == r.PersonId).Select(p => p.Email).SingleAsync());

    public static string[] Names(string family, int count) => [.. Enumerable.Range(0, count).Select(i => $"{family} Thị {(char)('A' + (i % 26))}{string.Concat(Enumerable.Repeat("a", i / 26))}")];
}
