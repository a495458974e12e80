using System.Text;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>What is wrong with a text: the words as written, and what was perhaps meant.</summary>
public sealed record LetterFault(string Written, string? Meant, bool IsOpen)
{
    public string Words(Language l) => IsOpen
        ? l[$"Ngoặc nhọn ở «{Written}» không đủ cặp: thêm ngoặc còn thiếu, hoặc bỏ ngoặc này.", $"The curly bracket at “{Written}” has no partner: add the missing one, or take this one out."]
        : Meant is { } meant
            ? l[$"{{{Written}}}: có phải {{{meant}}}?", $"{{{Written}}}: did you mean {{{meant}}}?"]
            : l[$"{{{Written}}} không phải là chỗ điền nào. Chọn trong danh sách chỗ điền.", $"{{{Written}}} is no placeholder. Choose one from the list."];
}

/// <summary>A plain text with placeholders in curly brackets.</summary>
public static class LetterText
{
    private readonly record struct Piece(string Text, bool IsName);

    /// <summary>Everything wrong at once, each fault once.</summary>
    public static IReadOnlyList<LetterFault> Faults(string text)
    {
        var faults = new List<LetterFault>();
        foreach (var piece in Cut(text, faults))
            if (piece.IsName && LetterPlaceholder.Find(piece.Text) is null) faults.Add(new LetterFault(piece.Text.Trim(), LetterPlaceholder.Nearest(piece.Text), false));
        return [.. faults.Distinct()];
    }

    public static IReadOnlyList<LetterPlaceholder> Used(string text) => [.. Cut(text, []).Where(p => p.IsName).Select(p => LetterPlaceholder.Find(p.Text)).OfType<LetterPlaceholder>().Distinct()];

    /// <summary>The text as one reader gets it; what has no value is said to be not recorded and named in <paramref name="missing"/>.</summary>
    public static string Write(string text, LetterFacts facts, Addressee person, Language l, ISet<LetterPlaceholder> missing)
    {
        var written = new StringBuilder();
        foreach (var piece in Cut(text, []))
        {
            if (!piece.IsName || LetterPlaceholder.Find(piece.Text) is not { } placeholder)
            {
                written.Append(piece.Text);
                continue;
            }
            var value = placeholder.Write(facts, person, l);
            if (value is null) missing.Add(placeholder);
            written.Append(value ?? l.NotRecorded);
        }
        return written.ToString();
    }

    /// <summary>A subject for a list: with the workshop's title, and dots for what differs from reader to reader.</summary>
    public static Bilingual Heading(Bilingual subject, Bilingual title) => new(In(subject.Vi, title.Vi), subject.En.Length > 0 ? In(subject.En, title.In("en").Text) : "");

    private static string In(string text, string title) => string.Concat(Cut(text, []).Select(p => !p.IsName ? p.Text : LetterPlaceholder.Find(p.Text)?.Vi == "hoi_thao" ? title : "…"));

    private static List<Piece> Cut(string text, List<LetterFault> faults)
    {
        var pieces = new List<Piece>();
        var from = 0;
        while (from < text.Length)
        {
            var at = text.AsSpan(from).IndexOfAny('{', '}');
            if (at < 0) break;
            at += from;
            var close = text[at] == '{' ? text.AsSpan(at + 1).IndexOfAny("{}\n") : -1;
            if (close < 0 || text[at + 1 + close] != '}')
            {
                faults.Add(new LetterFault(text.Substring(at, Math.Min(20, text.Length - at)).Split('\n')[0], null, true));
                pieces.Add(new Piece(text[from..(at + 1)], false));
                from = at + 1;
                continue;
            }
            pieces.Add(new Piece(text[from..at], false));
            pieces.Add(new Piece(text.Substring(at + 1, close), true));
            from = at + close + 2;
        }
        pieces.Add(new Piece(text[from..], false));
        return pieces;
    }
}
