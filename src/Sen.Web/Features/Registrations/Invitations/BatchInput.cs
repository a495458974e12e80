using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>The form of a letter. A draft may have gaps; sending asks for what is missing.</summary>
public sealed class BatchInput
{
    public int Version { get; set; }
    [AtMost(60)]
    public string Number { get; set; } = "";
    public DateOnly? LetterDate { get; set; }
    [AtMost(100)]
    public string Place { get; set; } = "";
    [AtMost(200)]
    public string ParentBody { get; set; } = "";
    [AtMost(200)]
    public string IssuingBody { get; set; } = "";
    public BilingualInput Subject { get; set; } = new();
    public BilingualInput Body { get; set; } = new();
    [AtMost(100)]
    public string Authority { get; set; } = "";
    [AtMost(100)]
    public string Position { get; set; } = "";
    [AtMost(100)]
    public string Signatory { get; set; } = "";
    [AtMost(1000)]
    public string CopyTo { get; set; } = "";
    [Between(1, 50)]
    public int? SeatsEach { get; set; } = 1;
    public DateTime? Deadline { get; set; }
    public bool Keeps { get; set; }
    [AtMost(40)]
    public string RemindDays { get; set; } = "";

    public static BatchInput Of(InvitationBatch b) => new()
    {
        Version = b.Version,
        Number = b.Number,
        LetterDate = b.LetterDate,
        Place = b.Place,
        ParentBody = b.ParentBody,
        IssuingBody = b.IssuingBody,
        Subject = BilingualInput.Of(b.Subject),
        Body = BilingualInput.Of(b.Body),
        Authority = b.Authority,
        Position = b.Position,
        Signatory = b.Signatory,
        CopyTo = b.CopyTo,
        SeatsEach = b.SeatsEach,
        Deadline = b.Deadline,
        Keeps = b.Keeping == SeatKeeping.ByAgency,
        RemindDays = b.RemindDays,
    };

    public void Check(ModelStateDictionary state, Language l)
    {
        if (SeatsEach is null) state.AddModelError("Input.SeatsEach", l["Ghi số chỗ cho mỗi cơ quan", "Enter the seats of each agency"]);
        if (Days(RemindDays) is null) state.AddModelError("Input.RemindDays", l["Ghi số ngày trước hạn, cách nhau bằng dấu cách, ví dụ: 7 2", "Enter days before the deadline with spaces between, such as: 7 2"]);
    }

    public void Onto(InvitationBatch b)
    {
        (b.Number, b.LetterDate, b.Place, b.ParentBody, b.IssuingBody) = (Clean(Number), LetterDate, Clean(Place), Clean(ParentBody), Clean(IssuingBody));
        (b.Subject, b.Body, b.Authority, b.Position, b.Signatory) = (Subject.Text, Body.Text, Clean(Authority), Clean(Position), Clean(Signatory));
        (b.CopyTo, b.SeatsEach, b.Deadline, b.Keeping) = (CopyTo.Trim().Nfc(), SeatsEach ?? 1, Deadline, Keeps ? SeatKeeping.ByAgency : SeatKeeping.None);
        b.RemindDays = Days(RemindDays) ?? "";
    }

    private static string Clean(string text) => People.PersonName.Clean(text);

    private static string? Days(string text)
    {
        var words = text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => int.TryParse(w, out var n) && n is > 0 and <= 60) ? string.Join(' ', words) : null;
    }
}
