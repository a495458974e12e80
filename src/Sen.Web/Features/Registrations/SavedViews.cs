using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>Views of a list under a name, for everybody who organises the workshop: a link each.</summary>
public sealed class SavedViews(AppDb db)
{
    public const int LongestName = 80;

    public Task<List<SavedView>> AllAsync(Guid workshopId, CancellationToken ct) => db.SavedViews.AsNoTracking().Where(v => v.WorkshopId == workshopId).OrderBy(v => v.Name).ThenBy(v => v.Id).ToListAsync(ct);

    /// <summary>A view of the same name is replaced: a name leads to one list.</summary>
    public async Task<bool> SaveAsync(Guid workshopId, string name, string query, CancellationToken ct)
    {
        name = name.Trim().Nfc();
        if (name.Length is 0 or > LongestName) return false;
        if (await db.SavedViews.FirstOrDefaultAsync(v => v.WorkshopId == workshopId && v.Name == name, ct) is { } known) known.Query = query;
        else db.SavedViews.Add(new SavedView { WorkshopId = workshopId, Name = name, Query = query });
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<bool> RemoveAsync(Guid workshopId, Guid id, CancellationToken ct)
    {
        if (await db.SavedViews.FirstOrDefaultAsync(v => v.WorkshopId == workshopId && v.Id == id, ct) is not { } view) return false;
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
