using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Whether seats are kept for the invited agencies until they have answered or the deadline has passed.</summary>
public enum SeatKeeping { None, ByAgency }

/// <summary>
/// One letter to many agencies: what stands in it, how many seats each is asked to fill, until when. From the moment it is sent it is a
/// snapshot: neither its own words nor the facts of the workshop in it change any more.
/// </summary>
public sealed class InvitationBatch : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    /// <summary>«123/GM-CMT», as the clerk's register has it.</summary>
    public string Number { get; set; } = "";
    public DateOnly? LetterDate { get; set; }
    /// <summary>Where the letter is dated: «Hà Nội».</summary>
    public string Place { get; set; } = "";
    public string ParentBody { get; set; } = "";
    public string IssuingBody { get; set; } = "";
    public Bilingual Subject { get; set; } = Bilingual.Empty;
    /// <summary>Paragraphs, one a line.</summary>
    public Bilingual Body { get; set; } = Bilingual.Empty;
    /// <summary>«KT. CỤC TRƯỞNG»: on whose authority it is signed.</summary>
    public string Authority { get; set; } = "";
    public string Position { get; set; } = "";
    public string Signatory { get; set; } = "";
    /// <summary>«Nơi nhận», one a line.</summary>
    public string CopyTo { get; set; } = "";
    public int SeatsEach { get; set; } = 1;
    /// <summary>Wall time of Việt Nam.</summary>
    public DateTime? Deadline { get; set; }
    public SeatKeeping Keeping { get; set; }
    /// <summary>Days before the deadline on which silent agencies are reminded, with spaces between.</summary>
    public string RemindDays { get; set; } = "7 2";
    /// <summary>The workshop as the letter has it.</summary>
    public Bilingual WorkshopTitle { get; set; } = Bilingual.Empty;
    public Bilingual When { get; set; } = Bilingual.Empty;
    public Bilingual Where { get; set; } = Bilingual.Empty;
    public DateTime CreatedAt { get; init; }
    /// <summary>UTC: sending was asked for; from now on the letter stands.</summary>
    public DateTime? SendingSince { get; set; }
    /// <summary>UTC: the last letter was handed to the outbox.</summary>
    public DateTime? SentAt { get; set; }
    /// <summary>UTC: the organiser asked for a reminder to everybody who is silent.</summary>
    public DateTime? RemindAskedAt { get; set; }
    [NotInTrail]
    public int Version { get; set; }

    public bool IsDraft => SendingSince is null;

    public IReadOnlyList<int> Days => [.. RemindDays.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => int.TryParse(d, out var n) ? n : 0).Where(n => n is > 0 and <= 60).Distinct().OrderDescending()];
}
