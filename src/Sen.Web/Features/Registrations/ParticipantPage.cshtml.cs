using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations;

/// <summary>Everything of one registration: what was said, what was sent, what was changed; and the organiser's hand on it.</summary>
public sealed class ParticipantPageModel(AppDb db, WorkshopDesk workshops, ParticipantDesk desk, ParticipantHands hands, RegistrantUnits units, SeatOffice office, PersonHistory history, Language language) : PageModel
{
    private const int Proposed = 8;

    [BindProperty]
    public string Reason { get; set; } = "";
    [BindProperty]
    public string To { get; set; } = "";
    [BindProperty]
    public string NewKind { get; set; } = "";
    [BindProperty, AtMost(2000)]
    public string Note { get; set; } = "";
    [BindProperty(SupportsGet = true)]
    public string Find { get; set; } = "";

    public Workshop Workshop { get; private set; } = null!;
    public Registration Registration { get; private set; } = null!;
    public Person Person { get; private set; } = null!;
    public string? Province { get; private set; }
    public string? Kind { get; private set; }
    public IReadOnlyList<(WorkshopQuestion Question, string Value)> Answers { get; private set; } = [];
    public IReadOnlyList<Consent> Consents { get; private set; } = [];
    public IReadOnlyList<OutboxMessage> Mails { get; private set; } = [];
    public IReadOnlyList<PersonChange> Changes { get; private set; } = [];
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];
    public IReadOnlyList<Workshop> Targets { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> SameContact { get; private set; } = [];
    public int? Place { get; private set; }
    public string? Why { get; private set; }
    /// <summary>What a server said of their address, where it does not work.</summary>
    public FailedAddress? Failure { get; private set; }
    public string? Address => Registration.Email ?? Person.Email;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        Note = Registration.Note;
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostHandAsync(string code, Guid id, Hand hand, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        var input = new HandInput(hand, Reason, To, NewKind);
        if (await hands.MissingAsync(Workshop, input, [id], ct) is { } missing)
        {
            ModelState.AddModelError(missing.Box, missing.Words);
            Note = Registration.Note;
            await ShowAsync(ct);
            return Page();
        }
        (await hands.DoAsync(Workshop, input, [id], ct, $"/desk/workshops/{code}/people/{id}")).Leave(TempData);
        return Back(code, id);
    }

    public async Task<IActionResult> OnPostUndoAsync(string code, Guid id, string undo, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        (await hands.UndoAsync(Workshop, undo ?? "", ct)).Leave(TempData);
        return Back(code, id);
    }

    public async Task<IActionResult> OnPostNoteAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (!ModelState.IsValid)
        {
            await ShowAsync(ct);
            return Page();
        }
        await desk.NoteAsync(Workshop.Id, id, Note.Trim(), ct);
        TempData["Done"] = language["Đã lưu ghi chú.", "The note is saved."];
        return Back(code, id);
    }

    public async Task<IActionResult> OnPostAgencyAsync(string code, Guid id, Guid agency, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (await db.Agencies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == agency, ct) is not { } chosen) ModelState.AddModelError("", language["Chọn một cơ quan trong danh mục.", "Choose an agency of the register."]);
        else
        {
            var result = await desk.ChangeUnitAsync(Workshop.Id, id, await units.OfAsync(Workshop, chosen, ct), ct);
            if (result.Refused.Count == 0)
            {
                TempData["Done"] = language[$"Đã khớp với «{language.Plain(chosen.Name)}».", $"Matched to “{language.Plain(chosen.Name)}”."];
                return Back(code, id);
            }
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", language["Chưa đổi được cơ quan, chỗ vẫn như cũ: ", "The agency is not changed and the seat stays as it was: "] + result.Refused[0].Why);
        }
        Note = Registration.Note;
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>The organiser knows that the address works: the next mail tells.</summary>
    public async Task<IActionResult> OnPostTryAddressAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Address is { } address && await FailedAddresses.ClearAsync(db, address, ct)) TempData["Done"] = language["Từ nay thư lại được gửi đến địa chỉ này.", "Mail goes to this address again."];
        return Back(code, id);
    }

    public bool May(Hand hand) => hand switch
    {
        Hand.Approve => Registration.State == RegistrationState.AwaitingApproval,
        Hand.Reject => Registration.State is RegistrationState.AwaitingApproval or RegistrationState.Waiting,
        Hand.Seat => Registration.State is RegistrationState.Waiting or RegistrationState.Offered or RegistrationState.Held or RegistrationState.Expired or RegistrationState.Declined or RegistrationState.Withdrawn,
        Hand.Withdraw or Hand.Move => Registration.IsOpen(Registration.State) && Registration.State != RegistrationState.Recorded,
        _ => true,
    };

    /// <summary>A recorded value in the reader's words.</summary>
    public string Said(PersonChange.Part part, string value) => part.Field switch
    {
        "State" when Enum.TryParse<RegistrationState>(value, out var state) => state.Words(language),
        "Kind" when Enum.TryParse<ParticipantKind>(value, out var kind) => kind.Words(language),
        _ => value,
    };

    private LocalRedirectResult Back(string code, Guid id) => LocalRedirect(language.To($"/desk/workshops/{code}/people/{id}"));

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        if (await db.Registrations.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.WorkshopId == workshop.Id, ct) is not { } registration) return false;
        (Workshop, Registration) = (workshop, registration);
        Person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == registration.PersonId, ct);
        return true;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var (r, key) = (Registration, Registration.Id.ToString());
        Province = await db.Provinces.Where(p => p.Id == r.ProvinceId).Select(p => p.Name).FirstOrDefaultAsync(ct);
        Kind = await db.AgencyKinds.AsNoTracking().Where(k => k.Id == r.AgencyKindId).Select(k => k.Name).FirstOrDefaultAsync(ct) is { } name ? language.Plain(name) : null;
        Answers = [.. (await db.Answers.AsNoTracking().Where(a => a.RegistrationId == r.Id).Join(db.WorkshopQuestions, a => a.QuestionId, q => q.Id, (a, q) => new { a.Value, q }).OrderBy(x => x.q.Position).ToListAsync(ct)).Select(x => (x.q, x.Value))];
        Consents = await db.Consents.AsNoTracking().Where(c => c.RegistrationId == r.Id).OrderBy(c => c.GivenAt).ToListAsync(ct);
        var (about, person) = (Letters.LetterDesk.About(Workshop.Id), ":" + r.PersonId);
        // Also to an address since corrected: that it came back is part of the story.
        Mails = await db.OutboxMessages.AsNoTracking().Where(m => m.Key.Contains(key) || (m.About == about && m.Key.StartsWith("letter:") && m.Key.EndsWith(person))).OrderByDescending(m => m.CreatedAt).Take(30).ToListAsync(ct);
        var address = FailedAddresses.KeyOf(Address ?? "");
        Failure = await db.FailedAddresses.AsNoTracking().FirstOrDefaultAsync(a => a.Address == address, ct);
        Changes = await history.OfAsync(r.PersonId, [r.Id], ct);
        Targets = May(Hand.Move) ? await hands.TargetsAsync(Workshop.Id, ct) : [];
        if (Find.Length > 0 || r.AgencyId is null) Agencies = await units.ProposalsAsync(Workshop, Find.Length > 0 ? Find : r.AgencyName, r.ProvinceId, Proposed, ct);
        var (phone, email) = (Person.Phone, Person.Email);
        SameContact = [.. (await db.Registrations.Where(o => o.WorkshopId == Workshop.Id && o.PersonId != r.PersonId)
            .Join(db.Persons.Where(p => (phone != null && p.Phone == phone) || (email != null && p.Email == email)), o => o.PersonId, p => p.Id, (o, p) => new { o.Id, p.FullName }).OrderBy(x => x.FullName).ToListAsync(ct)).Select(x => (x.Id, x.FullName))];
        if (r.State != RegistrationState.Waiting) return;
        Place = 1 + await db.Registrations.CountAsync(o => o.WorkshopId == Workshop.Id && o.State == RegistrationState.Waiting && o.QueueNumber < r.QueueNumber, ct);
        var verdict = (await office.LookAsync(Workshop.Id, ct)).Book.Judge(Seatable.Of(r));
        Why = verdict.Admits ? language["Mọi hạn mức đều nhận; chưa tới lượt, hoặc đã đóng đăng ký.", "All limits admit them; it is not their turn yet, or registration has closed."] : verdict.Words(language);
    }
}
