using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

public abstract partial class RowMergeDesk<TRow, TMerge>
{
    /// <summary>What came to the standing row since: an undo has to be told whose it is.</summary>
    public async Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(TMerge merge, CancellationToken ct)
    {
        if (merge.IsErased || merge.UndoneAt is not null) return [];
        var notes = Notes(merge);
        var arrived = new List<FollowedRecord>();
        foreach (var follower in followers)
            if (notes.TryGetValue(follower.Name, out var note)) arrived.AddRange(await follower.ArrivedAsync(merge, note, ct));
        return arrived;
    }

    /// <summary>
    /// Puts everything back as it was. What was changed since and does not say whose it is stands against it: then nothing is put back, and
    /// all of it is named.
    /// </summary>
    public async Task<Unmerged> UndoAsync(Guid mergeId, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        if (await db.Set<TMerge>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == mergeId, ct) is not { } look) return new Unmerged.NotThere();
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        if (await OpenAsync(look.StandingId, look.AwayId, ct) is not { } both) return new Unmerged.NotThere();
        var (standing, away) = both;
        // Under the lock: somebody may have pressed the same button a moment ago.
        var merge = await db.Set<TMerge>().SingleAsync(m => m.Id == mergeId, ct);
        await db.Entry(merge).ReloadAsync(ct);
        if (merge.UndoneAt is not null) return new Unmerged.NotThere();
        if (merge.IsErased || IsForgotten(standing)) return new Unmerged.Refused([MergeWords.Erased]);
        if (await MergedSinceAsync(merge, standing, away, ct) is { } later) return new Unmerged.Refused([later]);

        actor.Because(language[Words.BecauseUndone.Vi, Words.BecauseUndone.En]);
        var values = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(merge.Values) ?? [];
        var against = await ChangedSinceAsync(standing, values, ct);
        var notes = Notes(merge);
        // The values first: who follows may look at the person.
        foreach (var (column, value) in values) Write(standing, column, value[0]);
        standing.StandsFor(merge.KnownBefore);
        await FindAgainAsync(standing, ct);
        away.ComesBack();
        await FindAgainAsync(away, ct);
        foreach (var id in JsonSerializer.Deserialize<List<Guid>>(notes[OwnRows]) ?? [])
            if (await Rows.SingleOrDefaultAsync(p => p.Id == id && p.MergedIntoId == standing.Id, ct) is { } earlier) earlier.GoesInto(away.Id);
        (merge.UndoneAt, merge.UndoneBy) = (clock.UtcNow(), actor.Who);
        await db.SaveChangesAsync(ct);
        foreach (var follower in followers.Reverse())
            if (notes.TryGetValue(follower.Name, out var note)) against.AddRange(await follower.BackAsync(merge, note, whose, ct));
        if (against.Count > 0) return new Unmerged.Refused(against);
        await SettledAsync(standing, away, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new Unmerged.Done(standing.Id, away.Id);
    }

    /// <summary>Merges of one row are undone last first: what a later one chose from stands on this one.</summary>
    private async Task<Bilingual?> MergedSinceAsync(TMerge merge, TRow standing, TRow away, CancellationToken ct)
    {
        if ((standing.MergedIntoId ?? (away.MergedIntoId == standing.Id ? null : away.MergedIntoId)) is { } on)
            return Words.MergedOn(NameOf(await Rows.AsNoTracking().SingleAsync(p => p.Id == on, ct)));
        var later = await db.Set<TMerge>().AsNoTracking().Where(m => m.StandingId == standing.Id && m.UndoneAt == null && m.Id != merge.Id && m.MergedAt >= merge.MergedAt)
            .OrderByDescending(m => m.MergedAt).Select(m => m.AwayId).FirstOrDefaultAsync(ct);
        return later == Guid.Empty ? null : Words.MergedLater(NameOf(await Rows.AsNoTracking().SingleAsync(p => p.Id == later, ct)));
    }

    private async Task<List<Bilingual>> ChangedSinceAsync(TRow standing, Dictionary<string, string?[]> values, CancellationToken ct)
    {
        var now = ValuesOf(standing);
        var changed = values.Where(v => now[v.Key] != v.Value[1] && !IsDerived(v.Key)).ToList();
        if (changed.Count == 0) return [];
        var said = await SaidAsync(ct);
        return [.. changed.Select(v => (Field: Fields.First(f => f.Columns.Contains(v.Key)), Then: said(v.Value[1]), Now: said(now[v.Key]))).DistinctBy(v => v.Field).Select(v => MergeWords.ChangedSince(v.Field, v.Then, v.Now))];
    }

    private static Dictionary<string, string> Notes(TMerge merge) => JsonSerializer.Deserialize<Dictionary<string, string>>(merge.Moved) ?? [];
}
