using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>What stands against an undo, said of a person or of an agency.</summary>
/// <param name="This">«Người này», “This person”.</param>
internal sealed record MergeWords(Bilingual This, Bilingual BecauseMerged, Bilingual BecauseUndone)
{
    public static readonly MergeWords Persons = new(new("Người này", "This person"), new("Gộp hai dòng của một người", "Two rows of one person merged"), new("Hoàn tác việc gộp hai dòng", "A merge of two rows undone"));
    public static readonly MergeWords Agencies = new(new("Cơ quan này", "This agency"), new("Gộp hai dòng của một cơ quan", "Two rows of one agency merged"), new("Hoàn tác việc gộp hai cơ quan", "A merge of two agencies undone"));

    public static readonly Bilingual Erased = new("Dữ liệu của người này đã được xóa theo yêu cầu, nên không còn gì để khôi phục.", "This person’s data were erased on request: there is nothing left to put back.");

    public Bilingual MergedOn(string standing) => new($"{This.Vi} đã được gộp tiếp vào «{standing}». Hoàn tác lần gộp ấy trước.", $"{This.En} was merged on into “{standing}”. Undo that merge first.");

    public Bilingual MergedLater(string name) => new($"Sau lần này, «{name}» cũng đã được gộp vào {This.Vi.ToLowerInvariant()}. Hoàn tác lần gộp ấy trước.", $"“{name}” was merged into {This.En.ToLowerInvariant()} later. Undo that merge first.");

    public static Bilingual ChangedSince(RowField field, string? then, string? now) => new(
        $"{field.Words.Vi}: lúc gộp ghi «{then ?? "–"}», sau đó đã sửa thành «{now ?? "–"}». Không rõ giá trị nào là của ai: sửa lại như lúc gộp rồi hoàn tác.",
        $"{field.Words.En}: the merge wrote “{then ?? "–"}”, and it was changed to “{now ?? "–"}” since. Whose value it is cannot be told: change it back, then undo.");
}
