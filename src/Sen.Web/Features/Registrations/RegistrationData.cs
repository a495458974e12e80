using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>What this part holds of a person: each registration with its answers and consents.</summary>
public sealed class RegistrationData(AppDb db, SeatOffice office, Language language) : IPersonalData
{
    public async Task<IReadOnlyList<HeldRecord>> HeldAsync(Guid personId, CancellationToken ct)
    {
        var who = await db.RowsOfAsync(personId, ct);
        var rows = await db.Registrations.AsNoTracking().Where(r => who.Contains(r.PersonId))
            .Join(db.Workshops, r => r.WorkshopId, w => w.Id, (r, w) => new { r, w.Title, w.Code }).OrderByDescending(x => x.r.CreatedAt).ToListAsync(ct);
        var ids = rows.Select(x => x.r.Id).ToList();
        var answers = await db.Answers.AsNoTracking().Where(a => ids.Contains(a.RegistrationId)).Join(db.WorkshopQuestions, a => a.QuestionId, q => q.Id, (a, q) => new { a, q }).ToListAsync(ct);
        var consents = await db.Consents.AsNoTracking().Where(c => ids.Contains(c.RegistrationId)).OrderBy(c => c.GivenAt).ToListAsync(ct);
        var provinces = await db.Provinces.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var held = new List<HeldRecord>();
        foreach (var x in rows)
        {
            (string Name, Bilingual Words, string? Value)[] values =
            [
                ("workshop", new("Hội thảo", "Workshop"), language.Plain(x.Title)),
                ("workshopCode", new("Mã hội thảo", "Workshop code"), x.Code),
                ("state", new("Trạng thái", "State"), x.r.State.Words(language)),
                ("registeredAt", new("Đăng ký lúc", "Registered"), language.Moment(x.r.CreatedAt)),
                ("ticket", new("Số vé", "Ticket"), x.r.TicketNumber is { } ticket ? TicketNumber.Shown(ticket) : null),
                ("position", new("Chức vụ", "Position"), x.r.Position),
                ("agency", new("Cơ quan", "Agency"), x.r.AgencyName),
                ("province", new("Tỉnh, thành phố", "Province"), x.r.ProvinceId is { } p ? provinces.GetValueOrDefault(p) : null),
                ("email", new("Thư điện tử của đăng ký", "E-mail of this registration"), x.r.Email),
                ("diet", new("Ăn uống", "Diet"), x.r.Diet),
                ("accessNeeds", new("Hỗ trợ tại hội trường", "Help in the hall"), x.r.AccessNeeds),
                ("note", new("Ghi chú của ban tổ chức", "The organisers' note"), x.r.Note),
                .. answers.Where(a => a.a.RegistrationId == x.r.Id).OrderBy(a => a.q.Position)
                    .Select(a => ("answer." + a.q.Id.ToString("N"), a.q.Label, (string?)AnswerReader.Shown(a.q, a.a.Value, language))),
                .. consents.Where(c => c.RegistrationId == x.r.Id).Select(c => ("consent." + c.Id.ToString("N"), new Bilingual("Sự đồng ý", "Consent"),
                    (string?)(c.Wording + " (" + language.Moment(c.GivenAt) + (c.WithdrawnAt is { } back ? language[", rút lại ", ", withdrawn "] + language.Moment(back) : "") + ")"))),
            ];
            held.Add(new HeldRecord(x.r.Id, "registration", x.Title, [.. values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => new HeldValue(v.Name, v.Words, v.Value!))]));
        }
        return held;
    }

    public async Task<IReadOnlyList<string>> ContactsAsync(Guid personId, CancellationToken ct)
    {
        var who = await db.RowsOfAsync(personId, ct);
        return await db.Registrations.Where(r => who.Contains(r.PersonId) && r.Email != null).Select(r => r.Email!).Distinct().ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> RecordsAsync(Guid personId, CancellationToken ct)
    {
        var who = await db.RowsOfAsync(personId, ct);
        var ids = await db.Registrations.Where(r => who.Contains(r.PersonId)).Select(r => r.Id).ToListAsync(ct);
        return [.. ids, .. await db.Consents.Where(c => ids.Contains(c.RegistrationId)).Select(c => c.Id).ToListAsync(ct)];
    }

    /// <summary>A seat still to come goes to the next in line; a past one stays counted.</summary>
    public async Task EraseAsync(Guid personId, CancellationToken ct)
    {
        var who = await db.RowsOfAsync(personId, ct);
        var workshops = await db.Registrations.Where(r => who.Contains(r.PersonId)).Select(r => r.WorkshopId).Distinct().ToListAsync(ct);
        if (workshops.Count == 0) return;
        await office.ChangeAsync(workshops, async open =>
        {
            foreach (var seats in open)
            {
                // One that stands, and doubles that ended when rows of the person were merged.
                foreach (var registration in await db.Registrations.Where(r => r.WorkshopId == seats.Workshop.Id && who.Contains(r.PersonId)).ToListAsync(ct)) await ForgetAsync(seats, registration, ct);
            }
            return 0;
        }, ct);
    }

    private async Task ForgetAsync(OpenSeats seats, Registration registration, CancellationToken ct)
    {
        await db.Entry(registration).ReloadAsync(ct);
        if (!seats.HasBegun && registration.State != RegistrationState.Recorded && Registration.IsOpen(registration.State)) seats.Put(registration, RegistrationState.Withdrawn);
        registration.Forget();
        await ForgetAroundAsync(registration, seats.Now, ct);
    }

    private async Task ForgetAroundAsync(Registration registration, DateTime now, CancellationToken ct)
    {
        await db.Answers.Where(a => a.RegistrationId == registration.Id).ExecuteDeleteAsync(ct);
        await db.PrivateLinks.Where(l => l.RegistrationId == registration.Id).ExecuteDeleteAsync(ct);
        foreach (var consent in await db.Consents.Where(c => c.RegistrationId == registration.Id && c.WithdrawnAt == null).ToListAsync(ct)) consent.WithdrawnAt = now;
        // What was corrected on screen before the list was written; the row is known again by its fingerprint.
        if (registration.ImportId is { } import) await db.ListImports.Where(i => i.Id == import).ExecuteUpdateAsync(i => i.SetProperty(x => x.Corrections, "{}"), ct);
    }
}
