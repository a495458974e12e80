using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>What letters hold of a person: which were for them and what became of each, and that they want no more news.</summary>
public sealed class LetterData(AppDb db, Language language) : IPersonalData
{
    public async Task<IReadOnlyList<HeldRecord>> HeldAsync(Guid personId, CancellationToken ct)
    {
        var letters = await db.LetterRecipients.AsNoTracking().Where(x => db.Registrations.Any(r => r.Id == x.RegistrationId && r.PersonId == personId))
            .Join(db.GroupLetters.AsNoTracking(), x => x.LetterId, l => l.Id, (x, l) => new { x.Id, x.State, l.Subject, l.StartedAt }).OrderByDescending(x => x.StartedAt).ToListAsync(ct);
        var refusals = await db.NewsRefusals.AsNoTracking().Where(r => r.PersonId == personId).OrderBy(r => r.GivenAt).ToListAsync(ct);
        return
        [
            .. letters.Select(x => new HeldRecord(x.Id, "letter", x.Subject,
            [
                new("subject", new("Thư", "Letter"), language.Plain(x.Subject)),
                new("state", new("Trạng thái", "State"), x.State.Words(language)),
                .. x.StartedAt is { } at ? [new HeldValue("sentAt", new("Lúc", "When"), language.Moment(at))] : Array.Empty<HeldValue>(),
            ])),
            .. refusals.Select(r => new HeldRecord(r.Id, "news-refusal", new("Thôi nhận thư tin", "No more news"),
            [
                new("wording", new("Nội dung", "Words"), r.Wording),
                new("address", new("Thư điện tử", "E-mail"), r.Address),
                new("givenAt", new("Lúc", "When"), language.Moment(r.GivenAt)),
                .. r.TakenBackAt is { } back ? [new HeldValue("takenBackAt", new("Nhận lại từ", "Taken back"), language.Moment(back))] : Array.Empty<HeldValue>(),
            ])),
        ];
    }

    public async Task<IReadOnlyList<string>> ContactsAsync(Guid personId, CancellationToken ct) =>
        await db.NewsRefusals.Where(r => r.PersonId == personId && r.Address != "").Select(r => r.Address).Distinct().ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> RecordsAsync(Guid personId, CancellationToken ct) => await db.NewsRefusals.Where(r => r.PersonId == personId).Select(r => r.Id).ToListAsync(ct);

    /// <summary>That somebody was written to, or refused news, stays counted; whose mailbox it was is gone.</summary>
    public async Task EraseAsync(Guid personId, CancellationToken ct)
    {
        await db.NewsRefusals.Where(r => r.PersonId == personId).ExecuteUpdateAsync(r => r.SetProperty(x => x.Address, ""), ct);
        await db.LetterRecipients.Where(x => db.Registrations.Any(r => r.Id == x.RegistrationId && r.PersonId == personId)).ExecuteUpdateAsync(x => x.SetProperty(r => r.StopHash, (string?)null), ct);
    }
}
