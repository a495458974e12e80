using CsCheck;
using Sen.Web.Features.People;

namespace Sen.Web.Tests.Features.People;

public sealed class PhoneNumberTests
{
    private static readonly DateOnly In2016 = new(2016, 8, 18);

    [Theory]
    [InlineData("0912 345 678", "+84912345678")]
    [InlineData("0912.345.678", "+84912345678")]
    [InlineData("+84 (0) 912-345-678", "+84912345678")]
    [InlineData("84912345678", "+84912345678")]
    [InlineData("0084912345678", "+84912345678")]
    [InlineData("912345678", "+84912345678")]
    [InlineData("849123456", "+84849123456")]
    [InlineData("ĐT: 0912345678", "+84912345678")]
    [InlineData("0168 234 5678", "+84382345678")]
    [InlineData("1682345678", "+84382345678")]
    [InlineData("0123.456.7890", "+84834567890")]
    [InlineData("02923 820 123", "+842923820123")]
    [InlineData("0710 3 820 123", "+842923820123")]
    [InlineData("0511.3820123", "+842363820123")]
    [InlineData("0241 3820123", "+842223820123")]
    [InlineData("04 3826 1234", "+842438261234")]
    [InlineData("024 3826 1234", "+842438261234")]
    [InlineData("(0292) 3820123 (máy lẻ 12)", "+842923820123")]
    [InlineData("+66 2 288 1234", "+6622881234")]
    [InlineData("0333 820 123", "+84333820123")]
    public void A_number_is_read_however_it_is_written(string text, string expected) => Assert.Equal(expected, PhoneNumber.Read(text)?.E164);

    [Theory]
    [InlineData("0912")]
    [InlineData("091234567")]
    [InlineData("0112345678")]
    [InlineData("09123456789")]
    [InlineData("khong co")]
    [InlineData("0912345678 / 0987654321")]
    [InlineData("29221")]
    [InlineData("02432612")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_number_is_none(string? text) => Assert.Null(PhoneNumber.Read(text));

    [Theory]
    [InlineData("033 3820 123", "+842033820123")]
    [InlineData("08 3829 1234", "+842838291234")]
    [InlineData("0886 123 456", "+84886123456")]
    public void The_day_of_the_list_decides_what_a_prefix_was(string text, string expected) => Assert.Equal(expected, PhoneNumber.Read(text, In2016)?.E164);

    [Theory]
    [InlineData("0912345678 / 0987654321", 2)]
    [InlineData("0912 345 678; 0987 654 321", 2)]
    [InlineData("0912 345 678 - 02923820123", 2)]
    [InlineData("0912345678", 1)]
    [InlineData("0912", 0)]
    public void Of_several_numbers_the_first_is_proposed(string text, int count)
    {
        var (first, found) = PhoneNumber.ReadSeveral(text);

        Assert.Equal(count, found);
        Assert.Equal(count == 0 ? null : "+84912345678", first?.E164);
    }

    [Theory]
    [InlineData("+84912345678", "0912 345 678")]
    [InlineData("+842923820123", "0292 3820 123")]
    [InlineData("+842438261234", "024 3826 1234")]
    [InlineData("+6622881234", "+6622881234")]
    public void A_number_is_shown_in_groups(string e164, string shown) => Assert.Equal(shown, new PhoneNumber(e164).Shown);

    [Fact]
    public void A_number_survives_being_shown_and_read_again() => Gen.Int[0, 99_999_999].Sample(n =>
    {
        var number = new PhoneNumber($"+849{n:00000000}");
        return PhoneNumber.Read(number.Shown) == number && PhoneNumber.Read(number.E164) == number && PhoneNumber.Read(number.E164[3..]) == number;
    });

    [Fact]
    public void Random_text_throws_nothing() => Gen.String.Sample(text => { PhoneNumber.ReadSeveral(text, In2016); PersonName.Read(text.Replace('\uD800', ' ')); }, iter: 2000);
}
