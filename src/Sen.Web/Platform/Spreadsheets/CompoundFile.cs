using System.Buffers.Binary;
using System.Text;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Takes one stream out of a compound file ([MS-CFB]); small streams, which no workbook is, are left alone.</summary>
internal static class CompoundFile
{
    private const uint LastRegular = 0xFFFFFFFA;

    public static byte[]? Stream(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < 512) return null;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        if (shift is not (9 or 12)) return null;
        var size = 1 << shift;
        var fat = Fat(file, size);
        var directory = Chain(file, size, fat, U32(file, 48), long.MaxValue);
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var entry = directory.AsSpan(at, 128);
            var letters = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            if (letters is < 2 or > 64 || Encoding.Unicode.GetString(entry[..(letters - 2)]) != name) continue;
            var length = U32(entry, 120);
            return length < U32(file, 56) ? null : Chain(file, size, fat, U32(entry, 116), length);
        }
        return null;
    }

    /// <summary>The names of its streams and storages.</summary>
    public static IReadOnlyCollection<string> Names(ReadOnlySpan<byte> file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (file.Length < 512 || BinaryPrimitives.ReadUInt16LittleEndian(file[30..]) is not (9 or 12)) return names;
        var size = 1 << BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        var directory = Chain(file, size, Fat(file, size), U32(file, 48), long.MaxValue);
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var letters = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            if (letters is >= 2 and <= 64) names.Add(Encoding.Unicode.GetString(directory, at, letters - 2));
        }
        return names;
    }

    private static List<uint> Fat(ReadOnlySpan<byte> file, int size)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++) sectors.Add(U32(file, 76 + 4 * i));
        var next = U32(file, 68);
        for (var guard = 0; next < LastRegular && guard < file.Length / size; guard++)
        {
            var sector = Sector(file, size, next);
            for (var i = 0; i < size - 4; i += 4) sectors.Add(U32(sector, i));
            next = U32(sector, size - 4);
        }
        var fat = new List<uint>();
        foreach (var number in sectors.Where(s => s < LastRegular))
        {
            var sector = Sector(file, size, number);
            for (var i = 0; i < size; i += 4) fat.Add(U32(sector, i));
        }
        return fat;
    }

    private static byte[] Chain(ReadOnlySpan<byte> file, int size, List<uint> fat, uint start, long length)
    {
        using var bytes = new MemoryStream();
        for (var at = start; at < LastRegular && bytes.Length < length && bytes.Length <= file.Length; at = fat[(int)at])
            bytes.Write(Sector(file, size, at));
        if (bytes.Length > length) bytes.SetLength(length);
        return bytes.ToArray();
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> file, int size, uint number)
    {
        var start = checked((int)((number + 1L) * size));
        return file.Slice(start, Math.Min(size, file.Length - start));
    }

    private static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
}
