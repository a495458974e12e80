using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>An agency that may be invited, before it is.</summary>
/// <param name="Email">Where an earlier invitation reached it.</param>
/// <param name="InvitedBy">The number of a letter that invites it to this workshop already.</param>
public sealed record Candidate(Agency Agency, string Email, string ContactName, string? InvitedBy);

/// <summary>Where a letter to many agencies is written, its agencies are chosen, and its sending begins.</summary>
public sealed class BatchDesk(AppDb db, SeatOffice office, SeatGuard guard, RegistrantUnits units, JobBook jobs, Actor actor, TimeProvider clock, Language language)
{
    /// <summary>A new draft; sender and signatory as in the latest letter of the programme.</summary>
    public async Task<InvitationBatch> CreateAsync(Workshop workshop, CancellationToken ct)
    {
        var last = await db.InvitationBatches.AsNoTracking().Where(b => db.Workshops.Any(w => w.Id == b.WorkshopId && w.ProgrammeId == workshop.ProgrammeId)).OrderByDescending(b => b.CreatedAt).FirstOrDefaultAsync(ct);
        var lead = await db.Programmes.Where(p => p.Id == workshop.ProgrammeId).SelectMany(p => p.Organisers).OrderBy(o => o.Position).Select(o => o.Name).FirstOrDefaultAsync(ct);
        var batch = new InvitationBatch
        {
            WorkshopId = workshop.Id,
            ParentBody = last?.ParentBody ?? "",
            IssuingBody = last?.IssuingBody ?? lead?.Vi ?? "",
            Place = last?.Place ?? "",
            Authority = last?.Authority ?? "",
            Position = last?.Position ?? "",
            Signatory = last?.Signatory ?? "",
            CopyTo = last?.CopyTo ?? "Lưu: VT.",
            LetterDate = clock.LocalDay(),
            Subject = new("Tham dự hội thảo tập huấn", "Invitation to a training workshop"),
            Body = new("Nhằm nâng cao năng lực về sản xuất và tiêu dùng bền vững cho cán bộ các bộ, ngành và địa phương, chúng tôi tổ chức hội thảo tập huấn dưới đây và trân trọng mời Quý cơ quan cử người tham dự.",
                "To build capacity for sustainable consumption and production, we hold the training workshop below and have the honour to invite you to nominate participants."),
            Deadline = DeadlineFor(workshop),
            CreatedAt = clock.UtcNow(),
        };
        LetterText.Fill(batch, workshop);
        db.InvitationBatches.Add(batch);
        await db.SaveChangesAsync(ct);
        return batch;
    }

    public Task<InvitationBatch?> FindAsync(Guid workshopId, Guid id, CancellationToken ct) => db.InvitationBatches.FirstOrDefaultAsync(b => b.Id == id && b.WorkshopId == workshopId, ct);

    /// <summary>False: somebody else changed it meanwhile, or it has been sent.</summary>
    public async Task<bool> SaveAsync(InvitationBatch batch, Workshop workshop, int formVersion, Action<InvitationBatch> write, CancellationToken ct)
    {
        if (!batch.IsDraft) return false;
        db.Entry(batch).Property(b => b.Version).OriginalValue = formVersion;
        write(batch);
        LetterText.Fill(batch, workshop);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>The agencies of these kinds in these provinces as the register has them; kinds alone mean those of the whole country.</summary>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(InvitationBatch batch, IReadOnlyCollection<string> kinds, IReadOnlyCollection<string> provinces, CancellationToken ct)
    {
        if (kinds.Count == 0) return [];
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.KindId != null && kinds.Contains(a.KindId) && (provinces.Count == 0 || (a.ProvinceId != null && provinces.Contains(a.ProvinceId))))
            .Where(a => !db.Invitations.Any(i => i.BatchId == batch.Id && i.AgencyId == a.Id)).OrderBy(a => a.SortKey).ThenBy(a => a.Id).ToListAsync(ct);
        return await WithAddressesAsync(batch, agencies, ct);
    }

    /// <summary>Single agencies by their name, however its marks are typed.</summary>
    public async Task<IReadOnlyList<Candidate>> FoundAsync(InvitationBatch batch, string words, CancellationToken ct)
    {
        var agencies = db.Agencies.AsNoTracking().Where(a => !db.Invitations.Any(i => i.BatchId == batch.Id && i.AgencyId == a.Id));
        foreach (var word in Platform.Text.SearchKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => " " + w)) agencies = agencies.Where(a => (" " + a.SearchKey).Contains(word));
        return await WithAddressesAsync(batch, await agencies.OrderBy(a => a.SortKey).ThenBy(a => a.Id).Take(50).ToListAsync(ct), ct);
    }

    /// <summary>Adds agencies to a draft; known ones are left as they are. Returns how many are new.</summary>
    public async Task<int> AddAsync(InvitationBatch batch, Workshop workshop, IReadOnlyCollection<Guid> agencyIds, CancellationToken ct)
    {
        var agencies = new List<Agency>();
        foreach (var some in agencyIds.Distinct().Chunk(500))
            agencies.AddRange(await db.Agencies.AsNoTracking().Where(a => some.Contains(a.Id) && !db.Invitations.Any(i => i.BatchId == batch.Id && i.AgencyId == a.Id)).ToListAsync(ct));
        var provinces = await db.Provinces.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        foreach (var c in await WithAddressesAsync(batch, agencies, ct))
        {
            // An agency of another vintage is asked for by the place it is in on the day.
            var sameVintage = c.Agency.ProvinceId is null || provinces[c.Agency.ProvinceId].Vintage == 2025;
            var unit = sameVintage && workshop.StartsOn >= People.Places.Gazetteer.Merger ? new RegistrantUnit(c.Agency.Name.Vi, c.Agency.Id, c.Agency.KindId, c.Agency.ProvinceId) : await units.OfAsync(workshop, c.Agency, ct);
            db.Invitations.Add(new Invitation
            {
                BatchId = batch.Id,
                WorkshopId = batch.WorkshopId,
                AgencyId = c.Agency.Id,
                AgencyName = c.Agency.Name,
                AgencyKindId = unit.KindId,
                ProvinceId = unit.ProvinceId,
                Seats = batch.SeatsEach,
                Email = c.Email,
                ContactName = c.ContactName,
                CreatedAt = clock.UtcNow(),
            });
        }
        await db.SaveChangesAsync(ct);
        return agencies.Count;
    }

    /// <summary>Seats and address of the agencies of a draft.</summary>
    public async Task DescribeAsync(InvitationBatch batch, IReadOnlyCollection<InvitationRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToList();
        foreach (var invitation in await db.Invitations.Where(i => i.BatchId == batch.Id && ids.Contains(i.Id) && i.SentAt == null).ToListAsync(ct))
        {
            var row = rows.First(r => r.Id == invitation.Id);
            if (row.Remove && batch.IsDraft) db.Invitations.Remove(invitation);
            else (invitation.Seats, invitation.Email, invitation.ContactName) = (batch.IsDraft ? row.Seats : invitation.Seats, row.Address, PersonName.Clean(row.ContactName));
        }
        await db.SaveChangesAsync(ct);
    }

    public async Task<bool> RemoveAsync(InvitationBatch batch, CancellationToken ct)
    {
        if (!batch.IsDraft) return false;
        db.InvitationBatches.Remove(batch);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>
    /// From here on the letter stands: facts and deadline are fixed, seats are kept where that was chosen, and the job sends. Whoever presses
    /// twice starts it once. Returns what stands in the way.
    /// </summary>
    public async Task<IReadOnlyList<string>> BeginAsync(InvitationBatch batch, Workshop workshop, CancellationToken ct)
    {
        var missing = Missing(batch, workshop).ToList();
        if (missing.Count > 0) return missing;
        var against = await office.ReplanAsync(workshop.Id, async () =>
        {
            await db.Entry(batch).ReloadAsync(ct);
            if (!batch.IsDraft) return null;
            var invitations = await db.Invitations.Where(i => i.BatchId == batch.Id && i.CancelledAt == null).OrderBy(i => i.Id).ToListAsync(ct);
            if (invitations.Count == 0) return language["Chưa chọn cơ quan nào để mời.", "No agency is chosen yet."];
            if (batch.Keeping == SeatKeeping.ByAgency && await TooFewSeatsAsync(workshop.Id, invitations.Sum(i => i.Seats), ct) is { } few) return few;
            actor.Because($"Giấy mời {batch.Number}");
            LetterText.Fill(batch, workshop);
            batch.SendingSince = clock.UtcNow();
            foreach (var invitation in invitations)
            {
                invitation.Deadline = batch.Deadline;
                if (batch.Keeping == SeatKeeping.ByAgency) invitation.Keep(invitation.Seats, batch.Deadline);
            }
            await db.SaveChangesAsync(ct);
            await StartAsync(batch, invitations.Count(i => i.Email.Length > 0), ct);
            return null;
        }, ct);
        return against is null ? [] : [against];
    }

    /// <summary>Sends what is not sent yet: after a stop, or when addresses were added.</summary>
    public Task GoOnAsync(InvitationBatch batch, CancellationToken ct) => StartAsync(batch, 0, ct);

    public IEnumerable<string> Missing(InvitationBatch batch, Workshop workshop)
    {
        if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed)) yield return language["Công bố hội thảo trước khi gửi giấy mời.", "Publish the workshop before inviting."];
        if (batch.IssuingBody.Length == 0) yield return language["Ghi cơ quan ban hành.", "Enter the issuing body."];
        if (batch.Signatory.Length == 0) yield return language["Ghi người ký.", "Enter the signatory."];
        if (batch.Body.Vi.Length == 0) yield return language["Viết nội dung thư bằng tiếng Việt.", "Write the letter in Vietnamese."];
        if (batch.Deadline is not { } until) yield return language["Chọn hạn trả lời.", "Choose the deadline."];
        else if (until <= clock.LocalNow()) yield return language["Hạn trả lời phải ở sau lúc này.", "The deadline must lie ahead."];
        else if (workshop.StartsOn is { } start && until > start.ToDateTime(TimeOnly.MinValue)) yield return language["Hạn trả lời phải trước ngày khai mạc.", "The deadline must be before the first day."];
    }

    /// <summary>What is promised must be there: kept seats of all agencies within what is free and not kept for others.</summary>
    public async Task<string?> TooFewSeatsAsync(Guid workshopId, int wanted, CancellationToken ct)
    {
        var book = (await guard.LookAsync(workshopId, ct)).Book;
        if (book.Free is not { } free || wanted <= Math.Max(0, free - book.Kept)) return null;
        var left = Math.Max(0, free - book.Kept);
        return language[$"Muốn giữ {wanted} chỗ nhưng chỉ còn {left} chỗ trống chưa giữ cho ai: giảm số chỗ mỗi cơ quan, hoặc chọn không giữ chỗ.",
            $"{wanted} seats are to be kept but only {left} are free and kept for nobody: lower the seats of each agency, or keep none."];
    }

    private Task<Guid> StartAsync(InvitationBatch batch, int total, CancellationToken ct) => jobs.StartAsync(BatchSending.Name, batch.Id.ToString(), InvitationMails.About(batch.WorkshopId), total, ct);

    private async Task<List<Candidate>> WithAddressesAsync(InvitationBatch batch, IReadOnlyList<Agency> agencies, CancellationToken ct)
    {
        var candidates = new List<Candidate>();
        foreach (var some in agencies.Chunk(500))
        {
            var ids = some.Select(a => a.Id).ToList();
            var before = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.AgencyId) && (i.Email != "" || i.WorkshopId == batch.WorkshopId)).OrderByDescending(i => i.CreatedAt)
                .Join(db.InvitationBatches, i => i.BatchId, b => b.Id, (i, b) => new { i.AgencyId, i.WorkshopId, i.Email, i.ContactName, i.CancelledAt, b.Number }).ToListAsync(ct);
            var byAgency = before.ToLookup(b => b.AgencyId);
            foreach (var agency in some)
            {
                var reached = byAgency[agency.Id].FirstOrDefault(b => b.Email.Length > 0);
                var here = byAgency[agency.Id].FirstOrDefault(b => b.WorkshopId == batch.WorkshopId && b.CancelledAt is null);
                candidates.Add(new Candidate(agency, reached?.Email ?? "", reached?.ContactName ?? "", here is null ? null : here.Number.Length > 0 ? here.Number : "…"));
            }
        }
        return candidates;
    }

    private DateTime? DeadlineFor(Workshop workshop)
    {
        if (workshop.StartsOn is not { } start) return null;
        var day = start.AddDays(-14);
        var today = clock.LocalDay();
        return (day <= today ? today.AddDays(Math.Max(1, (start.DayNumber - today.DayNumber) / 2)) : day).ToDateTime(new TimeOnly(17, 0));
    }
}

/// <summary>One line of the agencies of a draft, as it was typed.</summary>
public sealed class InvitationRow
{
    public Guid Id { get; set; }
    public int Seats { get; set; } = 1;
    public string Email { get; set; } = "";
    public string ContactName { get; set; } = "";
    public bool Remove { get; set; }

    public string Address => Email.Trim().ToLower(CultureInfo.InvariantCulture);
}
