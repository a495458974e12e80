using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;
using SortKey = Sen.Web.Platform.Text.SortKey;

namespace Sen.Web.Features.People;

public abstract record AgencySaved
{
    public sealed record Done(Guid Id) : AgencySaved;
    /// <summary>The register has one of this name in this place already.</summary>
    public sealed record Known(Guid Id) : AgencySaved;
    public sealed record ChangedMeanwhile : AgencySaved;
}

/// <summary>The list of agencies: added to and corrected. Who works there is found by the new name at once.</summary>
public sealed class AgencyRegister(AppDb db)
{
    public Task<Agency?> FindAsync(Guid id, CancellationToken ct) => db.Agencies.FirstOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>The row that stands for one that was merged; null where it stands itself, or there is none.</summary>
    public Task<Guid?> StandingOfAsync(Guid id, CancellationToken ct) => db.Agencies.IgnoreQueryFilters().Where(a => a.Id == id).Select(a => a.MergedIntoId).FirstOrDefaultAsync(ct);

    public async Task<AgencySaved> SaveAsync(Agency? agency, string? kindId, string? provinceId, Bilingual name, int formVersion, CancellationToken ct)
    {
        var kind = kindId is null ? null : await db.AgencyKinds.AsNoTracking().FirstOrDefaultAsync(k => k.Id == kindId, ct);
        var sortKey = SortKey.Of(name.In("vi").Text);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        if (await KnownAsync(agency?.Id, name, provinceId, sortKey, ct) is { } known) return new AgencySaved.Known(known);
        if (agency is null)
        {
            agency = new Agency { SearchKey = "", SortKey = "" };
            db.Agencies.Add(agency);
        }
        else db.Entry(agency).Property(a => a.Version).OriginalValue = formVersion;
        var renamed = agency.Name.Vi != name.Vi;
        (agency.KindId, agency.ProvinceId, agency.Name) = (kind?.Id, provinceId, name);
        agency.FindBy(kind);
        if (renamed) await DescribeAgainAsync(agency, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new AgencySaved.ChangedMeanwhile();
        }
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new AgencySaved.Done(agency.Id);
    }

    /// <summary>The agency of the register with this very name, however its marks are typed; one in the person's province first.</summary>
    public async Task<Agency?> MatchAsync(string written, string provinceId, CancellationToken ct)
    {
        var key = SearchKey.Of(written);
        if (key.Length == 0) return null;
        var candidates = await db.Agencies.Where(a => a.SearchKey.Contains(key)).OrderBy(a => a.SortKey).ToListAsync(ct);
        return candidates.Where(a => a.IsCalled(key))
            .OrderByDescending(a => a.ProvinceId == provinceId).FirstOrDefault();
    }

    // Written alike but for marks is the same name: the sorting key tells marks, so the folded names are compared.
    private async Task<Guid?> KnownAsync(Guid? self, Bilingual name, string? provinceId, string sortKey, CancellationToken ct)
    {
        var key = SearchKey.Of(name.Vi);
        var others = await db.Agencies.AsNoTracking().Where(a => a.Id != self && a.ProvinceId == provinceId && (a.SortKey == sortKey || a.SearchKey.Contains(key)))
            .Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        return others.FirstOrDefault(a => SearchKey.Of(a.Name.Vi) == key)?.Id;
    }

    /// <summary>Who works there is found by its name.</summary>
    public async Task DescribeAgainAsync(Agency agency, CancellationToken ct)
    {
        foreach (var person in await db.Persons.Where(p => p.AgencyId == agency.Id).ToListAsync(ct)) person.FindBy(agency.Name.Vi);
    }
}
