using System.Globalization;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Questions;

/// <summary>Reads what was typed for a question into the form an <see cref="Answer"/> keeps, or says what to do.</summary>
public static class AnswerReader
{
    private const int Short = 300;
    private const int Long = 2000;

    /// <summary>The name of the question's boxes, and the id of the first.</summary>
    public static string NameOf(Guid question) => "q-" + question.ToString("N");

    /// <param name="given">What the boxes of the question posted.</param>
    /// <returns>No value and no complaint: not answered, and that is allowed.</returns>
    public static (string? Value, string? Complaint) Read(WorkshopQuestion question, IReadOnlyCollection<string> given, Language l)
    {
        var texts = given.Select(t => t.Trim().Nfc()).Where(t => t.Length > 0).ToList();
        if (texts.Count == 0) return question.IsNeeded ? (null, Needed(question, l)) : (null, null);
        return question.Kind switch
        {
            QuestionKind.Text => Text(texts[0].ReplaceLineEndings(" "), Short, l),
            QuestionKind.LongText => Text(texts[0].ReplaceLineEndings("\n"), Long, l),
            QuestionKind.Number => StrictBinder.Read(typeof(decimal), texts[0]) is (decimal number, _) ? (number.ToString(CultureInfo.InvariantCulture), null) : (null, StrictBinder.Read(typeof(decimal), texts[0]).Complaint),
            QuestionKind.Date => StrictBinder.Read(typeof(DateOnly), texts[0]) is (DateOnly day, _) ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null) : (null, StrictBinder.Read(typeof(DateOnly), texts[0]).Complaint),
            QuestionKind.YesNo => texts[0] is "yes" or "no" ? (texts[0], null) : (null, Choose(l)),
            QuestionKind.OneOf => texts.Count == 1 && question.OptionList.Any(o => o.Vi == texts[0]) ? (texts[0], null) : (null, Choose(l)),
            _ => texts.All(t => question.OptionList.Any(o => o.Vi == t)) ? (string.Join('\n', question.OptionList.Select(o => o.Vi).Where(texts.Contains)), null) : (null, Choose(l)),
        };
    }

    /// <summary>An answer as a reader sees it.</summary>
    public static string Shown(WorkshopQuestion question, string value, Language l) => question.Kind switch
    {
        QuestionKind.YesNo => value == "yes" ? l["Có", "Yes"] : l["Không", "No"],
        QuestionKind.Number when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number.ToString("#,0.##########", l.Format),
        QuestionKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => l.Date(day),
        QuestionKind.OneOf or QuestionKind.ManyOf => string.Join(", ", value.Split('\n').Select(v => question.OptionList.FirstOrDefault(o => o.Vi == v) is { } option ? l.Plain(option) : v)),
        _ => value,
    };

    private static (string?, string?) Text(string text, int most, Language l) => text.Length <= most ? (text, null)
        : (null, l[$"Dài quá {most} ký tự: rút ngắn lại", $"Longer than {most} characters: shorten it"]);

    private static string Needed(WorkshopQuestion question, Language l) => question.Kind is QuestionKind.YesNo or QuestionKind.OneOf or QuestionKind.ManyOf
        ? l[$"Chọn câu trả lời cho «{l.Plain(question.Label)}»", $"Choose an answer to “{l.Plain(question.Label)}”"]
        : l[$"Trả lời câu «{l.Plain(question.Label)}»", $"Answer “{l.Plain(question.Label)}”"];

    private static string Choose(Language l) => l["Chọn lại trong các câu trả lời có sẵn", "Choose again among the answers offered"];
}
