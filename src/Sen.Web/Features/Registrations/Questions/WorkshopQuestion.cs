using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Questions;

public enum QuestionKind { Text, LongText, Number, Date, YesNo, OneOf, ManyOf }

/// <summary>A question of one workshop's own on the registration form.</summary>
public sealed class WorkshopQuestion : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public int Position { get; set; }
    public Bilingual Label { get; set; } = Bilingual.Empty;
    public Bilingual Help { get; set; } = Bilingual.Empty;
    /// <summary>Fixed once somebody has answered: an answer keeps its type.</summary>
    public QuestionKind Kind { get; set; }
    /// <summary>A line each; the lines of both languages belong together by their order.</summary>
    public Bilingual Options { get; set; } = Bilingual.Empty;
    public bool IsNeeded { get; set; }
    /// <summary>No longer asked; its answers stay.</summary>
    public bool IsRetired { get; set; }

    public IReadOnlyList<Bilingual> OptionList
    {
        get
        {
            var (vi, en) = (Lines(Options.Vi), Lines(Options.En));
            return [.. vi.Select((text, i) => new Bilingual(text, i < en.Length ? en[i] : ""))];
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>
/// One answer, as its question's kind writes it: a number with a point, a date as yyyy-MM-dd, «yes» or «no», the Vietnamese words of an option,
/// several options a line each.
/// </summary>
public sealed class Answer
{
    public required Guid RegistrationId { get; init; }
    public required Guid QuestionId { get; init; }
    public required string Value { get; set; }
}
