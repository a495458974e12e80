using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Agencies;

/// <summary>Saved views of lists and groups of letters that choose the people of one agency: both are the query of an address.</summary>
public sealed class AgencyViewsFollow(AppDb db) : IAgencyFollower
{
    private sealed record Note(List<Guid> Views, List<Guid> Letters);

    public string Name => "agency-views";

    public async Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var records = new List<FollowedRecord>();
        foreach (var owner in new[] { standingId, awayId })
        {
            records.AddRange((await Views(owner).AsNoTracking().OrderBy(v => v.Name).ToListAsync(ct)).Select(v => new FollowedRecord(v.Id, owner, new("Danh sách đã lưu", "Saved view"), v.Name, null, default)));
            records.AddRange((await Letters(owner).AsNoTracking().OrderBy(l => l.CreatedAt).ToListAsync(ct)).Select(l => new FollowedRecord(l.Id, owner, new("Thư gửi nhóm", "Letter to a group"), l.Subject.Vi, null, l.CreatedAt)));
        }
        return new FollowLook(records, []);
    }

    public Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.CompletedTask;

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var (views, letters) = (await Views(awayId).ToListAsync(ct), await Letters(awayId).ToListAsync(ct));
        Write(views, letters, awayId, standingId);
        await db.SaveChangesAsync(ct);
        return new Followed(JsonSerializer.Serialize(new Note(views.ConvertAll(v => v.Id), letters.ConvertAll(l => l.Id))), []);
    }

    public Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(RowMerge merge, string note, CancellationToken ct) => Task.FromResult<IReadOnlyList<FollowedRecord>>([]);

    /// <summary>What asks for another agency by now, or for none, is left as it is.</summary>
    public async Task<IReadOnlyList<Bilingual>> BackAsync(RowMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        var did = JsonSerializer.Deserialize<Note>(note) ?? new Note([], []);
        Write(await Views(merge.StandingId).Where(v => did.Views.Contains(v.Id)).ToListAsync(ct), await Letters(merge.StandingId).Where(l => did.Letters.Contains(l.Id)).ToListAsync(ct), merge.StandingId, merge.AwayId);
        await db.SaveChangesAsync(ct);
        return [];
    }

    private IQueryable<SavedView> Views(Guid agency)
    {
        var id = agency.ToString();
        return db.SavedViews.Where(v => v.Query.Contains(id));
    }

    private IQueryable<GroupLetter> Letters(Guid agency)
    {
        var id = agency.ToString();
        return db.GroupLetters.Where(l => l.Group.Contains(id));
    }

    private static void Write(List<SavedView> views, List<GroupLetter> letters, Guid from, Guid to)
    {
        foreach (var view in views) view.Query = view.Query.Replace(from.ToString(), to.ToString(), StringComparison.Ordinal);
        foreach (var letter in letters) letter.Group = letter.Group.Replace(from.ToString(), to.ToString(), StringComparison.Ordinal);
    }
}
