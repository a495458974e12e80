using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Rows that may be one person, the surest first, with reasons for and against.</summary>
public sealed class DuplicatesModel(AppDb db, DuplicateBook book, MergeRight right, ApartDesk apart, Access access, ExportNote note, Language language) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "by")]
    public FoundBy? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "province")]
    public string ProvinceId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "from")]
    public Strength From { get; set; } = Strength.Likely;

    public ListPage Pager { get; private set; } = null!;
    public IReadOnlyList<DuplicateSet> Sets { get; private set; } = [];
    public int Pairs { get; private set; }
    public IReadOnlyDictionary<Guid, int> Workshops { get; private set; } = new Dictionary<Guid, int>();
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    public bool IsFiltered => Text.Length > 0 || By is not null || ProvinceId.Length > 0 || From != Strength.Likely;

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        var sets = await FindAsync(ct);
        Pager = ListPage.Of(number, sets.Count, Request);
        Pairs = sets.Sum(s => s.Pairs.Count);
        Sets = [.. sets.Skip((Pager.Number - 1) * ListPage.Size).Take(ListPage.Size)];
        var ids = Sets.SelectMany(s => s.Persons).Select(p => p.Id).ToList();
        Workshops = await db.RegistrationsOf(access.Standing!).Where(r => ids.Contains(r.PersonId)).GroupBy(r => r.PersonId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        Provinces = await db.Provinces.AsNoTracking().Where(p => p.Vintage == 2025).OrderBy(p => p.SortKey).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetExportAsync([FromServices] ReasonWords words, string format, CancellationToken ct)
    {
        var pairs = (await FindAsync(ct)).SelectMany((s, i) => s.Pairs.Select(p => (Set: i + 1, Pair: p))).ToList();
        await note.WriteAsync(Request, format, pairs.Count, ct);
        var l = language;
        string[] headers =
        [
            l["Nhóm", "Set"], l["Họ và tên (1)", "Full name (1)"], l["Đơn vị (1)", "Agency (1)"], l["Điện thoại (1)", "Phone (1)"], l["Email (1)", "E-mail (1)"],
            l["Họ và tên (2)", "Full name (2)"], l["Đơn vị (2)", "Agency (2)"], l["Điện thoại (2)", "Phone (2)"], l["Email (2)", "E-mail (2)"], l["Độ chắc", "Strength"], l["Vì sao", "Why"], l["Cần xem", "To look at"],
        ];
        var rows = pairs.Select(x => (IReadOnlyList<object?>)
        [
            x.Set, x.Pair.A.FullName, x.Pair.A.Unit.Name, Shown(x.Pair.A.Phone), x.Pair.A.Email, x.Pair.B.FullName, x.Pair.B.Unit.Name, Shown(x.Pair.B.Phone), x.Pair.B.Email,
            x.Pair.Strength.Words(l), string.Join("; ", words.For(x.Pair)), string.Join("; ", words.Against(x.Pair)),
        ]);
        return new TableFile(format, l["co-the-trung", "possible-duplicates"], headers, rows.ToAsyncEnumerable());
    }

    /// <summary>Two persons and not one: off the list, with the button that puts them back.</summary>
    public async Task<IActionResult> OnPostApartAsync(Guid a, Guid b, CancellationToken ct)
    {
        if (!await right.MaySeeAsync(a, b, ct)) return NotFound();
        var id = await apart.KeepApartAsync(a, b, ct);
        new Flash(id is null ? language["Một trong hai dòng vừa được người khác gộp. Danh sách đã cập nhật.", "One of the two rows has just been merged by somebody else. The list is up to date now."]
            : language["Đã ghi: không phải một người. Cặp này không hiện lại, trừ khi thông tin của họ thay đổi.", "Noted: not one person. The pair is not shown again unless what is known of them changes."])
        {
            NothingDone = id is null,
            UndoAt = id is null ? null : language.To("/people/kept-apart") + "?handler=Back",
            Undo = id?.ToString() ?? "",
        }.Leave(TempData);
        return LocalRedirect(ListPage.With(Request, "p", Request.Query["p"].ToString() is { Length: > 0 } p ? p : "1"));
    }

    public static string? Shown(string? phone) => phone is null ? null : new PhoneNumber(phone).Shown;

    private async Task<IReadOnlyList<DuplicateSet>> FindAsync(CancellationToken ct) =>
        new DuplicateQuestion(Text, By, ProvinceId, From).Of((await book.ReadAsync(db, ct)).Pairs, await right.SeenAsync(ct));
}
