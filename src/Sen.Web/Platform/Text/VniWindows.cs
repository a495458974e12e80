using System.Text;

namespace Sen.Web.Platform.Text;

/// <summary>VNI-Windows: a base letter followed by a letter that stands for its marks; i, ơ, ư, đ and ỵ are single.</summary>
internal static class VniWindows
{
    // Each line: base letters that take it, then mark letter and result for each.
    private static readonly Dictionary<(char, char), char> Pairs = new();
    private static readonly Dictionary<char, char> Singles = new();

    static VniWindows()
    {
        Add('a', "øàùáûảõãïạââàầáấåẩãẫäậêăèằéắúẳüẵëặ");
        Add('e', "øèùéûẻõẽïẹâêàềáếåểãễäệ");
        Add('o', "øòùóûỏõõïọâôàồáốåổãỗäộ");
        Add('u', "øùùúûủõũïụ");
        Add('y', "øỳùýûỷõỹ");
        Add('ô', "øờùớûởõỡïợ");
        Add('ö', "øừùứûửõữïự");
        foreach (var (code, letter) in new[] { ('ô', 'ơ'), ('ö', 'ư'), ('ñ', 'đ'), ('ì', 'ì'), ('í', 'í'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ') })
        {
            Singles[code] = letter;
            Singles[char.ToUpperInvariant(code)] = char.ToUpperInvariant(letter);
        }
    }

    public static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && Pairs.TryGetValue((text[i], text[i + 1]), out var letter))
            {
                decoded.Append(letter);
                i++;
            }
            else decoded.Append(Singles.GetValueOrDefault(text[i], text[i]));
        }
        return decoded.ToString();
    }

    private static void Add(char letter, string marksAndResults)
    {
        for (var i = 0; i < marksAndResults.Length; i += 2)
        {
            var (mark, result) = (marksAndResults[i], marksAndResults[i + 1]);
            var (upper, upperResult) = (char.ToUpperInvariant(letter), char.ToUpperInvariant(result));
            Pairs[(letter, mark)] = result;
            // Capitals are typed with capital marks; with the Caps key half of them stay small.
            Pairs[(upper, char.ToUpperInvariant(mark))] = upperResult;
            Pairs[(upper, mark)] = upperResult;
        }
    }
}
