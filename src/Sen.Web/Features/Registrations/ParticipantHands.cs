using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

public enum Hand { Approve, Reject, Seat, Withdraw, Move, Kind }

/// <summary>What a hand needs besides the people: why, to where, as what.</summary>
public sealed record HandInput(Hand Hand, string Reason, string To, string Kind);

/// <summary>The organiser's hand on ticked people: it does, says what was done and for whom not, and how to take it back.</summary>
public sealed class ParticipantHands(AppDb db, ParticipantDesk desk, MoveDesk moves, Access access, TimeProvider clock, Language language)
{
    /// <summary>Where people can be moved: other workshops of the same organiser that are still to come.</summary>
    public Task<List<Workshop>> TargetsAsync(Guid workshopId, CancellationToken ct)
    {
        var today = clock.LocalDay();
        return db.WorkshopsOf(access.Standing!).AsNoTracking()
            .Where(w => w.Id != workshopId && (w.Status == WorkshopStatus.Published || w.Status == WorkshopStatus.Closed || w.Status == WorkshopStatus.Draft) && (w.StartsOn == null || w.StartsOn > today))
            .OrderBy(w => w.StartsOn).ThenBy(w => w.Code).ToListAsync(ct);
    }

    /// <summary>What is missing, as «name of the box» and what to do; null where the hand may go on.</summary>
    public async Task<(string Box, string Words)?> MissingAsync(Workshop workshop, HandInput input, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return ("", language["Đánh dấu ít nhất một người.", "Tick at least one person."]);
        return input.Hand switch
        {
            Hand.Reject or Hand.Withdraw when string.IsNullOrWhiteSpace(input.Reason) => ("Reason", language["Ghi lý do: người ấy sẽ đọc trong thư", "Enter a reason: they read it in the mail"]),
            Hand.Move when (await TargetsAsync(workshop.Id, ct)).TrueForAll(w => w.Code != input.To) => ("To", language["Chọn hội thảo để chuyển sang", "Choose the workshop to move to"]),
            Hand.Kind when !Enum.TryParse<ParticipantKind>(input.Kind, out _) => ("NewKind", language["Chọn loại người tham dự", "Choose a kind of participant"]),
            _ => null,
        };
    }

    /// <param name="page">Where the undo is pressed; without one, the list.</param>
    public async Task<Flash> DoAsync(Workshop workshop, HandInput input, IReadOnlyCollection<Guid> ids, CancellationToken ct, string? page = null)
    {
        var undo = new UndoNote();
        HandResult result;
        string done;
        switch (input.Hand)
        {
            case Hand.Move:
                var target = (await TargetsAsync(workshop.Id, ct)).Single(w => w.Code == input.To);
                result = await moves.MoveAsync(workshop.Id, target.Id, ids, ct);
                undo.Add("move", target.Code, result.Changed);
                done = language[$"Đã chuyển {N(result)} người sang «{language.Plain(target.Title)}».", $"Moved {N(result)} {People(result)} to “{language.Plain(target.Title)}”."];
                break;
            case Hand.Kind:
                var kind = Enum.Parse<ParticipantKind>(input.Kind);
                var before = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id && ids.Contains(r.Id)).Select(r => new { r.Id, r.Kind }).ToListAsync(ct);
                result = await desk.ChangeKindAsync(workshop.Id, ids, kind, ct);
                foreach (var was in before.Where(b => result.Changed.Contains(b.Id)).GroupBy(b => b.Kind)) undo.Add("kind", was.Key.ToString(), [.. was.Select(b => b.Id)]);
                done = language[$"Đã ghi {N(result)} người là: {kind.Words(language)}.", $"{N(result)} {People(result)} marked as: {kind.Words(language)}."];
                break;
            default:
                result = input.Hand switch
                {
                    Hand.Approve => await desk.ApproveAsync(workshop.Id, ids, ct),
                    Hand.Reject => await desk.RejectAsync(workshop.Id, ids, input.Reason.Trim(), ct),
                    Hand.Seat => await desk.SeatAsync(workshop.Id, ids, ct),
                    _ => await desk.WithdrawAsync(workshop.Id, ids, input.Reason.Trim(), ct),
                };
                var changed = result.Changed;
                var now = (await db.Registrations.AsNoTracking().Where(r => changed.Contains(r.Id)).Select(r => new { r.Id, r.State }).ToListAsync(ct)).ToLookup(r => r.State, r => r.Id);
                foreach (var state in now) undo.Add("state", state.Key.ToString(), [.. state]);
                done = Words(input.Hand, result, now[RegistrationState.Seated].Count());
                break;
        }
        return Answer(workshop, done, result, undo, page);
    }

    /// <summary>Takes back what a flash offered to take back; ids of other workshops are nobody here.</summary>
    public async Task<Flash> UndoAsync(Workshop workshop, string note, CancellationToken ct)
    {
        var (changed, refused) = (new List<Guid>(), new List<(string, string)>());
        await using var work = await db.Database.BeginTransactionAsync(ct);
        // Who leaves the line goes first: the seats given back after them would be offered to them otherwise.
        foreach (var (what, value, ids) in UndoNote.Read(note).OrderBy(n => Enum.TryParse<RegistrationState>(n.Value, out var s) && Registration.TakesSeat(s)))
        {
            HandResult? part = null;
            if (what == "state" && Enum.TryParse<RegistrationState>(value, out var state)) part = await desk.UndoAsync(workshop.Id, ids, state, ct);
            else if (what == "kind" && Enum.TryParse<ParticipantKind>(value, out var kind)) part = await desk.ChangeKindAsync(workshop.Id, ids, kind, ct);
            else if (what == "move" && (await TargetsAsync(workshop.Id, ct)).Find(w => w.Code == value) is { } target) part = await moves.BackAsync(workshop.Id, target.Id, ids, ct);
            if (part is null) continue;
            changed.AddRange(part.Changed);
            refused.AddRange(part.Refused);
        }
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        var result = new HandResult(changed, refused);
        return Answer(workshop, language[$"Đã hoàn tác cho {N(result)} người.", $"Taken back for {N(result)} {People(result)}."], result, null);
    }

    private Flash Answer(Workshop workshop, string done, HandResult result, UndoNote? undo, string? page = null) => new(result.Changed.Count > 0 ? done : language["Không có ai thay đổi.", "Nobody was changed."])
    {
        NothingDone = result.Changed.Count == 0,
        NotDone = [.. result.Refused.Select(r => new Flash.Line(r.Name, r.Why))],
        UndoAt = undo is null || result.Changed.Count == 0 ? null : language.To(page ?? $"/desk/workshops/{workshop.Code}/people") + "?handler=Undo",
        Undo = undo?.ToString() ?? "",
    };

    private string Words(Hand hand, HandResult result, int seated) => hand switch
    {
        Hand.Approve when seated == result.Changed.Count => language[$"Đã duyệt {N(result)} đăng ký.", $"Approved {N(result)} {Registrations(result)}."],
        Hand.Approve => language[$"Đã duyệt {N(result)} đăng ký: {seated} có chỗ, {result.Changed.Count - seated} vào danh sách chờ.", $"Approved {N(result)} {Registrations(result)}: {seated} seated, {result.Changed.Count - seated} on the waiting list."],
        Hand.Reject => language[$"Đã từ chối {N(result)} đăng ký.", $"Rejected {N(result)} {Registrations(result)}."],
        Hand.Seat => language[$"Đã cho {N(result)} người có chỗ.", $"Seated {N(result)} {People(result)}."],
        _ => language[$"Đã rút {N(result)} đăng ký.", $"Withdrew {N(result)} {Registrations(result)}."],
    };

    private static string N(HandResult result) => result.Changed.Count.ToString(CultureInfo.InvariantCulture);

    private static string People(HandResult result) => result.Changed.Count == 1 ? "person" : "people";

    private static string Registrations(HandResult result) => result.Changed.Count == 1 ? "registration" : "registrations";
}
