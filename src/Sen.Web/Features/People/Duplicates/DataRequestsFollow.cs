using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Requests about one's own data go with the person: whoever asked, asked for all of it.</summary>
public sealed class DataRequestsFollow(AppDb db) : IPersonFollower
{
    public string Name => "data-requests";

    public Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.FromResult(new FollowLook([], []));

    public Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.CompletedTask;

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var moved = await db.PersonalDataRequests.Where(r => r.PersonId == awayId).Select(r => r.Id).ToListAsync(ct);
        await db.PersonalDataRequests.Where(r => r.PersonId == awayId).ExecuteUpdateAsync(r => r.SetProperty(x => x.PersonId, standingId), ct);
        return new Followed(JsonSerializer.Serialize(moved), []);
    }

    // A request is answered for the whole person, so one that came later asks nothing of an undo: it stays with the row that stands.
    public Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(PersonMerge merge, string note, CancellationToken ct) => Task.FromResult<IReadOnlyList<FollowedRecord>>([]);

    public async Task<IReadOnlyList<Bilingual>> BackAsync(PersonMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        var moved = JsonSerializer.Deserialize<List<Guid>>(note) ?? [];
        await db.PersonalDataRequests.Where(r => moved.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.PersonId, merge.AwayId), ct);
        return [];
    }
}
