using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>What would come out, what it changes, where it clashes and who is told: all of it before the button.</summary>
public sealed class ReleasePageModel(AppDb db, ReleaseDesk desk, Language language) : PageModel
{
    public sealed class ReleaseInput
    {
        public string Stamp { get; set; } = "";
        public BilingualInput Note { get; set; } = new();
        public bool Quiet { get; set; }
        [AtMost(300)]
        public string Reason { get; set; } = "";
        public bool DespiteClashes { get; set; }
    }

    [BindProperty]
    public ReleaseInput Input { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;
    public Unreleased Seen { get; private set; } = null!;
    public Concerned Concerned { get; private set; }
    public bool Writes { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        Input.Stamp = Seen.Stamp;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        if (Input.Quiet && Input.Reason.Trim().Length == 0) ModelState.AddModelError("Input.Reason", language["Ghi lý do không gửi thư, ví dụ: sửa lỗi chính tả", "Say why nobody is told, for example: a misspelling mended"]);
        if (Seen.Clashes.Count > 0 && !Input.DespiteClashes && Seen.Stamp == Input.Stamp)
            ModelState.AddModelError("Input.DespiteClashes", language["Còn chỗ trùng giờ: sửa chương trình, hoặc chọn «Vẫn công bố»", "There are clashes: change the agenda, or choose “Release it all the same”"]);
        if (!ModelState.IsValid)
        {
            Input.Stamp = Seen.Stamp;
            return Page();
        }
        switch (await desk.ReleaseAsync(Workshop, Input.Stamp, Input.Note.Text, Input.Quiet ? Input.Reason.Trim() : null, ct))
        {
            case Released.Done done:
                TempData["Done"] = language[$"Đã công bố bản số {done.Release.Number}.", $"Version {done.Release.Number} is released."]
                    + (done.Release.Told > 0 ? language[$" {done.Release.Told} người đang được báo qua thư.", $" {done.Release.Told} people are being told by mail."] : language[" Không ai phải nhận thư.", " Nobody is written to."]);
                return LocalRedirect(language.To($"/desk/workshops/{code}/agenda/releases/{done.Release.Number}"));
            case Released.NotNow no:
                ModelState.AddModelError("", language.Plain(no.Why));
                break;
            case Released.NothingNew:
                ModelState.AddModelError("", language["Không có gì mới để công bố.", "There is nothing new to release."]);
                break;
            default:
                ModelState.AddModelError("", language["Chưa công bố: chương trình vừa được sửa thêm. Dưới đây là bản mới; xem lại rồi bấm công bố. Điều bạn đã ghi vẫn còn.", "Nothing is released yet: the agenda was changed meanwhile. Below is the new one; look again, then release it. What you wrote is still here."]);
                break;
        }
        db.ChangeTracker.Clear();
        await LoadAsync(code, ct);
        // The next press is about what is shown now.
        Input.Stamp = Seen.Stamp;
        Input.DespiteClashes = false;
        ModelState.Remove("Input.Stamp");
        ModelState.Remove("Input.DespiteClashes");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return false;
        Workshop = workshop;
        Seen = await desk.LookAsync(workshop, ct);
        Writes = desk.Writes(workshop);
        Concerned = await desk.ConcernedAsync(workshop, ct);
        return true;
    }
}
