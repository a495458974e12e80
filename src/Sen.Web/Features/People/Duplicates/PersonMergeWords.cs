using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

internal static class PersonMergeWords
{
    public static readonly Bilingual Erased = new("Dữ liệu của người này đã được xóa theo yêu cầu, nên không còn gì để khôi phục.", "This person’s data were erased on request: there is nothing left to put back.");

    public static Bilingual MergedOn(string standing) => new($"Người này đã được gộp tiếp vào «{standing}». Hoàn tác lần gộp ấy trước.", $"This person was merged on into “{standing}”. Undo that merge first.");

    public static Bilingual MergedLater(string name) => new($"Sau lần này, «{name}» cũng đã được gộp vào người này. Hoàn tác lần gộp ấy trước.", $"“{name}” was merged into this person later. Undo that merge first.");

    public static Bilingual ChangedSince(PersonField field, string? then, string? now) => new(
        $"{field.Words.Vi}: lúc gộp ghi «{then ?? "–"}», sau đó đã sửa thành «{now ?? "–"}». Không rõ giá trị nào là của ai: sửa lại như lúc gộp rồi hoàn tác.",
        $"{field.Words.En}: the merge wrote “{then ?? "–"}”, and it was changed to “{now ?? "–"}” since. Whose value it is cannot be told: change it back, then undo.");
}
