using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>Rows that may be one agency, the surest first, with reasons for and against.</summary>
public sealed class AgencyDuplicatesModel(AppDb db, AgencyBook book, ApartDesk apart, ExportNote note, Language language) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "by")]
    public AgencyFoundBy? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "province")]
    public string ProvinceId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "from")]
    public Strength From { get; set; } = Strength.Likely;

    [BindProperty(SupportsGet = true, Name = "sort")]
    public AgencyPairOrder Order { get; set; }

    public ListPage Pager { get; private set; } = null!;
    public IReadOnlyList<AgencySet> Sets { get; private set; } = [];
    public int Pairs { get; private set; }
    public IReadOnlyDictionary<Guid, int> People { get; private set; } = new Dictionary<Guid, int>();
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    public bool IsFiltered => Text.Length > 0 || By is not null || ProvinceId.Length > 0 || From != Strength.Likely;

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        var sets = await FindAsync(ct);
        Pager = ListPage.Of(number, sets.Count, Request);
        Pairs = sets.Sum(s => s.Pairs.Count);
        Sets = [.. sets.Skip((Pager.Number - 1) * ListPage.Size).Take(ListPage.Size)];
        var ids = Sets.SelectMany(s => s.Agencies).Select(a => (Guid?)a.Id).ToList();
        People = await db.Persons.Where(p => p.MergedIntoId == null && ids.Contains(p.AgencyId)).GroupBy(p => p.AgencyId!.Value).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        Provinces = await db.Provinces.AsNoTracking().OrderByDescending(p => p.Vintage).ThenBy(p => p.SortKey).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetExportAsync([FromServices] AgencyReasonWords words, string format, CancellationToken ct)
    {
        var pairs = (await FindAsync(ct)).SelectMany((s, i) => s.Pairs.Select(p => (Set: i + 1, Pair: p))).ToList();
        await note.WriteAsync(Request, format, pairs.Count, ct);
        Provinces = await db.Provinces.AsNoTracking().ToListAsync(ct);
        var l = language;
        string[] headers =
        [
            l["Nhóm", "Set"], l["Cơ quan (1)", "Agency (1)"], l["Loại (1)", "Kind (1)"], l["Tỉnh/Thành phố (1)", "Province (1)"],
            l["Cơ quan (2)", "Agency (2)"], l["Loại (2)", "Kind (2)"], l["Tỉnh/Thành phố (2)", "Province (2)"], l["Độ chắc", "Strength"], l["Vì sao", "Why"], l["Cần xem", "To look at"],
        ];
        var rows = pairs.Select(x => (IReadOnlyList<object?>)
        [
            x.Set, x.Pair.A.Name, x.Pair.A.KindId, PlaceOf(x.Pair.A), x.Pair.B.Name, x.Pair.B.KindId, PlaceOf(x.Pair.B),
            x.Pair.Strength.Words(l), string.Join("; ", words.For(x.Pair)), string.Join("; ", words.Against(x.Pair)),
        ]);
        return new TableFile(format, l["co-quan-co-the-trung", "possible-duplicate-agencies"], headers, rows.ToAsyncEnumerable());
    }

    /// <summary>Two agencies and not one: off the list, with the button that puts them back.</summary>
    public async Task<IActionResult> OnPostApartAsync(Guid a, Guid b, CancellationToken ct)
    {
        var id = await apart.KeepAgenciesApartAsync(a, b, "", ct);
        new Flash(id is null ? language["Một trong hai dòng vừa được người khác gộp. Danh sách đã cập nhật.", "One of the two rows has just been merged by somebody else. The list is up to date now."]
            : language["Đã ghi: không phải một cơ quan. Cặp này không hiện lại, trừ khi thông tin thay đổi.", "Noted: not one agency. The pair is not shown again unless what is known changes."])
        {
            NothingDone = id is null,
            UndoAt = id is null ? null : language.To("/agencies/kept-apart") + "?handler=Back",
            Undo = id?.ToString() ?? "",
        }.Leave(TempData);
        return LocalRedirect(ListPage.With(Request, "p", Request.Query["p"].ToString() is { Length: > 0 } p ? p : "1"));
    }

    /// <summary>The province as recorded, of which time said where it is not today's.</summary>
    public string PlaceOf(AgencyFacts agency) => Provinces.FirstOrDefault(p => p.Id == agency.ProvinceId) is not { } place ? ""
        : place.Vintage == 2025 ? place.Name : language[$"{place.Name} (đến 30/06/2025)", $"{place.Name} (until 30/06/2025)"];

    private async Task<IReadOnlyList<AgencySet>> FindAsync(CancellationToken ct) =>
        new AgencyPairQuestion(Text, By, ProvinceId, From, Order).Of((await book.ReadAsync(db, ct)).Pairs);
}
