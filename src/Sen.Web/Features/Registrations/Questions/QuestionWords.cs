using System.Globalization;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Questions;

public static class QuestionWords
{
    public static string Words(this QuestionKind kind, Language l) => kind switch
    {
        QuestionKind.LongText => l["Đoạn văn", "Long text"],
        QuestionKind.Number => l["Số", "Number"],
        QuestionKind.Date => l["Ngày", "Date"],
        QuestionKind.YesNo => l["Có hoặc không", "Yes or no"],
        QuestionKind.OneOf => l["Chọn một", "One of several"],
        QuestionKind.ManyOf => l["Chọn nhiều", "Several of them"],
        _ => l["Dòng chữ", "Short text"],
    };

    public static bool HasOptions(this QuestionKind kind) => kind is QuestionKind.OneOf or QuestionKind.ManyOf;

    /// <summary>An answer as a reader sees it; it is kept in its written form.</summary>
    public static string Shown(this WorkshopQuestion question, string value, Language l) => (question.Kind, value) switch
    {
        (_, "") => "",
        (QuestionKind.YesNo, "yes") => l["Có", "Yes"],
        (QuestionKind.YesNo, "no") => l["Không", "No"],
        (QuestionKind.Date, _) when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => l.Date(day),
        (QuestionKind.Number, _) when decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) => number.ToString("0.############", l.Format),
        (QuestionKind.OneOf or QuestionKind.ManyOf, _) => string.Join("; ", value.Split('\n').Select(v => question.OptionList.FirstOrDefault(o => o.Vi == v) is { } option ? l.Plain(option) : v)),
        _ => value,
    };
}
