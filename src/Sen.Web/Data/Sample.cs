using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Data;

/// <summary>
/// What a newcomer sees: the series of 2016 as its sources record it, and a plainly fictitious series of 2026 with people.
/// Everything it brings is marked, so one command takes exactly that away again.
/// </summary>
public sealed class Sample(AppDb db, SampleAccounts accounts, FileStore files, Actor actor, TimeProvider clock)
{
    public async Task BringAsync(CancellationToken ct)
    {
        actor.Runs("sample");
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var series2016 = Series2016.Create();
        var series2026 = Series2026.Create(clock.LocalDay());
        db.Programmes.AddRange(series2016, series2026);
        await db.SaveChangesAsync(ct);
        SampleReleases.Add(db, [series2016, series2026], clock.GetUtcNow().UtcDateTime);
        SamplePeople.Add(db, series2026, clock.GetUtcNow().UtcDateTime);
        await SampleStory.AddAsync(db, files, series2026.Workshops.Single(w => w.Code == "hue-2026"), ct);
        await SampleMaterials.AddAsync(db, files, series2026, clock.GetUtcNow().UtcDateTime, ct);
        AddAccounts(series2026);
        db.Settings.Add(new Setting { Name = SampleFlag.Name, Value = SampleFlag.In });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    public async Task RemoveAsync(CancellationToken ct)
    {
        actor.Runs("sample remove");
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var workshops = db.Workshops.Where(w => w.IsSample).Select(w => w.Id);
        await db.Registrations.Where(r => workshops.Contains(r.WorkshopId)).ExecuteDeleteAsync(ct);
        await db.Registrations.Where(r => db.Persons.Any(p => p.IsSample && p.Id == r.PersonId)).ExecuteDeleteAsync(ct);
        var imports = db.ListImports.Where(i => workshops.Contains(i.WorkshopId));
        var photos = db.StoryPhotos.Where(p => db.Stories.Any(s => s.Id == p.StoryId && workshops.Contains(s.WorkshopId)));
        var fileIds = await imports.Select(i => i.FileId).Concat(photos.Select(p => p.FileId)).Concat(photos.Select(p => p.SmallFileId)).ToListAsync(ct);
        var materials = db.Materials.Where(m => db.Programmes.Any(p => p.IsSample && p.Id == m.ProgrammeId) && (m.WorkshopId == null || workshops.Contains(m.WorkshopId.Value)));
        var papers = await db.MaterialVersions.Where(v => materials.Any(m => m.Id == v.MaterialId)).Select(v => v.FileId).Distinct().ToListAsync(ct);
        await materials.ExecuteDeleteAsync(ct);
        // A workshop of somebody's own that was copied from the sample keeps the papers it took over.
        fileIds.AddRange(papers.Except(await db.MaterialVersions.Select(v => v.FileId).ToListAsync(ct)));
        await imports.ExecuteDeleteAsync(ct);
        await db.Workshops.Where(w => w.IsSample).ExecuteDeleteAsync(ct);
        await db.Programmes.Where(p => p.IsSample && !db.Workshops.Any(w => w.ProgrammeId == p.Id)).ExecuteDeleteAsync(ct);
        await db.FailedAddresses.Where(f => db.Persons.Any(p => p.IsSample && p.Email == f.Address)).ExecuteDeleteAsync(ct);
        var gone = db.Persons.Where(p => p.IsSample).Select(p => p.Id);
        await db.PersonMerges.Where(m => gone.Contains(m.StandingId) || gone.Contains(m.AwayId)).ExecuteDeleteAsync(ct);
        await db.KeptAparts.Where(k => gone.Contains(k.FirstId) || gone.Contains(k.SecondId)).ExecuteDeleteAsync(ct);
        await db.Persons.Where(p => !p.IsSample && p.MergedIntoId != null && gone.Contains(p.MergedIntoId.Value)).ExecuteUpdateAsync(p => p.SetProperty(x => x.MergedIntoId, (Guid?)null), ct);
        await db.Persons.Where(p => p.IsSample).ExecuteDeleteAsync(ct);
        await RemoveAgenciesAsync(ct);
        await db.Users.Where(u => u.IsSample).ExecuteDeleteAsync(ct);
        await db.StoredFiles.Where(f => fileIds.Contains(f.Id)).ExecuteDeleteAsync(ct);
        await db.Settings.Where(s => s.Name == SampleFlag.Name).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, SampleFlag.Removed), ct);
        await work.CommitAsync(ct);
        foreach (var file in fileIds) files.Remove(file);
    }

    /// <summary>Those nobody works at; what was merged into one of them stands by itself again.</summary>
    private async Task RemoveAgenciesAsync(CancellationToken ct)
    {
        var gone = await db.Agencies.IgnoreQueryFilters().Where(a => a.IsSample && !db.Persons.Any(p => p.AgencyId == a.Id) && !db.Registrations.Any(r => r.AgencyId == a.Id) && !db.Invitations.Any(i => i.AgencyId == a.Id)).Select(a => a.Id).ToListAsync(ct);
        foreach (var own in await db.Agencies.IgnoreQueryFilters().Where(a => !gone.Contains(a.Id) && a.MergedIntoId != null && gone.Contains(a.MergedIntoId.Value)).ToListAsync(ct))
        {
            own.ComesBack();
            own.FindBy(await db.AgencyKinds.FirstOrDefaultAsync(k => k.Id == own.KindId, ct));
        }
        await db.SaveChangesAsync(ct);
        await db.AgencyMerges.Where(m => gone.Contains(m.StandingId) || gone.Contains(m.AwayId)).ExecuteDeleteAsync(ct);
        await db.KeptAparts.Where(k => gone.Contains(k.FirstId) || gone.Contains(k.SecondId)).ExecuteDeleteAsync(ct);
        await db.Agencies.IgnoreQueryFilters().Where(a => gone.Contains(a.Id)).ExecuteDeleteAsync(ct);
    }

    private void AddAccounts(Programme series)
    {
        accounts.Add(SampleAccounts.Administrator, "Bà Quản Trị Mẫu", Role.Administrator, ScopeKind.Everywhere);
        accounts.Add("phutrach@sen.example", "Ông Phụ Trách Mẫu", Role.ProgrammeManager, ScopeKind.Programme, series.Id.ToString());
        accounts.Add("totchuc@sen.example", "Bà Tổ Chức Mẫu", Role.Organiser, ScopeKind.Workshop, series.Workshops.Single(w => w.Code == "can-tho-2026").Id.ToString());
    }
}
