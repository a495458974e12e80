using System.Buffers.Binary;
using NetVips;

namespace Sen.Browser.Tests.Journey;

/// <summary>Photographs made here: plain colours, telephone-sized. The JPEG ones say where they were taken.</summary>
internal static class Pictures
{
    /// <summary>A degree, minute and second no other file has: 10° 2′ 7″ N, 105° 47′ 3″ E.</summary>
    public static readonly byte[] Place = Rationals(10, 2, 7);

    public static byte[] Png(int red, int green, int blue) => Plain(red, green, blue).PngsaveBuffer();

    public static byte[] JpegWithPlace(int red, int green, int blue) => WithExif(Plain(red, green, blue).JpegsaveBuffer(q: 80, keep: Enums.ForeignKeep.None));

    private static Image Plain(int red, int green, int blue) =>
        Image.Black(1200, 800, bands: 3).Linear([1.0], [red, green, blue], uchar: true).Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>Puts an APP1 segment with a GPS directory behind the start of the picture, as a telephone does.</summary>
    private static byte[] WithExif(byte[] jpeg)
    {
        using var tiff = new MemoryStream();
        tiff.Write("MM\0*\0\0\0\u0008"u8);
        // One entry: the GPS directory, which begins at 26.
        Directory(tiff, (0x8825, 4, 1, [0, 0, 0, 26]));
        // Latitude and longitude, their numbers behind the directory at 26 + 2 + 4 * 12 + 4 = 80.
        Directory(tiff, (1, 2, 2, "N\0\0\0"u8.ToArray()), (2, 5, 3, [0, 0, 0, 80]), (3, 2, 2, "E\0\0\0"u8.ToArray()), (4, 5, 3, [0, 0, 0, 104]));
        tiff.Write(Place);
        tiff.Write(Rationals(105, 47, 3));
        using var picture = new MemoryStream();
        picture.Write(jpeg.AsSpan(0, 2));
        picture.Write([0xFF, 0xE1]);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(2 + 6 + tiff.Length));
        picture.Write(length);
        picture.Write("Exif\0\0"u8);
        picture.Write(tiff.ToArray());
        picture.Write(jpeg.AsSpan(2));
        return picture.ToArray();
    }

    private static void Directory(MemoryStream tiff, params (ushort Tag, ushort Type, uint Count, byte[] Value)[] entries)
    {
        var two = new byte[2];
        var four = new byte[4];
        void Short(ushort n) { BinaryPrimitives.WriteUInt16BigEndian(two, n); tiff.Write(two); }
        void Long(uint n) { BinaryPrimitives.WriteUInt32BigEndian(four, n); tiff.Write(four); }
        Short((ushort)entries.Length);
        foreach (var (tag, type, count, value) in entries)
        {
            Short(tag);
            Short(type);
            Long(count);
            tiff.Write(value);
        }
        Long(0);
    }

    private static byte[] Rationals(params uint[] numbers)
    {
        var bytes = new byte[numbers.Length * 8];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 8), numbers[i] * 97);
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 8 + 4), 97);
        }
        return bytes;
    }
}
