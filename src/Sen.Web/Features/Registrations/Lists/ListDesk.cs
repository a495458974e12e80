using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Places;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>What came of writing a list.</summary>
public abstract record ListWritten
{
    public sealed record Done(int Added, int Known, int LeftOut, int Waiting) : ListWritten
    {
        /// <summary>Limits passed by a list that came after the start: told, not enforced.</summary>
        public Bilingual Above { get; init; } = Bilingual.Empty;
    }
    public sealed record ProblemsStand(int Rows) : ListWritten;
    public sealed record NotSeen : ListWritten;
    public sealed record NotNow(Bilingual Reason) : ListWritten;
}

/// <summary>Where lists of participants are taken in: read, previewed with every problem at once, corrected, written in one transaction.</summary>
public sealed partial class ListDesk(AppDb db, FileStore files, Gazetteer gazetteer, AgencyKinds kinds, SeatOffice office, WaitingList waitingList, PrivateLinks links, OwnCalendar calendar, TimeProvider clock, Actor actor)
{
    /// <summary>The units a list is read with: those in force on the workshop's start, or in its programme's period.</summary>
    public async Task<ListContext> ContextOfAsync(Workshop workshop, CancellationToken ct)
    {
        var day = workshop.StartsOn;
        if (day is null)
        {
            var year = await db.Programmes.Where(p => p.Id == workshop.ProgrammeId).Select(p => p.FromYear).FirstOrDefaultAsync(ct);
            day = year is { } y ? new DateOnly(y, 1, 1) : clock.LocalDay();
        }
        return new ListContext(day.Value, gazetteer, kinds);
    }

    /// <summary>Reads a file against a workshop without keeping anything.</summary>
    public async Task<(ListPreview? Preview, SpreadsheetRefusal? Refusal)> ReadAsync(Workshop workshop, byte[] content, IReadOnlyDictionary<string, RowCorrection> corrections, CancellationToken ct)
    {
        var reading = ListReading.Read(new MemoryStream(content, writable: false), await ContextOfAsync(workshop, ct));
        if (reading.Refusal is { } refusal) return (null, refusal);
        return (await PreviewAsync(workshop, reading.Proposal, corrections, ct), null);
    }

    /// <summary>Keeps an uploaded file as a preview that can be left and taken up again.</summary>
    public async Task<ListImport> KeepAsync(Workshop workshop, byte[] content, string fileName, CancellationToken ct)
    {
        var file = await files.KeepAsync(content, fileName, "application/octet-stream", ct);
        var import = new ListImport { WorkshopId = workshop.Id, FileId = file.Id, FileName = file.Name, CreatedAt = clock.UtcNow(), CreatedBy = actor.Who };
        db.StoredFiles.Add(file);
        db.ListImports.Add(import);
        await db.SaveChangesAsync(ct);
        return import;
    }

    public async Task<(ListPreview? Preview, SpreadsheetRefusal? Refusal)> ReadAsync(Workshop workshop, ListImport import, CancellationToken ct)
    {
        await using var stream = files.Open(import.FileId);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, ct);
        return await ReadAsync(workshop, content.ToArray(), RowCorrections.Read(import.Corrections), ct);
    }

    public async Task CorrectAsync(ListImport import, IReadOnlyDictionary<string, RowCorrection> corrected, CancellationToken ct)
    {
        var all = RowCorrections.Read(import.Corrections);
        foreach (var (key, correction) in corrected) all[key] = correction;
        import.Corrections = RowCorrections.Write(all);
        await db.SaveChangesAsync(ct);
    }

    public async Task DiscardAsync(ListImport import, CancellationToken ct)
    {
        if (import.State != ImportState.Preview) return;
        import.State = ImportState.Discarded;
        await db.SaveChangesAsync(ct);
    }

    private async Task<ListPreview> PreviewAsync(Workshop workshop, ListProposal proposal, IReadOnlyDictionary<string, RowCorrection> corrections, CancellationToken ct)
    {
        var known = await KnownRows.OfAsync(db, workshop.Id, ct);
        var problems = proposal.Problems.ToLookup(p => RowCorrections.KeyOf(p.Sheet, p.Row));
        var rows = new List<ListRow>(proposal.Rows.Count);
        foreach (var proposed in proposal.Rows)
        {
            var key = RowCorrections.KeyOf(proposed.Sheet, proposed.Row);
            var row = new ListRow(proposed, corrections.GetValueOrDefault(key), [.. problems[key]], RowFate.New);
            rows.Add(row with { Fate = FateOf(row, known) });
        }
        return new ListPreview(proposal, rows);
    }

    private static RowFate FateOf(ListRow row, KnownRows known) =>
        known.WasLeftOut(row.Proposed.Fingerprint) || row.Correction is { LeaveOut: true } ? RowFate.LeftOut
        : known.IsHere(row) ? RowFate.Known
        : row.Correction is null && row.Problems.Count > 0 ? RowFate.Problem
        : RowFate.New;
}
