using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Questions;

public sealed class QuestionInput
{
    public BilingualInput Label { get; set; } = new();
    public BilingualInput Help { get; set; } = new();
    public QuestionKind Kind { get; set; }
    public BilingualInput Options { get; set; } = new();
    public bool IsNeeded { get; set; }

    public static QuestionInput Of(WorkshopQuestion q) => new() { Label = BilingualInput.Of(q.Label), Help = BilingualInput.Of(q.Help), Kind = q.Kind, Options = BilingualInput.Of(q.Options), IsNeeded = q.IsNeeded };

    /// <param name="answered">The options somebody has chosen already.</param>
    public IEnumerable<(string Box, string Vi, string En)> Complaints(IReadOnlyList<string> answered)
    {
        if (Label.Text.Vi.Length == 0) yield return ("Label.Vi", "Ghi câu hỏi bằng tiếng Việt", "Enter the question in Vietnamese");
        if (Label.Text.Vi.Length > 300) yield return ("Label.Vi", "Câu hỏi dài quá 300 ký tự: rút ngắn, phần giải thích ghi ở ô dưới", "Longer than 300 characters: shorten it and explain in the box below");
        if (!Kind.HasOptions()) yield break;
        var (vi, en) = (Lines(Options.Text.Vi), Lines(Options.Text.En));
        if (vi.Length < 2) yield return ("Options.Vi", "Ghi ít nhất hai lựa chọn, mỗi dòng một lựa chọn", "Enter at least two options, a line each");
        else if (vi.Distinct(StringComparer.Ordinal).Count() < vi.Length) yield return ("Options.Vi", "Có hai dòng giống nhau: sửa một dòng", "Two lines are the same: change one");
        else if (answered.FirstOrDefault(a => !vi.Contains(a)) is { } gone) yield return ("Options.Vi", $"«{gone}» đã có người chọn: giữ nguyên dòng này", $"Somebody has chosen “{gone}”: keep this line as it is");
        if (en.Length > 0 && en.Length != vi.Length) yield return ("Options.En", $"Tiếng Việt có {vi.Length} dòng, tiếng Anh có {en.Length}: hai bên phải bằng nhau, hoặc để trống tiếng Anh", $"{vi.Length} lines in Vietnamese but {en.Length} in English: make them equal, or leave the English empty");
    }

    public void Onto(WorkshopQuestion q) => (q.Label, q.Help, q.Kind, q.Options, q.IsNeeded) =
        (Label.Text, Help.Text, Kind, Kind.HasOptions() ? Bilingual.Of(string.Join('\n', Lines(Options.Text.Vi)), string.Join('\n', Lines(Options.Text.En))) : Bilingual.Empty, IsNeeded);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
