using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

public sealed class AgendaPageModel(AppDb db, AgendaDesk desk, ArrangeDesk arrange, TimeProvider clock, Language language) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<AgendaDay> Days { get; private set; } = [];
    public Unreleased Release { get; private set; } = null!;
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];
    /// <summary>Names the agenda this page shows; every form on it carries it.</summary>
    public string Stamp { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var workshop = await db.Workshops.AsNoTracking().Include(w => w.Sessions).ThenInclude(s => s.Speakers).FirstOrDefaultAsync(w => w.Code == code, ct);
        if (workshop is null) return NotFound();
        Workshop = workshop;
        Days = AgendaDay.Of(workshop);
        Stamp = AgendaText.Stamp(workshop.Sessions);
        Release = ReleaseDesk.Compare(workshop, await ReleasedAgenda.OfAsync(db, workshop.Id, ct), workshop.Sessions, clock.UtcNow());
        Clashes = Release.Clashes;
        return Page();
    }

    /// <summary>The half-days a session can be moved to: those of the days there are, and one day more.</summary>
    public IEnumerable<(int Day, HalfDay Half)> Slots(AgendaSession s) =>
        from day in Enumerable.Range(1, Math.Max(1, Days.Max(d => d.Number)) + 1)
        from half in Enum.GetValues<HalfDay>()
        where day != s.DayNumber || half != s.Half
        select (day, half);

    public string Words(int day, HalfDay half) => $"{half.Words(language)}, {(day == 0 ? language["ngày chưa ghi nhận", "day not recorded"] : Workshop.StartsOn is { } first ? language.Date(first.AddDays(day - 1)) : language[$"ngày thứ {day}", $"day {day}"])}";

    /// <param name="to">«up», «down», or «slot» with the half-day in <paramref name="slot"/>.</param>
    /// <param name="slot">«2:Afternoon».</param>
    /// <param name="before">The session it comes before; at the end of the half-day without one.</param>
    public async Task<IActionResult> OnPostMoveAsync(string code, Guid id, string stamp, string? to, string? slot, Guid? before, CancellationToken ct)
    {
        if (!await db.Workshops.AnyAsync(w => w.Code == code, ct)) return NotFound();
        Arranged result;
        if (to is "up" or "down") result = await arrange.StepAsync(code, id, stamp ?? "", to == "up", ct);
        else if (slot?.Split(':') is [var d, var h] && int.TryParse(d, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 0 and <= 60 && Enum.TryParse<HalfDay>(h, out var half) && Enum.IsDefined(half))
            result = await arrange.MoveAsync(code, id, stamp ?? "", day, half, before, ct);
        else return BadRequest();
        // The workshop of this request is tracked by now; the page is read anew.
        db.ChangeTracker.Clear();
        switch (result)
        {
            case Arranged.Done done:
                Leave(code, done);
                return LocalRedirect(language.To($"/desk/workshops/{code}/agenda"));
            case Arranged.NoSuchSession: return NotFound();
            case Arranged.ChangedMeanwhile:
                ModelState.AddModelError("", language["Chưa dời gì: người khác vừa sửa chương trình này. Dưới đây là bản mới, xin dời lại.", "Nothing was moved: somebody else has just changed this agenda. Below is the new one; please move it again."]);
                break;
            default:
                ModelState.AddModelError("", language["Không dời được đến đó. Phiên chưa có giờ luôn đứng đầu buổi, và buổi tối phải xong trước nửa đêm: hãy sửa giờ của phiên.", "It cannot stand there. A session without a time comes first in its half-day, and an evening ends before midnight: change the session's time instead."]);
                break;
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(code, ct);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string code, string undo, CancellationToken ct)
    {
        if (!await db.Workshops.AnyAsync(w => w.Code == code, ct)) return NotFound();
        new Flash(await arrange.TakeBackAsync(code, undo ?? "", ct)
            ? language["Các phiên đã trở lại chỗ cũ.", "The sessions are back where they were."]
            : language["Không hoàn tác được nữa: chương trình đã được sửa thêm.", "It can no longer be undone: the agenda was changed since."]).Leave(TempData);
        return LocalRedirect(language.To($"/desk/workshops/{code}/agenda"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await desk.RemoveAsync(code, id, ct)) return NotFound();
        TempData["Done"] = language["Đã bỏ phiên.", "The session is removed."];
        TempData["Undo"] = language.To($"/desk/workshops/{code}/agenda?handler=PutBack&id={id}");
        return LocalRedirect(language.To($"/desk/workshops/{code}/agenda"));
    }

    public async Task<IActionResult> OnPostPutBackAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await desk.PutBackAsync(code, id, ct)) return NotFound();
        TempData["Done"] = language["Phiên đã trở lại chỗ cũ.", "The session is back where it was."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/agenda"));
    }

    private void Leave(string code, Arranged.Done done)
    {
        var s = done.Session;
        var title = language.Plain(s.Title);
        var at = s.Starts is { } starts ? language.Time(starts) + (s.Ends is { } ends ? "–" + language.Time(ends) : "") : s.Half.Words(language).ToLower(language.Format);
        var day = s.DayNumber == 0 ? "" : language[$", ngày thứ {s.DayNumber}", $", day {s.DayNumber}"];
        var others = done.OthersMoved == 0 ? "" : language[$" {done.OthersMoved} phiên khác dời theo.", done.OthersMoved == 1 ? " 1 other session moved along." : $" {done.OthersMoved} other sessions moved along."];
        new Flash(language[$"«{title}» nay ở {at}{day}.", $"“{title}” is now at {at}{day}."] + others) { UndoAt = language.To($"/desk/workshops/{code}/agenda?handler=TakeBack"), Undo = done.Before }.Leave(TempData);
    }
}
