using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Two rows side by side: are they one person, and if so, which value of each stays.</summary>
public sealed class CompareModel(AppDb db, DuplicateBook book, MergeDesk desk, MergeRight right, ApartDesk apart, Access access, Language language) : PageModel
{
    public sealed class MergeInput
    {
        public Guid Standing { get; set; }
        public int StandingVersion { get; set; }
        public int AwayVersion { get; set; }
        /// <summary>Field → «standing» or «away».</summary>
        public Dictionary<string, string> From { get; set; } = [];
        /// <summary>Key of a clash → the record that stands.</summary>
        public Dictionary<string, string> Stands { get; set; } = [];
    }

    [BindProperty(SupportsGet = true, Name = "with")]
    public Guid? WithId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    /// <summary>The row entered first stands: addresses and letters already point to it.</summary>
    public Person Mine { get; private set; } = null!;
    public Person? Other { get; private set; }
    public DuplicatePair? Pair { get; private set; }
    public IReadOnlyList<DuplicatePair> Proposals { get; private set; } = [];
    public IReadOnlyList<PersonLine> Found { get; private set; } = [];
    public IReadOnlyList<FieldChoice> Fields { get; private set; } = [];
    public FollowLook Follows { get; private set; } = new([], []);
    public bool MayMerge { get; private set; }
    public DateTime? ApartSince { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.StandingOfAsync(id, ct) is var standing && standing != id) return LocalRedirect(language.To($"/people/duplicates/{standing}"));
        return await ShowAsync(id, WithId, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (WithId is not { } with || !await right.MaySeeAsync(id, with, ct)) return await GoneAsync(id, ct);
        if (Input.Standing != id && Input.Standing != with) return NotFound();
        if (!await right.MayMergeAsync(id, with, ct)) return Forbid();
        var away = Input.Standing == id ? with : id;
        var order = new MergeOrder(Input.Standing, Input.StandingVersion, away, Input.AwayVersion,
            Input.From.Where(f => f.Value == "away").Select(f => f.Key).ToHashSet(StringComparer.Ordinal),
            Input.Stands.Where(s => Guid.TryParse(s.Key, out _) && Guid.TryParse(s.Value, out _)).ToDictionary(s => Guid.Parse(s.Key), s => Guid.Parse(s.Value)));
        switch (await desk.MergeAsync(order, ct))
        {
            case Merged.Done done:
                new Flash(language["Đã gộp hai dòng thành một người. Không có gì bị xóa.", "The two rows are one person now. Nothing was deleted."]) { UndoAt = language.To($"/people/merges/{done.MergeId}") + "?handler=Undo" }.Leave(TempData);
                return LocalRedirect(language.To($"/people/{Input.Standing}"));
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
        return await ShowAsync(id, with, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostApartAsync(Guid id, CancellationToken ct)
    {
        if (WithId is not { } with || !await right.MaySeeAsync(id, with, ct) || await apart.KeepApartAsync(id, with, ct) is not { } kept) return await GoneAsync(id, ct);
        new Flash(language["Đã ghi: không phải một người. Cặp này không hiện lại, trừ khi thông tin của họ thay đổi.", "Noted: not one person. The pair is not shown again unless what is known of them changes."])
        {
            UndoAt = language.To("/people/kept-apart") + "?handler=Back",
            Undo = kept.ToString(),
        }.Leave(TempData);
        return LocalRedirect(language.To("/people/duplicates"));
    }

    public CompareParts Parts => new("/people", Mine.Id, Mine.FullName, language["đứng, ghi ", "stands, entered "] + language.Moment(Mine.CreatedAt)[..10], Other!.Id, Other.FullName, language["ẩn đi, ghi ", "is hidden, entered "] + language.Moment(Other.CreatedAt)[..10],
        Fields, Follows, f => Input.From.GetValueOrDefault(f.Field.Name) ?? (f.FromOther ? "away" : "standing"), Stands);

    public Guid? Stands(FollowClash clash) => Input.Stands.TryGetValue(clash.Key.ToString(), out var id) && Guid.TryParse(id, out var said) ? said : null;

    private async Task<IActionResult> GoneAsync(Guid id, CancellationToken ct)
    {
        new Flash(language["Một trong hai dòng vừa được người khác gộp hoặc không còn nữa; không có gì thay đổi.", "One of the two rows has just been merged by somebody else, or is gone; nothing was changed."]) { NothingDone = true }.Leave(TempData);
        return LocalRedirect(language.To($"/people/{await db.StandingOfAsync(id, ct)}"));
    }

    private async Task<bool> ShowAsync(Guid id, Guid? with, CancellationToken ct)
    {
        if (await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.MergedIntoId == null, ct) is not { } person) return false;
        (Person, Mine) = (person, person);
        var seen = await right.SeenAsync(ct);
        Proposals = [.. (await book.ReadAsync(db, ct)).Pairs.Where(p => (p.A.Id == id || p.B.Id == id) && seen?.Contains(p.Other(id).Id) != false).Take(20)];
        if (Text.Length > 0 && with is null)
        {
            var list = new PersonList(db, access.Standing!, new PersonQuestion(Text, "", "", null, PersonOrder.Name));
            Found = [.. (await list.PageAsync(await list.CountAsync(ct), 1, 21, ct)).Where(p => p.Id != id).Take(20)];
            return true;
        }
        if ((with ?? (Proposals.Count > 0 ? Proposals[0].Other(id).Id : null)) is not { } otherId || otherId == id) return true;
        if (!await right.MaySeeAsync(id, otherId, ct) || await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == otherId && p.MergedIntoId == null, ct) is not { } other) return false;
        WithId = otherId;
        (Mine, Other) = person.CreatedAt < other.CreatedAt || (person.CreatedAt == other.CreatedAt && person.Id.CompareTo(other.Id) < 0) ? (person, other) : (other, person);
        Pair = await book.WeighAsync(db, id, otherId, ct);
        MayMerge = await right.MayMergeAsync(id, otherId, ct);
        Follows = await desk.LookAsync(Mine.Id, Other.Id, ct);
        var (first, second) = KeptApart.Order(id, otherId);
        ApartSince = await db.KeptAparts.Where(k => k.FirstId == first && k.SecondId == second).Select(k => (DateTime?)k.At).FirstOrDefaultAsync(ct);
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.Id == Mine.AgencyId || a.Id == Other.AgencyId).ToDictionaryAsync(a => a.Id, a => a.Name.Vi, ct);
        var places = await db.Provinces.AsNoTracking().Where(p => p.Id == Mine.ProvinceId || p.Id == Other.ProvinceId).ToDictionaryAsync(p => p.Id, p => p.Vintage == 2025 ? p.Name : language[$"{p.Name} (đến 30/06/2025)", $"{p.Name} (until 30/06/2025)"], ct);
        Fields = FieldChoice.Of(PersonValues.Fields, Mine, Other,
            (f, p) => PersonValues.Said(f, p, x => x.AgencyId is { } a ? agencies.GetValueOrDefault(a, "") : x.AgencyText, x => x.ProvinceId is { } v ? places.GetValueOrDefault(v, "") : "", language), PersonValues.Of, HeardOf(Mine), HeardOf(Other), language);
        return true;

        DateTime HeardOf(Person p) => Follows.Records.Concat(Follows.Clashes.SelectMany(c => new[] { c.Mine, c.Other })).Where(r => r.OwnerId == p.Id).Select(r => r.Since).Append(p.CreatedAt).Max();
    }
}
