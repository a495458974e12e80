using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

public sealed partial class MergeDesk
{
    /// <summary>What came to the person since they were merged: an undo has to be told whose it is.</summary>
    public async Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(PersonMerge merge, CancellationToken ct)
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
        if (await db.PersonMerges.AsNoTracking().FirstOrDefaultAsync(m => m.Id == mergeId, ct) is not { } look) return new Unmerged.NotThere();
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        if (await OpenAsync(look.StandingId, look.AwayId, ct) is not { } both) return new Unmerged.NotThere();
        var (standing, away) = both;
        // Under the lock: somebody may have pressed the same button a moment ago.
        var merge = await db.PersonMerges.SingleAsync(m => m.Id == mergeId, ct);
        await db.Entry(merge).ReloadAsync(ct);
        if (merge.UndoneAt is not null) return new Unmerged.NotThere();
        if (merge.IsErased || standing.FullName == Person.Forgotten) return new Unmerged.Refused([PersonMergeWords.Erased]);
        if (await MergedSinceAsync(merge, standing, away, ct) is { } later) return new Unmerged.Refused([later]);

        actor.Because(language["Hoàn tác việc gộp hai dòng", "A merge of two rows undone"]);
        var values = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(merge.Values) ?? [];
        var against = await ChangedSinceAsync(standing, values, ct);
        var notes = Notes(merge);
        // The values first: who follows may look at the person.
        foreach (var (column, value) in values) PersonValues.Write(standing, column, value[0]);
        standing.StandsFor(merge.KnownBefore);
        await FindAgainAsync(standing, ct);
        away.ComesBack();
        await FindAgainAsync(away, ct);
        foreach (var id in JsonSerializer.Deserialize<List<Guid>>(notes[OwnRows]) ?? [])
            if (await db.Persons.SingleOrDefaultAsync(p => p.Id == id && p.MergedIntoId == standing.Id, ct) is { } earlier) earlier.GoesInto(away);
        (merge.UndoneAt, merge.UndoneBy) = (clock.UtcNow(), actor.Who);
        await db.SaveChangesAsync(ct);
        foreach (var follower in followers.Reverse())
            if (notes.TryGetValue(follower.Name, out var note)) against.AddRange(await follower.BackAsync(merge, note, whose, ct));
        if (against.Count > 0) return new Unmerged.Refused(against);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new Unmerged.Done(standing.Id, away.Id);
    }

    /// <summary>Merges of one person are undone last first: what a later one chose from stands on this one.</summary>
    private async Task<Bilingual?> MergedSinceAsync(PersonMerge merge, Person standing, Person away, CancellationToken ct)
    {
        if ((standing.MergedIntoId ?? (away.MergedIntoId == standing.Id ? null : away.MergedIntoId)) is { } on)
            return PersonMergeWords.MergedOn(await db.Persons.Where(p => p.Id == on).Select(p => p.FullName).SingleAsync(ct));
        var later = await db.PersonMerges.AsNoTracking().Where(m => m.StandingId == standing.Id && m.UndoneAt == null && m.Id != merge.Id && m.MergedAt >= merge.MergedAt)
            .OrderByDescending(m => m.MergedAt).Select(m => m.AwayId).FirstOrDefaultAsync(ct);
        return later == Guid.Empty ? null : PersonMergeWords.MergedLater(await db.Persons.Where(p => p.Id == later).Select(p => p.FullName).SingleAsync(ct));
    }

    private async Task<List<Bilingual>> ChangedSinceAsync(Person standing, Dictionary<string, string?[]> values, CancellationToken ct)
    {
        var now = PersonValues.Of(standing);
        var changed = values.Where(v => now[v.Key] != v.Value[1] && v.Key is not (nameof(Person.FamilyName) or nameof(Person.MiddleName))).ToList();
        if (changed.Count == 0) return [];
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id.ToString(), a => a.Name.Vi, StringComparer.Ordinal, ct);
        var places = await db.Provinces.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, StringComparer.Ordinal, ct);
        string? Said(string? value) => value is null ? null : agencies.GetValueOrDefault(value) ?? places.GetValueOrDefault(value) ?? (value.StartsWith("+84", StringComparison.Ordinal) ? new PhoneNumber(value).Shown : value);
        return [.. changed.Select(v => (Field: PersonField.OfColumn(v.Key), Then: Said(v.Value[1]), Now: Said(now[v.Key]))).DistinctBy(v => v.Field).Select(v => PersonMergeWords.ChangedSince(v.Field, v.Then, v.Now))];
    }

    private static Dictionary<string, string> Notes(PersonMerge merge) => JsonSerializer.Deserialize<Dictionary<string, string>>(merge.Moved) ?? [];
}
