using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

public sealed partial class RegistrationsFollow
{
    public async Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(RowMerge merge, string note, CancellationToken ct)
    {
        var known = Known(Read(note));
        return [.. (await RowsAsync(r => r.PersonId == merge.StandingId && !known.Contains(r.Id), ct)).Select(Shown)];
    }

    public async Task<IReadOnlyList<Bilingual>> BackAsync(RowMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        var did = Read(note);
        var rows = await db.Registrations.Where(r => r.PersonId == merge.StandingId).ToDictionaryAsync(r => r.Id, ct);
        foreach (var row in rows.Values) await db.Entry(row).ReloadAsync(ct);
        var known = Known(did);
        var against = new List<Bilingual>();
        var back = new HashSet<Guid>(did.Moved);
        foreach (var arrived in rows.Values.Where(r => !known.Contains(r.Id)))
            if (!whose.TryGetValue(arrived.Id, out var person) || (person != merge.StandingId && person != merge.AwayId)) against.Add(await WhoseAsync(arrived, ct));
            else if (person == merge.AwayId) back.Add(arrived.Id);
        foreach (var ended in did.Ended)
            if (!rows.TryGetValue(ended.Id, out var row) || row.DuplicateOfId != ended.Stands || (ended.Was is not null && row.State != RegistrationState.Withdrawn) || !rows.ContainsKey(ended.Stands))
                against.Add(await MovedOnAsync(rows.GetValueOrDefault(ended.Id), ct));
        if (did.Moved.Any(id => !rows.ContainsKey(id))) against.Add(await MovedOnAsync(null, ct));
        if (against.Count == 0 && Twice(rows.Values, did, back) is { } twice) against.Add(await TwiceAsync(twice, ct));
        if (against.Count > 0) return against;

        foreach (var id in back) db.Entry(rows[id]).Property(r => r.PersonId).CurrentValue = merge.AwayId;
        await db.SaveChangesAsync(ct);
        foreach (var ended in did.Ended)
        {
            rows[ended.Id].DuplicateOfId = null;
            await db.PrivateLinks.Where(l => ended.Links.Contains(l.Id) && l.RegistrationId == ended.Stands).ExecuteUpdateAsync(l => l.SetProperty(x => x.RegistrationId, ended.Id), ct);
        }
        await db.SaveChangesAsync(ct);
        var reopened = did.Ended.Where(e => e.Was is not null).ToList();
        if (reopened.Count == 0) return [];
        return await office.ChangeAsync<IReadOnlyList<Bilingual>>([.. reopened.Select(e => rows[e.Id].WorkshopId)], seats =>
        {
            var full = new List<Bilingual>();
            foreach (var ended in reopened) Reopen(seats.Single(s => s.Workshop.Id == rows[ended.Id].WorkshopId), rows[ended.Id], ended, full);
            return Task.FromResult<IReadOnlyList<Bilingual>>(full);
        }, ct);
    }

    /// <summary>A seat that went to somebody else meanwhile is not taken from them.</summary>
    private void Reopen(OpenSeats seats, Registration registration, Ended ended, List<Bilingual> full)
    {
        if (Registration.TakesSeat(ended.Was!.Value) && !seats.HasBegun && seats.Book.Judge(Seatable.Of(registration)) is { Admits: false } no)
        {
            full.Add(new($"Đăng ký đã kết thúc khi gộp không lấy lại được chỗ ở «{seats.Workshop.Title.In("vi").Text}»: {no.Words(new Language("vi"))} Chỗ ấy đã sang người khác.",
                $"The registration that ended with the merge cannot have its seat back in “{seats.Workshop.Title.In("en").Text}”: {no.Words(new Language("en"))} The seat went to somebody else."));
            return;
        }
        seats.Put(registration, ended.Was.Value, ended.KeptUntil);
        var row = db.Entry(registration);
        (row.Property(r => r.StateBefore).CurrentValue, row.Property(r => r.ChangedAt).CurrentValue) = (ended.Before, ended.ChangedAt);
    }

    /// <summary>One that came since may stand where the other person’s own would come back to.</summary>
    private static Registration? Twice(IEnumerable<Registration> rows, Note did, HashSet<Guid> back)
    {
        var undone = did.Ended.Select(e => e.Id).ToHashSet();
        return rows.Where(r => r.DuplicateOfId is null || undone.Contains(r.Id)).GroupBy(r => (r.WorkshopId, back.Contains(r.Id))).FirstOrDefault(g => g.Count() > 1)?.First();
    }

    private static Note Read(string note) => JsonSerializer.Deserialize<Note>(note) ?? new Note([], [], []);

    private static HashSet<Guid> Known(Note note) => [.. note.Had, .. note.Moved];

    private async Task<Bilingual> TitleAsync(Guid workshopId, CancellationToken ct) => await db.Workshops.Where(w => w.Id == workshopId).Select(w => w.Title).SingleAsync(ct);

    private async Task<Bilingual> WhoseAsync(Registration r, CancellationToken ct)
    {
        var title = await TitleAsync(r.WorkshopId, ct);
        return new($"Đăng ký ở «{title.In("vi").Text}» có sau khi gộp: chọn nó là của ai, rồi hoàn tác.", $"The registration for “{title.In("en").Text}” came after the merge: choose whose it is, then undo.");
    }

    private async Task<Bilingual> MovedOnAsync(Registration? r, CancellationToken ct)
    {
        if (r is null) return new("Một đăng ký đã chuyển khi gộp nay không còn ở người này.", "A registration that the merge moved is no longer with this person.");
        var title = await TitleAsync(r.WorkshopId, ct);
        return new($"Đăng ký đã kết thúc khi gộp ở «{title.In("vi").Text}» sau đó đã đổi trạng thái, nên không biết phải khôi phục về đâu.",
            $"The registration for “{title.In("en").Text}” that ended with the merge has changed since; what to put back cannot be told.");
    }

    private async Task<Bilingual> TwiceAsync(Registration r, CancellationToken ct)
    {
        var title = await TitleAsync(r.WorkshopId, ct);
        return new($"Ở «{title.In("vi").Text}» một người sẽ có hai đăng ký: chọn lại đăng ký có sau khi gộp là của ai.", $"One person would have two registrations for “{title.In("en").Text}”: choose again whose the later one is.");
    }
}
