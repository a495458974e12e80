using Sen.Web.Features.People;

namespace Sen.Web.Tests.Features.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("  Dương  Công  Tuấn ", "Dương Công Tuấn", null)]
    [InlineData("VÕ NGỌC HẠNH", "Võ Ngọc Hạnh", null)]
    [InlineData("nguyễn thị mỹ yến", "Nguyễn Thị Mỹ Yến", null)]
    [InlineData("NGUYễN VăN ĐứC", "Nguyễn Văn Đức", null)]
    [InlineData("PGS.TS. Lê Minh Đức", "Lê Minh Đức", "PGS.TS.")]
    [InlineData("PGS.TS.Lê Minh Đức", "Lê Minh Đức", "PGS.TS.")]
    [InlineData("Ông Nguyễn Việt Dũng", "Nguyễn Việt Dũng", "Ông")]
    [InlineData("Bà: ThS. Trần Thị Thế", "Trần Thị Thế", "Bà: ThS.")]
    [InlineData("TS Phạm Hòa", "Phạm Hòa", "TS")]
    [InlineData("Bà Thế", "Bà Thế", null)]
    [InlineData("Nguyê\u0303n Văn Ho\u0300a", "Nguyễn Văn Hòa", null)]
    [InlineData("H'Hen Niê", "H'Hen Niê", null)]
    [InlineData("H’HEN NIÊ", "H’Hen Niê", null)]
    [InlineData("k'brêu", "K'Brêu", null)]
    [InlineData("Th.S. Lê Văn Ký", "Lê Văn Ký", "Th.S.")]
    [InlineData("Th.S.Lê Văn Ký", "Lê Văn Ký", "Th.S.")]
    [InlineData("Ô. Trần Văn Dư", "Trần Văn Dư", "Ô.")]
    [InlineData("Ông/Bà Trần Văn Dư", "Trần Văn Dư", "Ông/Bà")]
    public void A_name_is_cleaned_and_its_titles_are_set_apart(string text, string full, string? title)
    {
        var name = PersonName.Read(text);

        Assert.Equal((full, title), (name?.Full, name?.Title));
    }

    [Fact]
    public void The_given_name_is_the_last_word()
    {
        var name = PersonName.Read("Dương Thị Mỹ Huệ")!;

        Assert.Equal(("Dương", "Thị Mỹ", "Huệ"), (name.Family, name.Middle, name.Given));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("123")]
    [InlineData("0912345678")]
    [InlineData("a@b.vn")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("#N/A")]
    [InlineData("x")]
    [InlineData("Nguyễn Văn An - Phó Giám đốc")]
    public void What_is_no_name_is_none(string text) => Assert.Null(PersonName.Read(text));
}
