using Sen.Web.Features.Registrations.Lists;

namespace Sen.Web.Tests.Features.Registrations.Lists;

public sealed class CellFaultsTests
{
    private const string Head = "STT|Họ và tên|Giới tính|Năm sinh|Chức vụ|Đơn vị|Tỉnh/TP|Điện thoại|Email";

    [Fact]
    public void A_zero_is_no_value_and_a_dash_is_none()
    {
        var proposal = Of2026(Head, "1|Nguyễn Văn An|0|0||Sở Công Thương|Cà Mau|0|0", "2|Lê Thị Chi|-|–|-|-|—|-|-");

        Assert.Equal(["2C NotASex 0", "2D NotABirthYear 0", "2H NotAPhone 0", "2I NotAnEmail 0"], ListFiles.ProblemsOf(proposal));
        Assert.Null(proposal.Rows[1].Agency);
        Assert.Null(proposal.Rows[1].Position);
    }

    [Fact]
    public void Text_that_begins_as_a_formula_is_one()
    {
        var proposal = Of2026(Head, "1|=cmd!'/c calc'!A1|Nam|1980|=1+1|Sở Công Thương|Cà Mau||");

        Assert.Equal(["2B Formula =cmd!'/c calc'!A1", "2E Formula =1+1"], ListFiles.ProblemsOf(proposal));
        Assert.Equal((null, null), (proposal.Rows[0].FullName, proposal.Rows[0].Position));
    }

    [Theory]
    [InlineData("an @example.vn", "an@example.vn")]
    [InlineData("an@gmail,com", "an@gmail.com")]
    [InlineData("an@example.vn (cơ quan)", "an@example.vn")]
    [InlineData(".an@example.vn", null)]
    [InlineData("tuấn@example.vn", null)]
    public void An_address_that_is_none_has_a_proposal_where_one_is_likely(string text, string? proposed)
    {
        var proposal = Of2026(Head, $"1|Nguyễn Văn An||||Sở Công Thương|Cà Mau||{text}");

        Assert.Equal([$"2I NotAnEmail {text}"], ListFiles.ProblemsOf(proposal));
        Assert.Equal((null, proposed), (proposal.Rows[0].Email, proposal.Problems[0].Proposal));
    }

    [Fact]
    public void Half_a_telephone_number_beside_a_whole_one_is_said()
    {
        var proposal = Of2026(Head, "1|Nguyễn Văn An||||Sở Công Thương|Cà Mau|0912345671 / 09876543|");

        Assert.Equal(["2H SeveralPhones 0912345671 / 09876543"], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void A_year_among_words_is_proposed_and_a_spelt_date_is_read()
    {
        var proposal = Of2026(Head, "1|Nguyễn Văn An||sinh 1980||Sở Công Thương|Cà Mau||", "2|Lê Thị Chi||ngày 15 tháng 3 năm 1981||Sở Công Thương|Cà Mau||", "3|Lê Thị Em||31 tháng 2 năm 1982||Sở Công Thương|Cà Mau||");

        Assert.Equal(["2D 1980", "4D 1982"], proposal.Problems.Select(p => $"{p.Row}{p.Column} {p.Proposal}"));
        Assert.Equal([null, 1981, null], proposal.Rows.Select(r => r.BirthYear));
    }

    [Fact]
    public void A_list_mark_before_a_name_is_left_off_and_words_after_it_are_no_name()
    {
        var proposal = Of2026(Head, "|1. Nguyễn Văn An||||Sở Công Thương|Cà Mau||", "|- Lê Thị Chi||||Sở Công Thương|Cà Mau||", "|Võ Văn Em - Phó Giám đốc||||Sở Công Thương|Cà Mau||", "|X||||Sở Công Thương|Cà Mau||");

        Assert.Equal(["Nguyễn Văn An", "Lê Thị Chi", "Võ Văn Em", null], proposal.Rows.Select(r => r.FullName));
        Assert.Equal(["4B NotAName Võ Văn Em - Phó Giám đốc", "5B NotAName X"], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void Two_departments_in_one_cell_are_not_certain()
    {
        var proposal = Of2026(Head, "1|Nguyễn Văn An||||Sở Tài chính, Sở Công Thương|Cà Mau||", "2|Lê Thị Chi||||Trung tâm Khuyến công - Sở Công Thương|Cà Mau||");

        Assert.Equal(["2F AgencyKindNotCertain Sở Tài chính, Sở Công Thương"], ListFiles.ProblemsOf(proposal));
    }

    [Theory]
    [InlineData("Sở VHTTDL")]
    [InlineData("Sở VH,TT&DL")]
    [InlineData("Sở VHTT&DL")]
    [InlineData("Sở Văn hóa - Thể thao và Du lịch")]
    public void Culture_sports_and_tourism_go_by_their_initials(string unit)
    {
        var proposal = Of2026(Head, $"1|Nguyễn Văn An||||{unit}|Cà Mau||");

        Assert.Equal(("SVHTTDL", 0), (proposal.Rows[0].AgencyKind, proposal.Problems.Count));
    }

    [Theory]
    [InlineData("TT|Họ và|tên|C.vụ|Tên cơ quan, đơn vị|ĐT liên hệ")]
    [InlineData("TT|Họ lót|Tên|Chức danh|Nơi làm việc hiện nay|Tel. (mobile)")]
    public void Headings_are_known_in_many_words(string heading)
    {
        var proposal = Of2026(heading, "1|Nguyễn Văn|An|Chuyên viên|Sở Công Thương Cà Mau|0912345671");

        Assert.Equal(["Nguyễn Văn An, Chuyên viên, SCT, +84912345671"], proposal.Rows.Select(r => $"{r.FullName}, {r.Position}, {r.AgencyKind}, {r.Phone}"));
    }

    [Fact]
    public void A_second_heading_row_without_merges_is_a_heading_also_with_a_word_unknown()
    {
        var proposal = Of2026("STT|Họ và tên|Giới tính||Năm sinh|Chức vụ/Đơn vị||Điện thoại||", "||Nam|Nữ||Chức vụ|Đơn vị|CQ|DĐ|Fax",
            "1|Nguyễn Văn An|x||1980|Chuyên viên|Sở Công Thương Cà Mau|02903838383|0912345671|");

        Assert.Equal(["Nguyễn Văn An Male 1980 Chuyên viên SCT +84912345671"], proposal.Rows.Select(r => $"{r.FullName} {r.Sex} {r.BirthYear} {r.Position} {r.AgencyKind} {r.Phone}"));
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void Telephone_and_address_may_share_a_column()
    {
        var proposal = Of2026("TT|Họ và tên|Điện thoại/Email", "1|Nguyễn Văn An|0912345671; an@example.vn");

        Assert.Equal(("+84912345671", "an@example.vn", 0), (proposal.Rows[0].Phone, proposal.Rows[0].Email, proposal.Problems.Count));
    }

    private static ListProposal Of2026(params string[] lines) => ListFiles.Table(ListFiles.Of2026, lines);
}
