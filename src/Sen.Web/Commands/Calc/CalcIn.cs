using System.Globalization;
using System.Text.Json;
using Sen.CleanerProduction;

namespace Sen.Web.Commands.Calc;

/// <summary>One object of the document, read strictly: it collects every problem, and knows which keys nobody asked for. null = missing.</summary>
internal sealed class CalcIn
{
    private readonly CalcProblems problems;
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<CalcIn> within = [];
    private bool finished;

    private CalcIn(JsonElement element, string pointer, CalcProblems problems)
    {
        Pointer = pointer;
        this.problems = problems;
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new InputProblem(pointer, "is " + Kind(element), "an object"));
            Broken = true;
            return;
        }
        foreach (var member in element.EnumerateObject())
        {
            if (NameOf(member) is not { } name) problems.Add(new InputProblem(pointer, "has a key that is no text", "keys in whole Unicode letters"));
            else if (!members.TryAdd(name, member.Value)) Wrong(name, "stands twice", "each key once");
        }
    }

    /// <summary>Where this object stands (RFC 6901); empty for the document.</summary>
    public string Pointer { get; }

    /// <summary>It is not even an object; that problem is told already.</summary>
    public bool Broken { get; }

    /// <summary>Nothing wrong found so far in the whole document.</summary>
    public bool Sound => problems.None;

    /// <summary>The keys in document order; asking for them counts as reading all.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            asked.UnionWith(members.Keys);
            return [.. members.Keys];
        }
    }

    /// <summary>The keys in document order, without counting as read.</summary>
    public IReadOnlyList<string> Names => [.. members.Keys];

    public static CalcIn Root(JsonElement element, CalcProblems problems) => new(element, "", problems);

    public bool Has(string key) => Find(key) is not null;

    public double? Number(string key) => Find(key) is { } e ? AsNumber(e, At(key)) : null;

    public double RequiredNumber(string key) => Needed(key, "a number") ? Number(key) ?? double.NaN : double.NaN;

    public int? Whole(string key, int least, int most)
    {
        if (Number(key) is not { } number) return null;
        if (number == Math.Floor(number) && number >= least && number <= most) return (int)number;
        Wrong(key, "is " + number.ToString("R", CultureInfo.InvariantCulture), $"a whole number from {least} to {most}");
        return null;
    }

    public string? Text(string key)
    {
        if (Find(key) is not { } e) return null;
        if (e.ValueKind == JsonValueKind.String && Decoded(e) is { } text) return text;
        Wrong(key, "is " + Kind(e), "a text");
        return null;
    }

    public string? RequiredText(string key) => Needed(key, "a text") ? Text(key) : null;

    /// <summary>One word of a list, or null with the problem told.</summary>
    public string? Choice(string key, params IReadOnlyList<string> allowed)
    {
        if (Text(key) is not { } word) return null;
        if (allowed.Contains(word, StringComparer.Ordinal)) return word;
        Wrong(key, $"is «{word}»", string.Join(", ", allowed));
        return null;
    }

    public bool? Flag(string key)
    {
        if (Find(key) is not { } e) return null;
        if (e.ValueKind is JsonValueKind.True or JsonValueKind.False) return e.GetBoolean();
        Wrong(key, "is " + Kind(e), "true or false");
        return null;
    }

    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(key, $"is «{text}»", "a day as YYYY-MM-DD");
        return null;
    }

    /// <summary>A list of numbers; null where missing. What is no number stands as NaN, its problem told.</summary>
    public double[]? Numbers(string key) => List(key)?.Select((e, i) => AsNumber(e, $"{At(key)}/{i}") ?? double.NaN).ToArray();

    /// <summary>A list of texts; null where missing. What is no text stands as null, its problem told.</summary>
    public string?[]? Texts(string key) => List(key)?.Select((e, i) =>
    {
        if (e.ValueKind == JsonValueKind.String && Decoded(e) is { } text) return text;
        problems.Add(new InputProblem($"{At(key)}/{i}", "is " + Kind(e), "a text"));
        return null;
    }).ToArray();

    /// <summary>A list of objects; null where missing. Look at <see cref="Broken"/> of each.</summary>
    public IReadOnlyList<CalcIn>? Items(string key) => List(key)?.Select((e, i) => Child(e, $"{At(key)}/{i}")).ToList();

    public CalcIn? Object(string key) => Find(key) is { } e ? Child(e, At(key)) : null;

    /// <summary>Tells the problem if the key is missing or null.</summary>
    public bool Needed(string key, string allowed)
    {
        if (Has(key)) return true;
        Wrong(key, "is missing", allowed);
        return false;
    }

    /// <summary>Adds a problem at a key of this object.</summary>
    public void Wrong(string key, string what, string allowed) => problems.Add(new InputProblem(At(key), what, allowed));

    /// <summary>Adds problems the library found; its pointers are the document's.</summary>
    public void Wrong(IEnumerable<InputProblem> found)
    {
        foreach (var problem in found) problems.Add(problem);
    }

    /// <summary>A key nobody asked for is told if it looks like a slip for a known one, else noted as ignored.</summary>
    public void Finish()
    {
        if (finished) return;
        finished = true;
        foreach (var key in members.Keys.Where(k => !asked.Contains(k)))
        {
            if (CalcSlips.Meant(key, asked) is { } known) Wrong(key, "is an unknown key", $"«{known}»");
            else problems.Ignore(At(key));
        }
        foreach (var child in within) child.Finish();
    }

    private string At(string key) => Pointer + "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private CalcIn Child(JsonElement element, string pointer)
    {
        var child = new CalcIn(element, pointer, problems);
        within.Add(child);
        return child;
    }

    private JsonElement? Find(string key)
    {
        asked.Add(key);
        return members.TryGetValue(key, out var e) && e.ValueKind != JsonValueKind.Null ? e : null;
    }

    private JsonElement[]? List(string key)
    {
        if (Find(key) is not { } e) return null;
        if (e.ValueKind == JsonValueKind.Array) return [.. e.EnumerateArray()];
        Wrong(key, "is " + Kind(e), "a list");
        return [];
    }

    private double? AsNumber(JsonElement e, string pointer)
    {
        if (e.ValueKind == JsonValueKind.Number && e.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        problems.Add(new InputProblem(pointer, e.ValueKind == JsonValueKind.Number ? "is out of range" : "is " + Kind(e), "a finite number"));
        return null;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>An escaped half of a surrogate pair is no text.</summary>
    private static string? Decoded(JsonElement e)
    {
        try
        {
            return e.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Kind(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
