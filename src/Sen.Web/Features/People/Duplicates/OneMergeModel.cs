using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>One merge of persons or agencies: what it changed, what came since, and the button that undoes it.</summary>
public abstract class OneMergeModel(AppDb db, Language language) : PageModel
{
    public sealed record Value(Bilingual Field, string Before, string After);

    /// <summary>Id of a record that came since → id of the row it belongs to.</summary>
    [BindProperty]
    public Dictionary<string, string> Whose { get; set; } = [];

    public RowMerge Merge { get; protected set; } = null!;
    public string StandingName { get; protected set; } = "";
    public string StandingBefore { get; protected set; } = "";
    public string AwayName { get; protected set; } = "";
    public IReadOnlyList<Value> Values { get; private set; } = [];
    public IReadOnlyList<FollowedRecord> Arrived { get; private set; } = [];
    public bool MayUndo { get; private set; }

    /// <summary>«/people» or «/agencies».</summary>
    public abstract string Register { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? await ShowAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!await MayAsync(ct)) return Forbid();
        var whose = Whose.Where(w => Guid.TryParse(w.Key, out _) && Guid.TryParse(w.Value, out _)).ToDictionary(w => Guid.Parse(w.Key), w => Guid.Parse(w.Value));
        switch (await UndoAsync(whose, ct))
        {
            case Unmerged.Done:
                TempData["Done"] = language["Đã hoàn tác: hai dòng lại như trước khi gộp.", "Undone: the two rows are as they were before the merge."];
                return LocalRedirect(language.To($"{Register}/merges/{id}"));
            case Unmerged.Refused refused:
                db.ChangeTracker.Clear();
                Response.StatusCode = StatusCodes.Status409Conflict;
                foreach (var why in refused.Why) ModelState.AddModelError("", language.Plain(why));
                await FindAsync(id, ct);
                return await ShowAsync(ct);
            default:
                new Flash(language["Lần gộp này đã được hoàn tác rồi.", "This merge has been undone already."]) { NothingDone = true }.Leave(TempData);
                return LocalRedirect(language.To($"{Register}/merges/{id}"));
        }
    }

    public Guid? Said(FollowedRecord record) => Whose.TryGetValue(record.Id.ToString(), out var text) && Guid.TryParse(text, out var id) ? id : null;

    /// <summary>Reads the merge and the names of both rows; false where there is none that the reader may see.</summary>
    protected abstract Task<bool> FindAsync(Guid id, CancellationToken ct);

    protected abstract Task<bool> MayAsync(CancellationToken ct);

    protected abstract Task<Unmerged> UndoAsync(IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct);

    protected abstract Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(CancellationToken ct);

    protected abstract Task<IReadOnlyList<Value>> ValuesAsync(Dictionary<string, string?[]> values, CancellationToken ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Values = await ValuesAsync(Merge.IsErased ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(Merge.Values) ?? [], ct);
        Arrived = await ArrivedAsync(ct);
        MayUndo = Merge.UndoneAt is null && !Merge.IsErased && await MayAsync(ct);
        return Page();
    }
}
