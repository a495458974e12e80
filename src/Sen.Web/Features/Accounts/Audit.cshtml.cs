using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Sen.Web.Platform.Csv;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class AuditModel(AuditReader reader, Language language) : PageModel
{
    /// <summary>A file with more rows is of no use to a person; narrow the days instead.</summary>
    private const int MostInFile = 50_000;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid? UserId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public ListPage At { get; private set; } = null!;
    public IReadOnlyList<AuditReader.Line> Lines { get; private set; } = [];
    public IEnumerable<SelectListItem> Whos { get; private set; } = [];
    public IEnumerable<SelectListItem> Subjects { get; private set; } = [];

    private AuditSearch Search => new(Q, Who, UserId, Subject, From, To);

    public async Task OnGetAsync(int? p, CancellationToken ct)
    {
        At = ListPage.Of(p, await reader.CountAsync(Search, ct), Request);
        Lines = await reader.LinesAsync(Search, Math.Max(0, At.First - 1), ListPage.Size, ct);
        var (whos, subjects) = await reader.ChoicesAsync(ct);
        Whos = [new(language["Mọi người", "Anybody"], ""), .. whos.Select(w => AuditWords.Who(w, language) is var words && words == w ? new MarkedOption(w, w, language.IsEnglish ? Language.Vietnamese : null) : new SelectListItem(words, w))];
        Subjects = [new(language["Mọi thứ", "Anything"], ""), .. subjects.Select(s => new SelectListItem(AuditWords.Subject(s, language), s))];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        var lines = await reader.LinesAsync(Search, 0, MostInFile, ct);
        return CsvAnswer.Of("sen-audit.csv", lines
            .Select(l => new[] { WallClock.Local(l.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), AuditWords.Who(l.Who, language), l.What, l.Record, l.SubjectId, l.Why, string.Join("; ", l.Changes.Select(c => $"{c.Name}: {c.Before} → {c.After}")) })
            .Prepend([language["Khi nào", "When"], language["Ai", "Who"], language["Việc", "What"], language["Hồ sơ", "Record"], language["Mã", "Id"], language["Lý do", "Why"], language["Trước → sau", "Before → after"]]));
    }
}
