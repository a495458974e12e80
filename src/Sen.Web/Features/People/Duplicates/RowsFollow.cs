using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>
/// Rows that only have to go with their person, and back: requests about one's own data, refusals of news. Of what came to the standing person
/// since the merge nothing is asked: it was meant for the whole person, and stays with the row that stands.
/// </summary>
/// <typeparam name="T">With an Id and a PersonId.</typeparam>
public sealed class RowsFollow<T>(AppDb db, string name) : IPersonFollower
    where T : class
{
    private const string OfPerson = "PersonId";

    public string Name => name;

    public Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.FromResult(new FollowLook([], []));

    public Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.CompletedTask;

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var moved = await db.Set<T>().Where(r => EF.Property<Guid>(r, OfPerson) == awayId).Select(r => EF.Property<Guid>(r, "Id")).ToListAsync(ct);
        await GiveAsync(moved, standingId, ct);
        return new Followed(JsonSerializer.Serialize(moved), []);
    }

    public Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(RowMerge merge, string note, CancellationToken ct) => Task.FromResult<IReadOnlyList<FollowedRecord>>([]);

    public async Task<IReadOnlyList<Bilingual>> BackAsync(RowMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        await GiveAsync(JsonSerializer.Deserialize<List<Guid>>(note) ?? [], merge.AwayId, ct);
        return [];
    }

    private Task<int> GiveAsync(List<Guid> rows, Guid person, CancellationToken ct) =>
        db.Set<T>().Where(r => rows.Contains(EF.Property<Guid>(r, "Id"))).ExecuteUpdateAsync(r => r.SetProperty(x => EF.Property<Guid>(x, OfPerson), person), ct);
}
