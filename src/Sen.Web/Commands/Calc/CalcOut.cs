using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sen.Web.Commands.Calc;

/// <summary>Thrown where a number to be written is not finite; the door refuses instead of printing it.</summary>
#pragma warning disable CA1032, MA0015 // it never leaves the door
internal sealed class NotFiniteException(string key) : Exception
{
    public string Key { get; } = key;
}
#pragma warning restore CA1032, MA0015

/// <summary>Writes the document: keys in the order of the calls, numbers in round-trip form, never NaN or infinity. The outer object is open from the start.</summary>
internal sealed class CalcOut : IDisposable
{
    private readonly MemoryStream content = new();
    private readonly Utf8JsonWriter json;

    public CalcOut()
    {
        json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" });
        json.WriteStartObject();
    }

    public void Text(string key, string? text)
    {
        if (text is null) json.WriteNull(key);
        else json.WriteString(key, text);
    }

    public void Number(string key, double? number)
    {
        if (number is not { } value) json.WriteNull(key);
        else if (!double.IsFinite(value)) throw new NotFiniteException(key);
        else json.WriteNumber(key, value == 0 ? 0 : value); // never -0
    }

    public void Whole(string key, long? number)
    {
        if (number is { } value) json.WriteNumber(key, value);
        else json.WriteNull(key);
    }

    public void Flag(string key, bool flag) => json.WriteBoolean(key, flag);

    public void Null(string key) => json.WriteNull(key);

    public void Texts(string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public void Numbers(string key, IEnumerable<double> numbers)
    {
        json.WriteStartArray(key);
        foreach (var number in numbers) json.WriteNumberValue(double.IsFinite(number) ? number == 0 ? 0 : number : throw new NotFiniteException(key));
        json.WriteEndArray();
    }

    /// <summary>An object under a key; its members are written within <paramref name="members"/>.</summary>
    public void Object(string key, Action members)
    {
        json.WriteStartObject(key);
        members();
        json.WriteEndObject();
    }

    /// <summary>A list of objects, one for each item.</summary>
    public void List<T>(string key, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The members of a refusal.</summary>
    public CalcFate Refuse(IEnumerable<string> reasons)
    {
        Text("status", "refused");
        Texts("reasons", reasons);
        return CalcFate.Refused;
    }

    /// <summary>Closes the document.</summary>
    public byte[] End(IReadOnlyList<string> ignored)
    {
        if (ignored.Count > 0) Texts("ignored", ignored);
        json.WriteEndObject();
        json.Flush();
        return content.ToArray();
    }

    /// <summary>A whole document that only refuses.</summary>
    public static byte[] Refusal(string reason)
    {
        using var output = new CalcOut();
        output.Text("status", "refused");
        output.Texts("reasons", [reason]);
        return output.End([]);
    }

    public void Dispose()
    {
        json.Dispose();
        content.Dispose();
    }
}
