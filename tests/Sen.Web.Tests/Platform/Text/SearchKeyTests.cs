using Sen.Web.Platform.Text;

namespace Sen.Web.Tests.Platform.Text;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("Cần\uFFFE Thơ", "can tho")]
    [InlineData("\uD800Đà\tNẵng\uDC00", "da nang")]
    [InlineData("Hòa\r\nHoà", "hoa hoa")]
    public void What_no_letter_is_made_of_is_left_out_and_throws_nothing(string text, string key) => Assert.Equal(key, SearchKey.Of(text));
}
