using Sen.Web.Platform.Text;

namespace Sen.Web.Tests.Platform.Text;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("Cần\uFFFE Thơ", "can tho")]
    [InlineData("\uD800Đà\tNẵng\uDC00", "da nang")]
    [InlineData("Hòa\r\nHoà", "hoa hoa")]
    public void What_no_letter_is_made_of_is_left_out_and_throws_nothing(string text, string key) => Assert.Equal(key, SearchKey.Of(text));

    [Fact]
    public void Composed_text_keeps_whole_letters_and_nothing_else()
    {
        Assert.Equal("Hà Nội", "Ha\0\u0300\uFFFF Nội".Nfc());
        // Half a letter is put together here: a runner may mend it where it is written as data.
        Assert.Equal("🪷 sen", ("🪷" + (char)0xD83E + " sen").Nfc());
    }
}
