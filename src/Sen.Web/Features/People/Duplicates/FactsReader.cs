using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Reads the register ready to be compared: every person that stands and was not erased.</summary>
public sealed class FactsReader(AgencyKinds kinds, Gazetteer places, AgencyLineage lineage, TimeProvider clock)
{
    public async Task<IReadOnlyList<PersonFacts>> ReadAsync(AppDb db, CancellationToken ct)
    {
        var agencies = await db.Agencies.AsNoTracking().Select(a => new { a.Id, a.Name.Vi, a.KindId, a.ProvinceId }).ToDictionaryAsync(a => a.Id, ct);
        var day = clock.LocalDay();
        var byAgency = agencies.Values.ToDictionary(a => a.Id, a => Unit(a.Vi, a.KindId, a.ProvinceId, day));
        var byText = new Dictionary<(string, string?), UnitFacts>();
        var persons = new List<PersonFacts>();
        await foreach (var p in db.Persons.AsNoTracking().Where(p => p.MergedIntoId == null && p.FullName != Person.Forgotten).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.FullName, p.AcademicTitle, p.Position, p.AgencyId, p.AgencyText, p.ProvinceId, p.Phone, p.Email, p.BirthYear, p.Sex, p.CreatedAt }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (p.AgencyId is not { } id || !byAgency.TryGetValue(id, out var unit))
            {
                // Few texts, many people: each is taken apart once.
                if (!byText.TryGetValue((p.AgencyText, p.ProvinceId), out unit)) byText[(p.AgencyText, p.ProvinceId)] = unit = Written(p.AgencyText, p.ProvinceId, day);
            }
            persons.Add(new PersonFacts(p.Id, p.FullName, p.AcademicTitle, p.Position, new NameFacts(p.FullName), unit, p.Phone, p.Email, p.BirthYear, p.Sex, p.CreatedAt));
        }
        return persons;
    }

    private UnitFacts Written(string text, string? provinceId, DateOnly day)
    {
        if (text.Length == 0) return UnitFacts.None with { Place = Today(provinceId, day) };
        // Of what day the text is nobody knows; the kinds are named alike in both times, and a province of 2016 is known by its name.
        var reading = UnitReading.Read(text, day, places, kinds);
        var named = reading.Place.InForce ?? reading.Place.NotInForce;
        var province = provinceId ?? (named is null ? null : $"{named.Vintage}-{named.Code}");
        return Unit(text, reading.Kind?.Id, province, day);
    }

    private UnitFacts Unit(string name, string? kindId, string? provinceId, DateOnly day)
    {
        var place = Today(provinceId, day);
        if (lineage.Of(kindId, provinceId) is not { } stage)
        {
            var own = $"{SearchKey.Of(name)}|{place}";
            return new UnitFacts(name, own, own, place, null);
        }
        var today = lineage.Onward(stage, day) is [.., var last] ? last.To : stage;
        return new UnitFacts(name, KeyOf(stage), KeyOf(today), place, stage);
    }

    private string? Today(string? provinceId, DateOnly day) => provinceId?.Split('-') is [var vintage, var code] ? places.SuccessorOf(new(vintage, code), day)?.Key.Code : null;

    private static string KeyOf(AgencyStage stage) => $"{stage.Kind.Id}|{AgencyLineage.ProvinceIdOf(stage)}";
}
