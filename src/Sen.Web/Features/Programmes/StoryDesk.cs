using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>Where the report of a workshop is written and its photos are put in order.</summary>
public sealed class StoryDesk(AppDb db, FileStore files)
{
    public const int MaxPhotos = 60;

    public Task<Story?> FindAsync(Guid workshopId, CancellationToken ct) =>
        db.Stories.Include(s => s.Photos).FirstOrDefaultAsync(s => s.WorkshopId == workshopId, ct);

    /// <summary>Saves text, captions and new pictures together. Returns false where somebody else changed the story meanwhile.</summary>
    public async Task<bool> SaveAsync(Guid workshopId, int formVersion, Action<Story> write, IReadOnlyList<(string Name, WebPicture Picture)> added, CancellationToken ct)
    {
        var story = await FindAsync(workshopId, ct);
        if (story is null) db.Stories.Add(story = new Story { WorkshopId = workshopId });
        else
        {
            db.Entry(story).Property(s => s.Version).OriginalValue = formVersion;
            db.Entry(story).State = EntityState.Modified;
        }
        var before = story.Photos.ToList();
        write(story);
        foreach (var (name, picture) in added)
        {
            var large = await files.KeepAsync(picture.Large, Path.ChangeExtension(name, ".webp"), "image/webp", ct);
            var small = await files.KeepAsync(picture.Small, Path.ChangeExtension(name, ".webp"), "image/webp", ct);
            db.StoredFiles.AddRange(large, small);
            story.Photos.Add(new StoryPhoto
            {
                StoryId = story.Id,
                FileId = large.Id,
                SmallFileId = small.Id,
                Width = picture.Width,
                Height = picture.Height,
                Position = story.Photos.Select(p => p.Position).DefaultIfEmpty().Max() + 1,
            });
        }
        var gone = before.Except(story.Photos).ToList();
        foreach (var photo in gone)
            db.StoredFiles.RemoveRange(await db.StoredFiles.Where(f => f.Id == photo.FileId || f.Id == photo.SmallFileId).ToListAsync(ct));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        // Only after the commit: a rolled back change still needs its files.
        foreach (var photo in gone)
        {
            files.Remove(photo.FileId);
            files.Remove(photo.SmallFileId);
        }
        return true;
    }

    /// <summary>Words of a photo that must be there before the public sees it.</summary>
    public static IEnumerable<Bilingual> Missing(Story story)
    {
        var without = story.Photos.Count(p => p.Alt.Vi.Length == 0);
        if (without > 0) yield return new($"{without} ảnh chưa có lời tả cho người không nhìn thấy.", $"{without} photos have no description for those who cannot see them.");
    }
}
