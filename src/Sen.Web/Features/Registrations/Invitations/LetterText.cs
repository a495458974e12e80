using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>The letter to one agency, in words: page, PDF and mail say the same. Layout by analogy with Decree 30/2020/NĐ-CP.</summary>
public sealed record LetterText(InvitationBatch Batch, Invitation To)
{
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>«Hà Nội, ngày 05 tháng 02 năm 2026»; what is not known yet is left to be written by hand.</summary>
    public string PlaceAndDate => $"{(Batch.Place.Length > 0 ? Batch.Place : "…………")}, ngày {(Batch.LetterDate is { } day ? new Language().LongDate(day) : "…… tháng …… năm ………")}";

    public string Number => "Số: " + (Batch.Number.Length > 0 ? Batch.Number : "……/……");

    public IEnumerable<string> Paragraphs(Language l) => Batch.Body.In(l.Code).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<string> CopyTo => Batch.CopyTo.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What the letter is about, each with its name.</summary>
    public IEnumerable<(string Name, string Words)> Facts(Language l)
    {
        yield return (l["Nội dung", "Workshop"], l.Plain(Batch.WorkshopTitle));
        yield return (l["Thời gian", "Dates"], l.Plain(Batch.When));
        yield return (l["Địa điểm", "Place"], l.Plain(Batch.Where));
        yield return (l["Số người đề nghị cử", "Seats for your agency"], To.Seats.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if ((To.Deadline ?? Batch.Deadline) is { } until) yield return (l["Hạn trả lời", "Please answer by"], l.WallTime(until));
    }

    public string Answer(Language l) => l["Đề nghị Quý cơ quan cử người tham dự, thay người hoặc báo không cử được tại địa chỉ dưới đây hoặc bằng mã QR; không cần tài khoản.",
        "Please nominate, replace or decline at the address below or by the QR code; no account is needed."];

    /// <summary>The facts as the workshop has them now; a letter that was sent keeps its own.</summary>
    public static void Fill(InvitationBatch batch, Workshop workshop)
    {
        var (vi, en) = (new Language(Language.Vietnamese), new Language(Language.English));
        string Where(Language l) => string.Join(", ", new[] { workshop.Venue, workshop.City }.Where(t => !t.IsEmpty).Select(l.Plain)) is { Length: > 0 } place ? place : l.NotRecorded;
        batch.WorkshopTitle = workshop.Title;
        batch.When = new Bilingual(vi.Dates(workshop.StartsOn, workshop.EndsOn), en.Dates(workshop.StartsOn, workshop.EndsOn));
        batch.Where = new Bilingual(Where(vi), Where(en));
    }
}
