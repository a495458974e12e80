using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public enum PersonalDataWish { Export, Erasure }

/// <summary>What a person asked of their data (Law 91/2025/QH15), and when it was done. It outlives an erasure: it holds no word about them.</summary>
public sealed class PersonalDataRequest : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required PersonalDataWish Wish { get; init; }
    public required DateTime AskedAt { get; init; }
    /// <summary>The last day to answer: two working days.</summary>
    public required DateOnly AnswerBy { get; init; }
    public DateTime? DoneAt { get; set; }
    public string DoneBy { get; set; } = "";

    public bool IsLate(DateOnly today) => DoneAt is null && AnswerBy < today;

    /// <summary>Saturdays and Sundays do not count; public holidays differ from year to year and are not known here, which errs on the early side.</summary>
    public static DateOnly AnswerDay(DateOnly asked)
    {
        var day = asked;
        for (var left = 2; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return day;
    }
}

public static class PersonalDataWords
{
    public static string Words(this PersonalDataWish wish, Language l) => wish switch
    {
        PersonalDataWish.Export => l["Nhận bản sao dữ liệu", "A copy of the data"],
        _ => l["Xóa dữ liệu", "Erasure"],
    };
}
