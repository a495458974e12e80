using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

/// <summary>Sets up a programme (code «new») or changes one.</summary>
public sealed class ProgrammeFormModel(ProgrammeDesk desk, Language language) : PageModel
{
    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(string programme, CancellationToken ct)
    {
        IsNew = programme == "new";
        if (!IsNew)
        {
            if (await desk.FindAsync(programme, ct) is not { } found) return NotFound();
            Input = ProgrammeInput.Of(found);
        }
        Input.OfferLines();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string programme, CancellationToken ct)
    {
        IsNew = programme == "new";
        var found = IsNew ? null : await desk.FindAsync(programme, ct);
        if (!IsNew && found is null) return NotFound();
        if (!IsNew) Input.Code = found!.Code;
        foreach (var (box, vi, en) in Input.Complaints()) ModelState.AddModelError("Input." + box, language[vi, en]);
        if (IsNew && (Input.Code == "new" || await desk.CodeIsTakenAsync(Input.Code, ct))) ModelState.AddModelError("Input.Code", language["Mã này đã có: chọn mã khác", "This code is taken: choose another"]);
        if (!ModelState.IsValid) return Page();
        if (found is null)
        {
            found = new Programme { Code = Input.Code };
            Input.Onto(found);
            await desk.AddAsync(found, ct);
        }
        else
        {
            Input.Onto(found);
            if (!await desk.SaveAsync(found, Input.Version, ct))
            {
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Người khác vừa sửa chương trình này. Mở lại ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed this programme. Open it in another tab to see it, then carry your part over."]);
                return Page();
            }
        }
        TempData["Done"] = language["Đã lưu chương trình.", "The programme is saved."];
        return LocalRedirect(language.To("/programmes/" + found.Code));
    }
}
