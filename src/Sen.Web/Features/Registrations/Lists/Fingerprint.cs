using System.Security.Cryptography;
using System.Text;
using Sen.Web.Features.People;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>Knows a line again: its known cells but for the running number, and its group, whatever the order of rows and columns.</summary>
internal static class Fingerprint
{
    private static readonly ListField[] Fields = Enum.GetValues<ListField>();

    public static string Of(IReadOnlyDictionary<ListField, string> raw, string? group)
    {
        var text = new StringBuilder();
        foreach (var field in Fields)
        {
            if (field is ListField.Number or ListField.Signature || !raw.TryGetValue(field, out var value)) continue;
            var clean = PersonName.Clean(value);
            // Field and length keep «An | Giang» apart from «An Giang |».
            if (clean.Length > 0) text.Append(field.ToString()).Append(':').Append(clean.Length).Append(':').Append(clean).Append('\n');
        }
        text.Append("group:").Append(PersonName.Clean(group));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
