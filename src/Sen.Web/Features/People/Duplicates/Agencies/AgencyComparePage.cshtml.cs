using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>Two agencies side by side: are they one, which row stands, which value of each stays.</summary>
public sealed class AgencyCompareModel(AppDb db, AgencyBook book, AgencyMergeDesk desk, AgencyMergeRight right, ApartDesk apart, AgencyStages stages, Language language) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "with")]
    public Guid? WithId { get; set; }

    /// <summary>Which of the two stands; without it the one entered first: letters already point to it.</summary>
    [BindProperty(SupportsGet = true, Name = "stands")]
    public Guid? StandsId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty]
    public CompareModel.MergeInput Input { get; set; } = new();

    [BindProperty]
    public string Reason { get; set; } = "";

    public Agency Agency { get; private set; } = null!;
    public Agency Mine { get; private set; } = null!;
    public Agency? Other { get; private set; }
    public AgencyPair? Pair { get; private set; }
    public IReadOnlyList<AgencyPair> Proposals { get; private set; } = [];
    public IReadOnlyList<AgencyLine> Found { get; private set; } = [];
    public IReadOnlyList<FieldChoice> Fields { get; private set; } = [];
    public FollowLook Follows { get; private set; } = new([], []);
    public IReadOnlyDictionary<Guid, IReadOnlyList<AgencyStageLine>> Stages { get; private set; } = new Dictionary<Guid, IReadOnlyList<AgencyStageLine>>();
    public bool MayMerge { get; private set; }
    public KeptApart? Apart { get; private set; }

    public CompareParts Parts => new("/agencies", Mine.Id, Mine.Name.Vi, language["đứng", "stands"], Other!.Id, Other.Name.Vi, language["ẩn đi", "is hidden"], Fields, Follows,
        f => Input.From.GetValueOrDefault(f.Field.Name) ?? (f.FromOther ? "away" : "standing"), c => Input.Stands.TryGetValue(c.Key.ToString(), out var id) && Guid.TryParse(id, out var said) ? said : null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await StandingOfAsync(id, ct) is var standing && standing != id) return LocalRedirect(language.To($"/agencies/duplicates/{standing}"));
        return await ShowAsync(id, WithId, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (WithId is not { } with) return await GoneAsync(id, ct);
        if (Input.Standing != id && Input.Standing != with) return NotFound();
        if (!await right.MayMergeAsync(id, with, ct)) return Forbid();
        var order = new MergeOrder(Input.Standing, Input.StandingVersion, Input.Standing == id ? with : id, Input.AwayVersion,
            Input.From.Where(f => f.Value == "away").Select(f => f.Key).ToHashSet(StringComparer.Ordinal),
            Input.Stands.Where(s => Guid.TryParse(s.Key, out _) && Guid.TryParse(s.Value, out _)).ToDictionary(s => Guid.Parse(s.Key), s => Guid.Parse(s.Value)));
        switch (await desk.MergeAsync(order, ct))
        {
            case Merged.Done done:
                new Flash(language["Đã gộp hai dòng thành một cơ quan. Không có gì bị xóa.", "The two rows are one agency now. Nothing was deleted."]) { UndoAt = language.To($"/agencies/merges/{done.MergeId}") + "?handler=Undo" }.Leave(TempData);
                return LocalRedirect(language.To($"/agencies/{Input.Standing}/history"));
            case Merged.NotThere:
                return await GoneAsync(id, ct);
            case Merged.ChangedMeanwhile:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Người khác vừa sửa một trong hai dòng. Xem lại bảng dưới đây rồi gộp.", "Somebody else has just changed one of the two rows. Look at the table below again, then merge."]);
                break;
            case Merged.Refused refused:
                foreach (var why in refused.Why) ModelState.AddModelError("", language.Plain(why));
                break;
        }
        db.ChangeTracker.Clear();
        // The versions of the form are old; the page shows the rows as they are now.
        foreach (var key in new[] { "Input.Standing", "Input.StandingVersion", "Input.AwayVersion" }) ModelState.Remove(key);
        StandsId = Input.Standing;
        return await ShowAsync(id, with, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostApartAsync(Guid id, CancellationToken ct)
    {
        if (Reason.Length > ApartDesk.LongestReason) Reason = Reason[..ApartDesk.LongestReason];
        if (WithId is not { } with || await apart.KeepAgenciesApartAsync(id, with, Reason, ct) is not { } kept) return await GoneAsync(id, ct);
        new Flash(language["Đã ghi: không phải một cơ quan. Cặp này không hiện lại, trừ khi thông tin thay đổi.", "Noted: not one agency. The pair is not shown again unless what is known changes."])
        {
            UndoAt = language.To("/agencies/kept-apart") + "?handler=Back",
            Undo = kept.ToString(),
        }.Leave(TempData);
        return LocalRedirect(language.To("/agencies/duplicates"));
    }

    private async Task<Guid> StandingOfAsync(Guid id, CancellationToken ct) => await db.Agencies.IgnoreQueryFilters().Where(a => a.Id == id).Select(a => a.MergedIntoId).FirstOrDefaultAsync(ct) ?? id;

    private async Task<IActionResult> GoneAsync(Guid id, CancellationToken ct)
    {
        new Flash(language["Một trong hai dòng vừa được người khác gộp hoặc không còn nữa; không có gì thay đổi.", "One of the two rows has just been merged by somebody else, or is gone; nothing was changed."]) { NothingDone = true }.Leave(TempData);
        return LocalRedirect(language.To($"/agencies/{await StandingOfAsync(id, ct)}/history"));
    }

    private async Task<bool> ShowAsync(Guid id, Guid? with, CancellationToken ct)
    {
        if (await db.Agencies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } agency) return false;
        (Agency, Mine) = (agency, agency);
        Proposals = [.. (await book.ReadAsync(db, ct)).Pairs.Where(p => p.A.Id == id || p.B.Id == id).Take(20)];
        if (Text.Length > 0 && with is null)
        {
            Found = [.. (await new AgencyList(db, new AgencyQuestion(Text, "", "", AgencyOrder.Name)).PageAsync(1, 21, ct)).Where(a => a.Id != id).Take(20)];
            return true;
        }
        if ((with ?? (Proposals.Count > 0 ? Proposals[0].Other(id).Id : null)) is not { } otherId || otherId == id) return true;
        if (await db.Agencies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == otherId, ct) is not { } other) return false;
        WithId = otherId;
        var first = StandsId == id || StandsId == otherId ? StandsId == id : id.CompareTo(otherId) < 0;
        (Mine, Other) = first ? (agency, other) : (other, agency);
        Pair = await book.WeighAsync(db, id, otherId, ct);
        MayMerge = await right.MayMergeAsync(id, otherId, ct);
        Follows = await desk.LookAsync(Mine.Id, Other.Id, ct);
        Stages = new Dictionary<Guid, IReadOnlyList<AgencyStageLine>> { [Mine.Id] = await stages.OfAsync(Mine, ct), [Other.Id] = await stages.OfAsync(Other, ct) };
        var (a, b) = KeptApart.Order(id, otherId);
        Apart = await db.KeptAparts.AsNoTracking().FirstOrDefaultAsync(k => k.FirstId == a && k.SecondId == b, ct);
        var kinds = await db.AgencyKinds.AsNoTracking().Where(k => k.Id == Mine.KindId || k.Id == Other.KindId).ToDictionaryAsync(k => k.Id, k => k.Name.Vi, ct);
        var places = await db.Provinces.AsNoTracking().Where(p => p.Id == Mine.ProvinceId || p.Id == Other.ProvinceId).ToDictionaryAsync(p => p.Id, p => p.Vintage == 2025 ? p.Name : $"{p.Name} (đến 30/06/2025)", ct);
        Fields = FieldChoice.Of(AgencyValues.Fields, Mine, Other, (f, x) => f.Name switch
        {
            "name" => x.Name.Vi,
            "name-en" => x.Name.En,
            "kind" => kinds.GetValueOrDefault(x.KindId ?? "", ""),
            _ => places.GetValueOrDefault(x.ProvinceId ?? "", ""),
        }, AgencyValues.Of, null, null, language);
        return true;
    }
}
