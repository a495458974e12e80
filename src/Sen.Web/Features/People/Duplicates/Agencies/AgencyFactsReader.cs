using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>Reads the register of agencies ready to be compared: what each is of which province, from the record or from its name.</summary>
public sealed class AgencyFactsReader(AgencyKinds kinds, Gazetteer places, TimeProvider clock)
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "va", "cac", "cua", "thuoc", "tinh", "thanh", "pho", "tp", "t", "and", "of" };
    private static readonly HashSet<string> BelowProvince = new(StringComparer.Ordinal) { "huyen", "quan", "xa", "phuong", "thi" };
    private const int LongestPlace = 8;

    public async Task<IReadOnlyList<AgencyFacts>> ReadAsync(AppDb db, CancellationToken ct)
    {
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.KindId, a.ProvinceId }).ToListAsync(ct);
        var mails = (await db.Invitations.AsNoTracking().Where(i => i.Email != "").Select(i => new { i.AgencyId, i.Email }).Distinct().ToListAsync(ct)).ToLookup(m => m.AgencyId, m => m.Email);
        var day = clock.LocalDay();
        return agencies.ConvertAll(a => Of(a.Id, a.Name.Vi, a.Name.En, a.KindId, a.ProvinceId, [.. mails[a.Id].Order(StringComparer.Ordinal)], day));
    }

    public AgencyFacts Of(Guid id, string name, string nameEn, string? kindId, string? provinceId, IReadOnlyList<string> mails, DateOnly day)
    {
        var place = provinceId?.Split('-') is [var vintage, var code] ? places.SuccessorOf(new(vintage, code), day)?.Key.Code : null;
        var facts = new AgencyFacts(id, name, nameEn, kindId, provinceId, [], false, "", false, place, mails);
        var words = PlaceWords.Of(name);
        var (then, now) = (UnitReading.Read(name, Gazetteer.Merger.AddDays(-1), places, kinds), UnitReading.Read(name, day < Gazetteer.Merger ? Gazetteer.Merger : day, places, kinds));
        var kind = kindId is null ? now.Kind : kinds.TryFind(kindId, out var known) ? known : null;
        if (kind is null || kind.HasOwnName) return facts;
        var match = kinds.Find(words) is { } found && found.Kind == kind ? found : (kind, 0, 0);
        if (match.Item3 > 0 && match.Item3 < words.Length && BelowProvince.Contains(words[match.Item3])) return facts;
        var within = Within(words, match.Item2, match.Item3);
        if (!kind.IsProvincial) return facts with { Bodies = [kind.Id], BodyIsRead = kindId is null, Within = within };

        // A province of that name at a time when there was such an agency.
        List<string> named = [];
        if (then.Place.InForce is { } old && !(kind.ValidFrom >= Gazetteer.Merger)) named.Add($"{old.Vintage}-{old.Code}");
        if (now.Place.InForce is { } today && !(kind.ValidTo < Gazetteer.Merger)) named.Add($"{today.Vintage}-{today.Code}");
        var elsewhere = provinceId is not null && named.Count > 0 && !named.Contains(provinceId);
        var provinces = provinceId is null || elsewhere ? named : [provinceId];
        return facts with { Bodies = [.. provinces.Select(p => $"{kind.Id}|{p}")], BodyIsRead = kindId is null || provinceId is null, Within = within, IsElsewhere = elsewhere };
    }

    /// <summary>What the name says beside the kind and the province.</summary>
    private string Within(string[] words, int start, int end)
    {
        var rest = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (i >= start && i < end) continue;
            var place = 0;
            for (var length = Math.Min(LongestPlace, (i < start ? start : words.Length) - i); length > 0 && place == 0; length--)
                if (!places.FindWhole(words.AsSpan(i, length), Gazetteer.Merger).IsNone) place = length;
            if (place > 0) i += place - 1;
            else if (!Small.Contains(words[i])) rest.Add(words[i]);
        }
        return string.Join(' ', rest);
    }
}
