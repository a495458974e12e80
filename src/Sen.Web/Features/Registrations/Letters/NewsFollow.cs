using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>Whoever wants no more news wants none under either of their rows.</summary>
public sealed class NewsFollow(AppDb db) : IPersonFollower
{
    public string Name => "news-refusals";

    public Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.FromResult(new FollowLook([], []));

    public Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.CompletedTask;

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var moved = await db.NewsRefusals.Where(r => r.PersonId == awayId).Select(r => r.Id).ToListAsync(ct);
        await db.NewsRefusals.Where(r => moved.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.PersonId, standingId), ct);
        return new Followed(JsonSerializer.Serialize(moved), []);
    }

    // A refusal that came since belongs to its mailbox, which the standing row keeps.
    public Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(PersonMerge merge, string note, CancellationToken ct) => Task.FromResult<IReadOnlyList<FollowedRecord>>([]);

    public async Task<IReadOnlyList<Bilingual>> BackAsync(PersonMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        var moved = JsonSerializer.Deserialize<List<Guid>>(note) ?? [];
        await db.NewsRefusals.Where(r => moved.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.PersonId, merge.AwayId), ct);
        return [];
    }
}
