using System.Globalization;
using System.Text;
using QRCoder;

namespace Sen.Web.Platform;

/// <summary>A QR code as one SVG path of black runs, with the quiet zone the standard asks for (ISO/IEC 18004: four modules).</summary>
public static class QrCode
{
    public static (int Size, string Path) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        // Level M reads with 15 % of it scratched or folded away.
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The matrix brings its quiet zone along.
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows.Count && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        return (rows.Count, path.ToString());
    }
}
