using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>Where a paper belongs: a session, a topic of the programme, or (neither) the workshop as a whole.</summary>
public sealed record MaterialPlace(Guid? SessionId, Guid? TopicId);

/// <summary>What became of one uploaded file.</summary>
public sealed record FileTaken(string Name, Material? Material, Bilingual? Refused, bool MayAskPassword = false);

/// <summary>Where papers are laid out: added, replaced by newer ones, brought back, taken away.</summary>
public sealed class MaterialDesk(AppDb db, FileStore files, Actor actor, TimeProvider clock)
{
    public const int MostAtOnce = 30;

    public Task<Material?> FindAsync(Workshop workshop, Guid id, CancellationToken ct) => db.Materials.Include(m => m.Versions)
        .FirstOrDefaultAsync(m => m.Id == id && (m.WorkshopId == workshop.Id || (m.WorkshopId == null && m.ProgrammeId == workshop.ProgrammeId)), ct);

    /// <summary>Each file is a material of its own, named after the file; those that are refused say why, the others are taken.</summary>
    public async Task<IReadOnlyList<FileTaken>> AddAsync(Workshop workshop, MaterialPlace place, Action<Material> describe, IReadOnlyList<(string Name, Stream Content)> uploads, CancellationToken ct)
    {
        var shared = place.TopicId is not null;
        var last = await db.Materials.Where(m => shared ? m.TopicId == place.TopicId : m.WorkshopId == workshop.Id && m.SessionId == place.SessionId).MaxAsync(m => (int?)m.Position, ct) ?? 0;
        var taken = new List<FileTaken>();
        foreach (var (name, content) in uploads.Take(MostAtOnce))
        {
            var material = new Material { ProgrammeId = workshop.ProgrammeId, WorkshopId = shared ? null : workshop.Id, SessionId = place.SessionId, TopicId = place.TopicId, Position = last + 1 };
            var (version, file, refused) = await ReadAsync(material, name, content, ct);
            if (version is null)
            {
                taken.Add(new(name, null, refused));
                continue;
            }
            last++;
            describe(material);
            material.Title = TitleOf(name, material.Lang);
            material.Versions.Add(version);
            db.StoredFiles.Add(file!);
            db.Materials.Add(material);
            taken.Add(new(name, material, null, version.MayAskPassword));
        }
        await db.SaveChangesAsync(ct);
        return taken;
    }

    /// <summary>Words, place, who and when. False where somebody else changed it since the form was made.</summary>
    public async Task<bool> SaveAsync(Material material, int formVersion, CancellationToken ct)
    {
        db.Entry(material).Property(m => m.Version).OriginalValue = formVersion;
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>A newer file takes the place of the one before; null where it was taken, or why not.</summary>
    public async Task<Bilingual?> ReplaceAsync(Material material, string name, Stream content, CancellationToken ct)
    {
        var (version, file, refused) = await ReadAsync(material, name, content, ct);
        if (version is null) return refused;
        var current = await db.StoredFiles.Where(f => f.Id == material.Current!.FileId).Select(f => f.Sha256).SingleAsync(ct);
        if (file!.Sha256 == current)
        {
            files.Remove(file.Id);
            return new("giống hệt bản đang dùng", "the same as the version in use");
        }
        db.StoredFiles.Add(file);
        db.MaterialVersions.Add(version);
        material.CurrentNumber = version.Number;
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<bool> RestoreAsync(Material material, int number, CancellationToken ct)
    {
        if (!material.Versions.Exists(v => v.Number == number)) return false;
        material.CurrentNumber = number;
        await db.SaveChangesAsync(ct);
        return true;
    }

    public Task RemoveAsync(Material material, CancellationToken ct)
    {
        material.RemovedAt = clock.UtcNow();
        return db.SaveChangesAsync(ct);
    }

    public Task PutBackAsync(Material material, CancellationToken ct)
    {
        material.RemovedAt = null;
        return db.SaveChangesAsync(ct);
    }

    /// <summary>The papers of a workshop for a copy of it, in the transaction of that; topics' papers are the programme's and need no copy.</summary>
    public async Task CopyAsync(Guid from, Workshop to, IReadOnlyDictionary<Guid, Guid> sessions, CancellationToken ct)
    {
        foreach (var m in await db.Materials.AsNoTracking().Include(m => m.Versions).Where(m => m.WorkshopId == from && m.RemovedAt == null).OrderBy(m => m.Position).ToListAsync(ct))
        {
            if (m.Current is not { } v || (m.SessionId is { } s && !sessions.ContainsKey(s))) continue;
            var copy = new Material { ProgrammeId = to.ProgrammeId, WorkshopId = to.Id, SessionId = m.SessionId is { } old ? sessions[old] : null, Position = m.Position, Title = m.Title, Lang = m.Lang, Audience = m.Audience, Moment = m.Moment };
            copy.Versions.Add(new() { MaterialId = copy.Id, Number = 1, FileId = v.FileId, Name = v.Name, Kind = v.Kind, Length = v.Length, MayAskPassword = v.MayAskPassword, AddedAt = clock.UtcNow(), Who = actor.Who });
            db.Materials.Add(copy);
        }
    }

    /// <summary>Files whose materials are gone, after the commit; those that another workshop's copy still gives out stay.</summary>
    public async Task DropFilesAsync(IReadOnlyCollection<Guid> fileIds, CancellationToken ct)
    {
        var used = await db.MaterialVersions.Where(v => fileIds.Contains(v.FileId)).Select(v => v.FileId).ToListAsync(ct);
        var free = fileIds.Except(used).ToList();
        await db.StoredFiles.Where(f => free.Contains(f.Id)).ExecuteDeleteAsync(ct);
        foreach (var id in free) files.Remove(id);
    }

    private async Task<(MaterialVersion? Version, StoredFile? File, Bilingual? Refused)> ReadAsync(Material material, string name, Stream content, CancellationToken ct)
    {
        switch (FileJudge.Judge(content, name))
        {
            case FileVerdict.Refused no: return (null, null, no.Reason);
            case FileVerdict.Taken { Kind: FileKind.Picture }:
                using (var whole = new MemoryStream())
                {
                    content.Position = 0;
                    await content.CopyToAsync(whole, ct);
                    if (Pictures.Paper(whole.ToArray()) is not { } paper) return (null, null, new("ảnh hỏng hoặc quá nhiều điểm ảnh", "the picture is broken or has too many pixels"));
                    var picture = await files.KeepAsync(paper, FileNames.Tidy(name, ".jpg"), "image/jpeg", ct);
                    return (Make(material, picture, FileKind.Picture, false), picture, null);
                }
            case FileVerdict.Taken good:
                var file = await files.KeepAsync(content, FileNames.Tidy(name, good.Extension), good.ContentType, ct);
                return (Make(material, file, good.Kind, good.MayAskPassword), file, null);
            default: throw new InvalidOperationException("A file is taken or refused.");
        }
    }

    private MaterialVersion Make(Material material, StoredFile file, FileKind kind, bool mayAskPassword) => new()
    {
        MaterialId = material.Id,
        Number = material.Versions.Select(v => v.Number).DefaultIfEmpty().Max() + 1,
        FileId = file.Id,
        Name = file.Name,
        Kind = kind,
        Length = file.Length,
        MayAskPassword = mayAskPassword,
        AddedAt = clock.UtcNow(),
        Who = actor.Who,
    };

    private static Bilingual TitleOf(string name, string lang)
    {
        var words = FileNames.Tidy(name, "").Replace('_', ' ').Trim();
        return lang == Language.English ? new("", words) : new(words, "");
    }
}
