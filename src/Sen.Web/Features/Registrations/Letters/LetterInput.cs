using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>The texts of a letter or of a template, checked alike.</summary>
public class LetterWording
{
    private const int LongestSubject = 200, LongestBody = 10_000;

    public int Version { get; set; }
    public BilingualInput Subject { get; set; } = new();
    public BilingualInput Body { get; set; } = new();
    public LetterSort Sort { get; set; }
    public LetterTiming Timing { get; set; }
    [Between(0, 365)]
    public int Days { get; set; }

    /// <summary>A template may leave gaps for whoever writes from it.</summary>
    protected virtual bool IsLetter => false;

    /// <summary>Everything wrong at once: the box, and what to do.</summary>
    public IEnumerable<(string Box, string Words)> Complaints(Language l)
    {
        if (Subject.Text.Vi.Length == 0) yield return ("Subject.Vi", l["Ghi tiêu đề bằng tiếng Việt", "Enter the subject in Vietnamese"]);
        if (Body.Text.Vi.Length == 0) yield return ("Body.Vi", l["Ghi nội dung bằng tiếng Việt", "Enter the text in Vietnamese"]);
        if (Subject.Text.En.Length > 0 && Body.Text.En.Length == 0) yield return ("Body.En", l["Có tiêu đề tiếng Anh mà chưa có nội dung: ghi nội dung, hoặc bỏ tiêu đề", "There is an English subject but no text: write the text, or take the subject out"]);
        if (Body.Text.En.Length > 0 && Subject.Text.En.Length == 0) yield return ("Subject.En", l["Có nội dung tiếng Anh mà chưa có tiêu đề: ghi tiêu đề", "There is an English text but no subject: enter the subject"]);
        foreach (var (box, text, longest) in new[] { ("Subject.Vi", Subject.Text.Vi, LongestSubject), ("Subject.En", Subject.Text.En, LongestSubject), ("Body.Vi", Body.Text.Vi, LongestBody), ("Body.En", Body.Text.En, LongestBody) })
        {
            if (text.Length > longest) yield return (box, l[$"Dài quá {longest} ký tự: rút ngắn lại", $"Longer than {longest} characters: shorten it"]);
            if (text.Contains(ReadyTemplates.Gap, StringComparison.Ordinal) && IsLetter) yield return (box, l["Còn chỗ «[…]» chưa điền: ghi nội dung vào đó, hoặc xóa đi", "There is still a “[…]” to be filled in: write there, or take it out"]);
            foreach (var fault in LetterText.Faults(text)) yield return (box, fault.Words(l));
        }
    }
}

public sealed class LetterInput : LetterWording
{
    protected override bool IsLetter => true;

    public WhenMissing WhenMissing { get; set; }
    public DateTime? SendAt { get; set; }
    public TimeOnly TimeOfDay { get; set; } = new(8, 0);
    /// <summary>A saved view of the participants' list that stands for the whole group.</summary>
    public string View { get; set; } = "";
    public ParticipantFilter Group { get; set; } = new();
    public string Picked { get; set; } = "";

    public static LetterInput Of(GroupLetter letter) => new()
    {
        Version = letter.Version,
        Subject = BilingualInput.Of(letter.Subject),
        Body = BilingualInput.Of(letter.Body),
        Sort = letter.Sort,
        WhenMissing = letter.WhenMissing,
        Timing = letter.Timing,
        SendAt = letter.SendAt,
        Days = letter.Days,
        TimeOfDay = letter.TimeOfDay,
        Group = ParticipantFilter.Read(letter.Group),
        Picked = letter.Picked,
    };

    public void Start(Bilingual subject, Bilingual body, LetterSort sort, LetterTiming timing, int days) =>
        (Subject, Body, Sort, Timing, Days) = (BilingualInput.Of(subject), BilingualInput.Of(body), sort, timing, days);

    public IEnumerable<(string Box, string Words)> Problems(Language l)
    {
        foreach (var complaint in Complaints(l)) yield return complaint;
        if (Timing == LetterTiming.At && SendAt is null) yield return ("SendAt", l["Đặt ngày giờ gửi", "Set the day and time to send it"]);
    }

    public void Onto(GroupLetter letter, string group)
    {
        (letter.Subject, letter.Body, letter.Sort, letter.WhenMissing) = (Subject.Text, Body.Text, Sort, WhenMissing);
        (letter.Timing, letter.SendAt, letter.Days, letter.TimeOfDay) = (Timing, Timing == LetterTiming.At ? SendAt : null, Days, TimeOfDay);
        (letter.Group, letter.Picked) = (group, string.Join(' ', Picked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => Guid.TryParse(p, out _)).Distinct(StringComparer.Ordinal)));
    }
}
