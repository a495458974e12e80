using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

/// <summary>Every mail the system wrote, sent or not. Without a mail server this is where they are read.</summary>
public sealed class MailTrayModel(AppDb db, MailSettings mail, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public OutboxState? State { get; set; }

    public ListPage At { get; private set; } = null!;
    public IReadOnlyList<OutboxMessage> Lines { get; private set; } = [];
    public bool HasServer => mail.IsSet;
    public IEnumerable<SelectListItem> States => [new(language["Mọi trạng thái", "Any state"], ""), .. Enum.GetValues<OutboxState>().Select(s => new SelectListItem(Words(s, language), s.ToString()))];

    public static string Words(OutboxState state, Language l) => state switch
    {
        OutboxState.Sent => l["Đã gửi", "Sent"],
        OutboxState.GivenUp => l["Gửi không được", "Could not be sent"],
        OutboxState.Bounced => l["Bị trả lại", "Bounced"],
        _ => l["Chưa gửi", "Not sent yet"],
    };

    public static string Chip(OutboxState state) => state switch { OutboxState.Sent => "chip chip-done", OutboxState.GivenUp or OutboxState.Bounced => "chip chip-wrong", _ => "chip chip-held" };

    public async Task OnGetAsync(int? p, CancellationToken ct)
    {
        var found = db.OutboxMessages.AsNoTracking();
        foreach (var word in SearchKey.Of(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(m => m.SearchKey.Contains(word));
        found = State switch
        {
            OutboxState.Sent => found.Where(m => m.SentAt != null && m.BouncedAt == null),
            OutboxState.Bounced => found.Where(m => m.BouncedAt != null),
            OutboxState.GivenUp => found.Where(m => m.SentAt == null && m.Attempts >= OutboxMessage.MostAttempts),
            OutboxState.Waiting => found.Where(m => m.SentAt == null && m.Attempts < OutboxMessage.MostAttempts),
            _ => found,
        };
        At = ListPage.Of(p, await found.CountAsync(ct), Request);
        Lines = await found.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip(Math.Max(0, At.First - 1)).Take(ListPage.Size).ToListAsync(ct);
    }
}
