using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>The letter as it will be or was sent, to read and print; without the private link, which stands in the sent one alone.</summary>
public sealed class LetterPageModel(AppDb db, WorkshopDesk workshops, BatchDesk desk) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public LetterText Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, Guid? to, CancellationToken ct) => await FindAsync(code, id, to, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(string code, Guid id, Guid? to, CancellationToken ct) =>
        await FindAsync(code, id, to, ct) ? File(LetterPdf.Of(Letter, null), "application/pdf", LetterPdf.FileName(Letter)) : NotFound();

    private async Task<bool> FindAsync(string code, Guid id, Guid? to, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || await desk.FindAsync(workshop.Id, id, ct) is not { } batch) return false;
        Workshop = workshop;
        db.Entry(batch).State = EntityState.Detached;
        if (batch.IsDraft) LetterText.Fill(batch, workshop);
        var invitation = await db.Invitations.AsNoTracking().Where(i => i.BatchId == id && (to == null || i.Id == to)).OrderBy(i => i.AgencyName.Vi).FirstOrDefaultAsync(ct);
        if (invitation is null && to is not null) return false;
        Letter = new LetterText(batch, invitation ?? new Invitation { BatchId = id, WorkshopId = workshop.Id, AgencyId = Guid.Empty, AgencyName = new Bilingual("……………………", "……………………"), Seats = batch.SeatsEach });
        return true;
    }
}
