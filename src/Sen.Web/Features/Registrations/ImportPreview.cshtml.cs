using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>The list before it is written: every problem at once, each row taken as corrected or left out by a person.</summary>
public sealed class ImportPreviewModel(AppDb db, WorkshopDesk workshops, ListDesk desk, Language language) : PageModel
{
    public const int ProblemsPerPage = 20;
    public const int RowsPerPage = 50;

    public Workshop Workshop { get; private set; } = null!;
    public ListImport Import { get; private set; } = null!;
    public ListPreview Preview { get; private set; } = null!;
    public ListContext Context { get; private set; } = null!;
    public IReadOnlyList<ListRow> ToDecide { get; private set; } = [];
    public int ToDecideInAll { get; private set; }
    public IReadOnlyList<ListRow> Shown { get; private set; } = [];
    public int SeatsFree { get; private set; }

    /// <summary>Which rows the table shows: all, new, known, left out.</summary>
    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "page-no")]
    public int PageNo { get; set; } = 1;

    [BindProperty]
    public List<RowInput> Rows { get; set; } = [];

    [BindProperty]
    public bool AcceptConverted { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Import.State != ImportState.Preview) return LocalRedirect(language.To($"/desk/workshops/{code}/people"));
        if (!await ReadAsync(ct)) return NotFound();
        Rows = [.. ToDecide.Select(RowInput.Of)];
        return Page();
    }

    /// <summary>Keeps the decided rows; the others stay as they were typed.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct) || Import.State != ImportState.Preview) return NotFound();
        Context = await desk.ContextOfAsync(Workshop, ct);
        var good = new Dictionary<string, RowCorrection>(StringComparer.Ordinal);
        var complaints = new List<(string Key, string Box, Bilingual Sentence)>();
        foreach (var row in Rows.Where(r => r.Decision is "take" or "leave"))
        {
            var (correction, wrong) = row.Read(Context);
            if (correction is not null) good[row.Key] = correction;
            complaints.AddRange(wrong.Select(w => (row.Key, w.Box, w.Sentence)));
        }
        await desk.CorrectAsync(Import, good, ct);
        if (complaints.Count == 0)
        {
            TempData["Done"] = language[$"Đã nhận {good.Count} dòng đã xem.", $"{good.Count} rows are decided."];
            return LocalRedirect(language.To($"/desk/workshops/{code}/import/{id}"));
        }
        var typed = Rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        if (!await ReadAsync(ct)) return NotFound();
        ModelState.Clear();
        Rows = [.. ToDecide.Select(r => typed.GetValueOrDefault(r.Key) ?? RowInput.Of(r))];
        foreach (var (key, box, sentence) in complaints)
        {
            var at = Rows.FindIndex(r => r.Key == key);
            ModelState.AddModelError(at < 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Rows[{at}].{box}"), language.Plain(sentence));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostWriteAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        switch (await desk.WriteAsync(Workshop, Import, AcceptConverted, ct))
        {
            case ListWritten.NotSeen:
                return await StayAsync(nameof(AcceptConverted), language["Xem bản chuyển đổi bảng mã và đánh dấu đã xem.", "Look at the converted text and tick that you have."], ct);
            case ListWritten.ProblemsStand stand:
                return await StayAsync("", language[$"Chưa ghi dòng nào: còn {stand.Rows} dòng cần xem.", $"Nothing is written: {stand.Rows} rows still need a look."], ct);
            case ListWritten.NotNow no:
                return await StayAsync("", language.Plain(no.Reason), ct);
            case ListWritten.Done done:
                var above = done.Above.IsEmpty ? "" : language[" Vượt hạn mức: ", " Above the limit: "] + language.Plain(done.Above) + ".";
                TempData["Done"] = (done.Waiting == 0
                    ? language[$"Đã nhập {done.Added} người; {done.Known} người đã có từ trước.", $"{done.Added} people imported; {done.Known} were known."]
                    : language[$"Đã nhập {done.Added} người, trong đó {done.Waiting} người chờ chỗ; {done.Known} người đã có từ trước.", $"{done.Added} people imported, {done.Waiting} of them waiting for a seat; {done.Known} were known."]) + above;
                break;
        }
        return LocalRedirect(language.To($"/desk/workshops/{code}/people"));
    }

    public async Task<IActionResult> OnPostDiscardAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        await desk.DiscardAsync(Import, ct);
        TempData["Done"] = language["Đã bỏ bản xem trước. Không có gì được ghi.", "The preview is dropped. Nothing was written."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/import"));
    }

    private async Task<IActionResult> StayAsync(string box, string sentence, CancellationToken ct)
    {
        if (!await ReadAsync(ct)) return NotFound();
        ModelState.Clear();
        ModelState.AddModelError(box, sentence);
        Rows = [.. ToDecide.Select(RowInput.Of)];
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        if (await db.ListImports.FirstOrDefaultAsync(i => i.Id == id && i.WorkshopId == workshop.Id, ct) is not { } import) return false;
        (Workshop, Import) = (workshop, import);
        return true;
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        var (preview, _) = await desk.ReadAsync(Workshop, Import, ct);
        if (preview is null) return false;
        Preview = preview;
        Context = await desk.ContextOfAsync(Workshop, ct);
        var problems = preview.With(RowFate.Problem).ToList();
        ToDecideInAll = problems.Count;
        ToDecide = [.. problems.Take(ProblemsPerPage)];
        var rows = Enum.TryParse<RowFate>(Show, out var fate) ? preview.With(fate).ToList() : preview.Rows;
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, (rows.Count + RowsPerPage - 1) / RowsPerPage));
        Shown = [.. rows.Skip((PageNo - 1) * RowsPerPage).Take(RowsPerPage)];
        ShownInAll = rows.Count;
        SeatsFree = Workshop.Capacity is { } capacity ? Math.Max(0, capacity - Workshop.SeatsTaken) : int.MaxValue;
        return true;
    }

    public int ShownInAll { get; private set; }
}
