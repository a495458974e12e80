using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>One merge: what it changed, what came since, and the button that undoes it.</summary>
public sealed class MergeModel(AppDb db, MergeDesk desk, MergeRight right, Language language) : PageModel
{
    public sealed record Value(Bilingual Field, string Before, string After);

    /// <summary>Id of a record that came since → id of the person it belongs to.</summary>
    [BindProperty]
    public Dictionary<string, string> Whose { get; set; } = [];

    public PersonMerge Merge { get; private set; } = null!;
    public Person Standing { get; private set; } = null!;
    public Person Away { get; private set; } = null!;
    public string StandingBefore { get; private set; } = "";
    public IReadOnlyList<Value> Values { get; private set; } = [];
    public IReadOnlyList<FollowedRecord> Arrived { get; private set; } = [];
    public bool MayUndo { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? await ShowAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!await right.MayMergeAsync(Standing.Id, Away.Id, ct)) return Forbid();
        var whose = Whose.Where(w => Guid.TryParse(w.Key, out _) && Guid.TryParse(w.Value, out _)).ToDictionary(w => Guid.Parse(w.Key), w => Guid.Parse(w.Value));
        switch (await desk.UndoAsync(id, whose, ct))
        {
            case Unmerged.Done:
                TempData["Done"] = language["Đã hoàn tác: hai dòng lại như trước khi gộp.", "Undone: the two rows are as they were before the merge."];
                return LocalRedirect(language.To($"/people/merges/{id}"));
            case Unmerged.Refused refused:
                db.ChangeTracker.Clear();
                Response.StatusCode = StatusCodes.Status409Conflict;
                foreach (var why in refused.Why) ModelState.AddModelError("", language.Plain(why));
                await FindAsync(id, ct);
                return await ShowAsync(ct);
            default:
                new Flash(language["Lần gộp này đã được hoàn tác rồi.", "This merge has been undone already."]) { NothingDone = true }.Leave(TempData);
                return LocalRedirect(language.To($"/people/merges/{id}"));
        }
    }

    public Guid? Said(FollowedRecord record) => Whose.TryGetValue(record.Id.ToString(), out var text) && Guid.TryParse(text, out var id) ? id : null;

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.PersonMerges.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } merge) return false;
        Merge = merge;
        // Whoever may see the person that stands now may see how they came to be.
        if (!await right.MaySeeAsync(await db.StandingOfAsync(merge.StandingId, ct), await db.StandingOfAsync(merge.StandingId, ct), ct)) return false;
        Standing = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == merge.StandingId, ct);
        Away = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == merge.AwayId, ct);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var values = Merge.IsErased ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(Merge.Values) ?? [];
        StandingBefore = values.GetValueOrDefault(nameof(Person.FullName))?[0] ?? Standing.FullName;
        var ids = values.Values.SelectMany(v => v).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).ToList();
        var names = await db.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString(), a => a.Name.Vi, StringComparer.Ordinal, ct);
        foreach (var place in await db.Provinces.AsNoTracking().ToListAsync(ct)) names[place.Id] = place.Name;
        string Said(string column, string? value) => value is null or "" ? language.NotRecorded
            : column == nameof(Person.Phone) ? new PhoneNumber(value).Shown
            : column == nameof(Person.Sex) && Enum.TryParse<Sex>(value, out var sex) ? ((Sex?)sex).Words(language)
            : names.GetValueOrDefault(value, value);
        Values = [.. values.Where(v => v.Key is not (nameof(Person.FamilyName) or nameof(Person.MiddleName) or nameof(Person.GivenName) or nameof(Person.AgencyId)) || (v.Key == nameof(Person.AgencyId) && !values.ContainsKey(nameof(Person.AgencyText))))
            .Select(v => new Value(PersonField.OfColumn(v.Key).Words, Said(v.Key, v.Value[0]), Said(v.Key, v.Value[1])))];
        Arrived = await desk.ArrivedAsync(Merge, ct);
        MayUndo = Merge.UndoneAt is null && !Merge.IsErased && await right.MayMergeAsync(Standing.Id, Away.Id, ct);
        return Page();
    }
}
