namespace Sen.Web.Platform.Spreadsheets;

/// <summary>
/// Counts what really comes out of the archive, because the sizes an archive states are its maker's word.
/// </summary>
internal sealed class BoundedStream(Stream inner, UncompressedBudget budget, long compressedBytes, ReadLimits limits) : Stream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        var n = inner.Read(buffer);
        _read += n;
        budget.Take(n);
        if (_read > limits.RatioCountsFromBytes && _read > compressedBytes * limits.CompressionRatio)
            throw new RefusedException(RefusalReason.Suspicious);
        return n;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Shared by all parts of one workbook.</summary>
internal sealed class UncompressedBudget(long bytes)
{
    private long _left = bytes;

    public void Take(int n)
    {
        if ((_left -= n) < 0) throw new RefusedException(RefusalReason.TooLarge);
    }
}
