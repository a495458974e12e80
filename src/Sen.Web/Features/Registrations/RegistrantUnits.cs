using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Places;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;
using Agency = Sen.Web.Features.People.Agency;

namespace Sen.Web.Features.Registrations;

/// <summary>Where somebody works, as the limits ask for it.</summary>
public sealed record RegistrantUnit(string Name, Guid? AgencyId, string? KindId, string? ProvinceId);

/// <summary>
/// Finds a registrant's unit: the agency of the register with that name, or what the words themselves say for sure; the rest stays as
/// written for a person to match. Provinces are those in force on the workshop's first day.
/// </summary>
public sealed class RegistrantUnits(AppDb db, AgencyRegister register, Gazetteer gazetteer, AgencyKinds kinds, TimeProvider clock)
{
    public async Task<(RegistrantUnit Unit, Agency? Agency)> OfAsync(Workshop workshop, string written, string? chosenProvince, CancellationToken ct)
    {
        var day = workshop.StartsOn ?? clock.LocalDay();
        var text = PersonName.Clean(written);
        var chosen = await OnDayAsync(chosenProvince, day, ct);
        var agency = await register.MatchAsync(text, chosen ?? "", ct);
        if (agency is not null)
            return (new(agency.Name.Vi, agency.Id, KindOnDay(agency.KindId, day), await OnDayAsync(agency.ProvinceId, day, ct) ?? chosen), agency);
        var reading = UnitReading.Read(text, day, gazetteer, kinds);
        var named = reading.KindIsCertain && reading.Place.InForce is { } place ? $"{place.Vintage}-{place.Code}" : null;
        return (new(text, null, reading.KindIsCertain ? reading.Kind!.Id : null, chosen ?? named), null);
    }

    /// <summary>An agency that a person chose from the register.</summary>
    public async Task<RegistrantUnit> OfAsync(Workshop workshop, Agency agency, CancellationToken ct)
    {
        var day = workshop.StartsOn ?? clock.LocalDay();
        return new(agency.Name.Vi, agency.Id, KindOnDay(agency.KindId, day), await OnDayAsync(agency.ProvinceId, day, ct));
    }

    /// <summary>Agencies of the register that the written words may mean: the same kind in the same place first, then those that share the words.</summary>
    public async Task<IReadOnlyList<Agency>> ProposalsAsync(Workshop workshop, string written, string? provinceId, int most, CancellationToken ct)
    {
        var reading = UnitReading.Read(PersonName.Clean(written), workshop.StartsOn ?? clock.LocalDay(), gazetteer, kinds);
        var (kind, place) = (reading.Kind?.Id, reading.Place.InForce is { } here ? $"{here.Vintage}-{here.Code}" : provinceId);
        var alike = kind is null ? [] : await db.Agencies.AsNoTracking().Where(a => a.KindId == kind && (place == null || a.ProvinceId == place)).OrderBy(a => a.SortKey).Take(most).ToListAsync(ct);
        var found = db.Agencies.AsNoTracking();
        foreach (var word in SearchKey.Of(written).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(a => a.SearchKey.Contains(word));
        return [.. alike.Concat(await found.OrderBy(a => a.SortKey).Take(most).ToListAsync(ct)).DistinctBy(a => a.Id).Take(most)];
    }

    /// <summary>The unit that a province of any vintage is part of on the day.</summary>
    private async Task<string?> OnDayAsync(string? provinceId, DateOnly day, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(provinceId)) return null;
        var province = await db.Provinces.AsNoTracking().FirstOrDefaultAsync(p => p.Id == provinceId, ct);
        if (province is null) return null;
        var now = day < Gazetteer.Merger ? 2016 : 2025;
        if (province.Vintage == now) return provinceId;
        // One unit of 2016 is in exactly one of today's; the other way there are several, so nothing is guessed.
        return province.Vintage < now ? await db.ProvinceMergers.Where(m => m.OldId == provinceId).Select(m => m.NewId).FirstOrDefaultAsync(ct) : null;
    }

    private string? KindOnDay(string? kindId, DateOnly day)
    {
        if (kindId is null || !kinds.TryFind(kindId, out var kind)) return kindId;
        return kind.InForceOn(day) ? kindId : kinds.SuccessorOn(kind, day)?.Id ?? kindId;
    }
}
