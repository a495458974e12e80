using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Features.Registrations;

/// <summary>The sheet for the door: A4 landscape, rows of at least 9 mm, one day with morning and afternoon.</summary>
public sealed class PrintListModel(AppDb db, WorkshopDesk workshops) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Day { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string Sort { get; set; } = "name";

    public Workshop Workshop { get; private set; } = null!;
    public DateOnly? Date { get; private set; }
    public int Days { get; private set; } = 1;
    public IReadOnlyList<Participant> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        Workshop = workshop;
        if (workshop is { StartsOn: { } start, EndsOn: { } end }) Days = end.DayNumber - start.DayNumber + 1;
        Day = Math.Clamp(Day, 1, Days);
        Date = workshop.StartsOn?.AddDays(Day - 1);
        People = await new ParticipantQuery { Sort = Sort, InTheHall = true }.Of(db, workshop.Id).ToListAsync(ct);
        return Page();
    }
}
