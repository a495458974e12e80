using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

public enum TemplateSaved { Done, ChangedMeanwhile, Gone }

/// <summary>Where a programme keeps texts of its own to write letters from.</summary>
public sealed class TemplateDesk(AppDb db)
{
    public Task<List<LetterTemplate>> AllAsync(Guid programmeId, CancellationToken ct) => db.LetterTemplates.AsNoTracking().Where(t => t.ProgrammeId == programmeId).OrderBy(t => t.Id).ToListAsync(ct);

    public Task<LetterTemplate?> FindAsync(Guid programmeId, Guid id, CancellationToken ct) => db.LetterTemplates.FirstOrDefaultAsync(t => t.ProgrammeId == programmeId && t.Id == id, ct);

    public async Task<TemplateSaved> SaveAsync(Guid programmeId, Guid? id, Bilingual name, LetterWording input, CancellationToken ct)
    {
        LetterTemplate? template;
        if (id is null) db.LetterTemplates.Add(template = new LetterTemplate { ProgrammeId = programmeId });
        else if ((template = await FindAsync(programmeId, id.Value, ct)) is null) return TemplateSaved.Gone;
        else db.Entry(template).Property(t => t.Version).OriginalValue = input.Version;
        (template.Name, template.Subject, template.Body, template.Sort, template.Timing, template.Days) = (name, input.Subject.Text, input.Body.Text, input.Sort, input.Timing == LetterTiming.At ? LetterTiming.ByHand : input.Timing, input.Days);
        try
        {
            await db.SaveChangesAsync(ct);
            return TemplateSaved.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return TemplateSaved.ChangedMeanwhile;
        }
    }

    /// <summary>Letters written from it keep their text.</summary>
    public async Task<bool> RemoveAsync(Guid programmeId, Guid id, CancellationToken ct)
    {
        if (await FindAsync(programmeId, id, ct) is not { } template) return false;
        db.LetterTemplates.Remove(template);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
