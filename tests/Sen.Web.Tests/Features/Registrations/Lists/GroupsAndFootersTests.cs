using Sen.Web.Features.Registrations.Lists;

namespace Sen.Web.Tests.Features.Registrations.Lists;

public sealed class GroupsAndFootersTests
{
    private const string Head = "STT|Họ và tên|Năm sinh|Chức vụ|Đơn vị|Điện thoại|Email";
    private const string One = "1|Nguyễn Văn An|1980|Chuyên viên|Sở Công Thương Cà Mau|0912345671|";

    [Fact]
    public void A_letter_of_a_higher_rank_ends_the_province_two_lines_above()
    {
        var proposal = Of2016(Head, "A|KHỐI CÁC TỈNH", "I|Tỉnh Hậu Giang", "1|Nguyễn Văn An|1980||Sở Công Thương||", "II|Thành phố Cần Thơ", "Nhóm 1", "2|Lê Thị Chi|1980||Sở Công Thương||",
            "B|CÁC ĐƠN VỊ KHÁC", "3|Võ Văn Dũng|1980||Tổng cục Môi trường||", "4|Võ Văn Em|1980||Sở Công Thương||");

        Assert.Equal(["Hậu Giang", "Cần Thơ", null, null], proposal.Rows.Select(r => r.Province?.Name));
        Assert.Equal(["10E ProvinceNotCertain Sở Công Thương"], ListFiles.ProblemsOf(proposal));
    }

    [Theory]
    [InlineData("2|Thành phố Cần Thơ|||||", "Cần Thơ")]
    [InlineData("2|Cần Thơ|||||", "Cần Thơ")]
    [InlineData("|Hà Giang|||||", "Hà Giang")]
    [InlineData("|Lâm Đồng (2 người)|||||", "Lâm Đồng")]
    [InlineData("2|Tỉnh Bến Tre|||8 người||", "Bến Tre")]
    [InlineData("a)|Tỉnh Bến Tre|||||", "Bến Tre")]
    [InlineData("- Tỉnh Bến Tre||||||", "Bến Tre")]
    public void A_province_where_a_name_belongs_is_a_group(string line, string province)
    {
        var proposal = Of2016(Head, One, line, "2|Lê Thị Chi|1980||Sở Công Thương||");

        Assert.Equal([("Nguyễn Văn An", "Cà Mau"), ("Lê Thị Chi", province)], proposal.Rows.Select(r => (r.FullName!, r.Province!.Name)));
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void An_agency_with_a_number_is_a_group_and_people_may_be_called_as_provinces_are()
    {
        var proposal = Of2016(Head, "1|Chi cục Bảo vệ môi trường tỉnh Bến Tre|||||", "1|Hà Giang||Chuyên viên|||", "2|Thái Bình|1980||||");

        Assert.Equal(["Hà Giang CCBVMT", "Thái Bình CCBVMT"], proposal.Rows.Select(r => $"{r.FullName} {r.AgencyKind}"));
    }

    [Fact]
    public void Names_that_are_provinces_stay_people_where_a_list_has_nothing_but_names()
    {
        var proposal = Of2016("STT|Họ và tên|Ký nhận", "1|Nguyễn Văn An|", "2|Hà Giang|");

        Assert.Equal(["Nguyễn Văn An", "Hà Giang"], proposal.Rows.Select(r => r.FullName));
    }

    [Theory]
    [InlineData("|NGƯỜI LẬP BIỂU||||Thủ trưởng đơn vị|", "|Ngô Lập||||Hồ Trưởng|")]
    [InlineData("|TRƯỞNG PHÒNG|||||", "|Nguyễn Văn Ký|||||")]
    [InlineData("||||KT. GIÁM ĐỐC||", "||||PHÓ GIÁM ĐỐC||", "|Lê Văn Phó|||||")]
    [InlineData("|TỔ TRƯỞNG||KẾ TOÁN|TRƯỞNG PHÒNG|GIÁM ĐỐC|", "|Nguyễn Văn Tổ||Lê Thị Toán|Võ Phòng|Hồ Đốc|")]
    [InlineData("Người liên hệ:|Nguyễn Văn Bê|||||0912345679")]
    [InlineData("Người liên hệ:|Nguyễn Văn Bê||||0912345679|")]
    [InlineData("|Trong đó: Nữ||||5|")]
    [InlineData("|Nam: 3 người|||||", "|Nữ: 2 người|||||")]
    [InlineData("||||||", "|Phạm Văn Lập|||||")]
    [InlineData(" | | | | | | ")]
    [InlineData("Danh sách trên có 25 người||||||", "Bằng chữ: hai mươi lăm||||||")]
    public void What_stands_under_a_list_is_nobody(params string[] footer)
    {
        var proposal = Of2016([Head, One, .. footer]);

        Assert.Equal(["Nguyễn Văn An"], proposal.Rows.Select(r => r.FullName));
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void A_unit_of_another_province_than_the_line_above_is_not_certain()
    {
        var proposal = Of2016(Head, "I. Tỉnh Bến Tre", One, "2|Lê Thị Chi|1981||Tổng cục Môi trường||", "Nhóm 2", "3|Võ Văn Em|1982||Sở Công Thương An Giang||");

        Assert.Equal(["3E ProvinceNotCertain Sở Công Thương Cà Mau"], ListFiles.ProblemsOf(proposal));
        Assert.Equal("Cà Mau", proposal.Problems[0].Proposal);
        Assert.Equal("An Giang", proposal.Rows[2].Province?.Name);
    }

    private static ListProposal Of2016(params string[] lines) => ListFiles.Table(ListFiles.Of2016, lines);
}
