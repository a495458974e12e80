using Sen.Web.Features.Registrations.Lists;

namespace Sen.Web.Tests.Features.Registrations.Lists;

public sealed class NastyListsTests
{
    private const string Head = "STT|Họ và tên|Giới tính|Năm sinh|Chức vụ|Đơn vị|Tỉnh/TP|Điện thoại|Email|Ghi chú";

    [Fact]
    public void Only_people_come_out_of_titles_groups_totals_and_signatures()
    {
        var proposal = Of2026(
            "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG||||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "||||Độc lập - Tự do - Hạnh phúc",
            "||||Cần Thơ, ngày 18 tháng 8 năm 2026",
            "DANH SÁCH HỌC VIÊN",
            Head,
            "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)",
            "I|Tỉnh Vĩnh Long",
            "1|Nguyễn Văn An|Nam|1980|Chuyên viên|Sở Công Thương||0912345671|a@example.vn|",
            "|Cộng: 1 người",
            "II.|Thành phố Cần Thơ",
            "Nhóm 1",
            "2|Trần Thị Bình|Nữ|1981|Chuyên viên|Sở Công Thương||0912345672|b@example.vn|ăn chay",
            Head,
            "Nhóm 2",
            "3|Lê Thị Chi|Nữ|1982|Giám đốc|Sở Tài chính||0912345673|c@example.vn|",
            "|Tổng số: 3 người",
            "||||||Cần Thơ, ngày 20 tháng 8 năm 2026",
            "|NGƯỜI LẬP BIỂU||||TM. BAN TỔ CHỨC",
            "|||||GIÁM ĐỐC",
            "|Phạm Văn Lập||||Võ Thị Ký");

        Assert.Equal(
            ["8 Nguyễn Văn An, Sở Công Thương tỉnh Vĩnh Long", "12 Trần Thị Bình, Sở Công Thương thành phố Cần Thơ", "15 Lê Thị Chi, Sở Tài chính thành phố Cần Thơ"],
            proposal.Rows.Select(r => $"{r.Row} {r.FullName}, {r.Agency}"));
        Assert.Equal(["Tỉnh Vĩnh Long", "Nhóm 1", "Nhóm 2"], proposal.Rows.Select(r => r.Group));
        Assert.Equal("ăn chay", proposal.Rows[1].Note);
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void A_plain_group_of_the_same_rank_ends_the_province_before_it()
    {
        var proposal = Of2026(Head,
            "I. Tỉnh Vĩnh Long", "1|Nguyễn Văn An||||Sở Công Thương",
            "II. Khối khác", "2|Trần Thị Bình||||Sở Công Thương");

        Assert.Equal(["Vĩnh Long", null], proposal.Rows.Select(r => r.Province?.Name));
        Assert.Equal(["5F ProvinceNotCertain Sở Công Thương"], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void An_agency_line_gives_its_people_their_agency()
    {
        var proposal = Of2026("TT|Họ tên|Chức danh|SĐT",
            "I. Sở Nông nghiệp và Môi trường tỉnh Cà Mau", "1|Nguyễn Văn An|Chuyên viên|0912345671", "2|Trần Thị Bình|Chuyên viên|0912345672");

        Assert.All(proposal.Rows, r => Assert.Equal(("SNNMT", "Sở Nông nghiệp và Môi trường tỉnh Cà Mau", "96"), (r.AgencyKind, r.Agency, r.Province?.Code)));
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void Years_of_birth_stand_in_columns_of_men_and_women()
    {
        var proposal = Of2026("STT|Họ và tên|Năm sinh||Đơn vị", "||Nam|Nữ|",
            "1|Nguyễn Văn An|1980||Sở Công Thương Cà Mau", "2|Trần Thị Bình||15/03/1985|Sở Công Thương Cà Mau",
            "3|Lê Chi|31/02/1990||Sở Công Thương Cà Mau", "4|Lê Dung||x|Sở Công Thương Cà Mau", "5|Lê Giang|1980|1981|Sở Công Thương Cà Mau");

        Assert.Equal(["Male 1980", "Female 1985", "Male ", "Female ", " "], proposal.Rows.Select(r => $"{r.Sex} {r.BirthYear}"));
        Assert.Equal(["5C NotABirthYear 31/02/1990", "7C BothSexes 1980"], ListFiles.ProblemsOf(proposal));
        Assert.Equal("1990", proposal.Problems[0].Proposal);
    }

    [Theory]
    [InlineData("1980", 1980)]
    [InlineData("15/3/1980", 1980)]
    [InlineData("15-03-1980", 1980)]
    [InlineData("3/1980", 1980)]
    [InlineData("1980-03-15", 1980)]
    [InlineData("15.3.80", 1980)]
    [InlineData("29221", 1980)]
    [InlineData("2024", null)]
    [InlineData("1850", null)]
    [InlineData("30/02/1980", null)]
    [InlineData("1980-13-01", null)]
    [InlineData("tám mươi", null)]
    public void A_year_of_birth_is_read_or_a_problem(string text, int? year)
    {
        var proposal = Of2026("STT|Họ và tên|Ngày sinh", $"1|Nguyễn Văn An|{text}");

        Assert.Equal(year, Assert.Single(proposal.Rows).BirthYear);
        Assert.Equal(year is null ? [$"2C NotABirthYear {text}"] : [], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void A_name_may_stand_in_two_columns()
    {
        var proposal = Of2026("STT|Họ và tên đệm|Tên|Giới tính", "1|Nguyễn Thị|Hường|nữ", "2||Dũng|?");

        Assert.Equal(["Nguyễn Thị Hường", "Dũng"], proposal.Rows.Select(r => r.FullName));
        Assert.Equal(["3D NotASex ?"], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void Equal_names_are_one_person_only_with_the_same_phone_address_or_agency()
    {
        var proposal = Of2026(Head,
            "1|Nguyễn Văn An||||Sở Công Thương|Cà Mau|0912345671||",
            "2|Nguyễn Văn An||||Sở Tài chính|Cà Mau|0912345672||",
            "3|NGUYỄN VĂN AN||||Sở Công Thương|Cà Mau|||",
            "4|Nguyễn Văn Ân||||Sở Công Thương|Cà Mau|0912345674||",
            "5|Lê Thị Chi||||Sở Công Thương|Cà Mau|0912345672||");

        Assert.Equal(["3H SharedPhone 0912345672", "4B RepeatedPerson NGUYỄN VĂN AN", "6H SharedPhone 0912345672"], ListFiles.ProblemsOf(proposal));
        Assert.Equal([6], proposal.Problems[0].OtherRows);
        Assert.Equal([2], proposal.Problems[1].OtherRows);
    }

    [Fact]
    public void Addresses_are_cleaned_and_several_phones_are_said()
    {
        var proposal = Of2026(Head,
            "1|Nguyễn Văn An||||Sở Công Thương|Cà Mau|0912345671 / 0987654321|mailto:An@Example.vn |",
            "2|Lê Thị Chi||||Sở Công Thương|Cà Mau|0912345672|chi@example,vn|");

        Assert.Equal(["+84912345671 an@example.vn", "+84912345672 "], proposal.Rows.Select(r => $"{r.Phone} {r.Email}"));
        Assert.Equal(["2H SeveralPhones 0912345671 / 0987654321", "3I NotAnEmail chi@example,vn"], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void What_the_row_says_of_its_province_must_agree()
    {
        var proposal = Of2026(Head,
            "1|Nguyễn Văn An||||Sở Công Thương Cà Mau|Vĩnh Long|||",
            "2|Lê Thị Chi||||Sở Công Thương|Atlantis|||",
            "3|Lê Thị Dung||||Bộ Công Thương||||",
            "4|Lê Thị Em||||Trường Đại học Cần Thơ||||",
            "5|Lê Thị Giang||||Sở Công Thương|tỉnh Sóc Trăng|||");

        Assert.Equal(
            ["2G ProvinceNotCertain Vĩnh Long", "3G NotAProvince Atlantis", "5F AgencyKindNotCertain Trường Đại học Cần Thơ", "6G NotInForce tỉnh Sóc Trăng"],
            ListFiles.ProblemsOf(proposal));
        Assert.Equal(["SCT", "SCT", "BCT", null, "SCT"], proposal.Rows.Select(r => r.AgencyKind));
        Assert.Equal([null, null, null, "Cần Thơ", null], proposal.Rows.Select(r => r.Province?.Name));
        Assert.Equal("Cần Thơ", proposal.Problems[3].Proposal);
    }

    [Fact]
    public void A_fingerprint_is_the_lines_own_whatever_stands_around_it()
    {
        var one = Of2026(Head, "I. Tỉnh Cà Mau", "1|Nguyễn Văn An||||Sở Công Thương||0912345671||", "2|Lê Thị Chi||||Sở Công Thương||0912345672||");
        var other = Of2026("Họ tên|STT|SĐT|Cơ quan", "II. Tỉnh Cà Mau", "Lê Thị Chi|1|0912345672|Sở Công Thương", "Võ Mới|2|0912345673|Sở Công Thương", "Nguyễn Văn An|3|0912345671|Sở Công Thương");
        var corrected = Of2026(Head, "I. Tỉnh Cà Mau", "1|Nguyễn Văn Ân||||Sở Công Thương||0912345671||");

        Assert.Equal([one.Rows[1].Fingerprint, one.Rows[0].Fingerprint], new[] { other.Rows[0].Fingerprint, other.Rows[2].Fingerprint });
        Assert.DoesNotContain(corrected.Rows[0].Fingerprint, one.Rows.Select(r => r.Fingerprint));
        Assert.Matches("^[0-9A-F]{64}$", one.Rows[0].Fingerprint);
    }

    [Fact]
    public void A_table_without_a_heading_is_said_to_be_left_out()
    {
        var proposal = Of2026("Nguyễn Văn An|0912345671", "Lê Thị Chi|0912345672");

        Assert.Empty(proposal.Rows);
        Assert.Empty(proposal.Problems);
        Assert.Equal("CSV", Assert.Single(proposal.SkippedSheets).Name);
    }

    [Fact]
    public void A_note_beside_the_name_is_a_problem_with_the_name_proposed()
    {
        var proposal = Of2026(Head, "1|Nguyễn Văn An (trưởng đoàn)||||Sở Công Thương|Cà Mau||a@b.vn; c@d.vn|");

        Assert.Equal("Nguyễn Văn An", proposal.Rows[0].FullName);
        Assert.Equal(["2B Nguyễn Văn An", "2I a@b.vn"], proposal.Problems.Select(p => $"{p.Row}{p.Column} {p.Proposal}"));
    }

    [Fact]
    public void Tones_on_another_vowel_are_the_same_name()
    {
        var proposal = Of2026(Head, "1|Nguyễn Văn Hòa||||Sở Công Thương|Cà Mau||", "2|Nguyễn Văn Hoà||||Sở Công Thương|Cà Mau||", "3|Nguyễn Văn Hoa||||Sở Công Thương|Cà Mau||");

        Assert.Equal(["3B RepeatedPerson Nguyễn Văn Hoà"], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void A_room_under_its_agencys_line_is_uncertain_and_the_agency_is_proposed()
    {
        var proposal = Of2026(Head, "I. Sở Công Thương tỉnh Cà Mau", "1|Nguyễn Văn An||||Phòng Quản lý công nghiệp||||");

        Assert.Equal(["3F AgencyKindNotCertain Phòng Quản lý công nghiệp"], ListFiles.ProblemsOf(proposal));
        Assert.Equal(("SCT", "Sở Công Thương tỉnh Cà Mau"), (proposal.Problems[0].Proposal, proposal.Rows[0].Suggestion?.Agency));
    }

    [Fact]
    public void A_kind_that_is_not_yet_has_no_proposal_when_two_came_before_it()
    {
        var proposal = ListFiles.Table(ListFiles.Of2016, Head, "1|Nguyễn Văn An||||Sở Nông nghiệp và Môi trường|Bến Tre|||");

        Assert.Equal(["2F NotInForce Sở Nông nghiệp và Môi trường"], ListFiles.ProblemsOf(proposal));
        Assert.Null(proposal.Problems[0].Proposal);
    }

    [Fact]
    public void Rows_keep_the_numbers_that_are_shown_also_after_empty_lines()
    {
        var reading = ListReading.Read(new MemoryStream("\n\nSTT,Họ và tên,SĐT\n\n1,Nguyễn Văn An,0912345671\n,,\n2,Lê Thị Chi,0912345672"u8.ToArray()), ListFiles.Of2026);

        Assert.Equal([5, 7], reading.Proposal.Rows.Select(r => r.Row));
    }

    [Fact]
    public void Of_an_office_number_and_a_mobile_number_the_mobile_is_taken()
    {
        var proposal = Of2026("STT|Họ và tên|Đơn vị|Điện thoại||18/8|19/8", "|||Cơ quan|Di động||", "1|Nguyễn Văn An|Sở Công Thương Cà Mau|02903820123|0912345671||x");

        Assert.Equal("+84912345671", Assert.Single(proposal.Rows).Phone);
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void People_without_numbers_are_people()
    {
        var proposal = Of2026("Họ và tên|Chức vụ|Đơn vị|Email", "Tỉnh Cà Mau", "Nguyễn Văn An|Giám đốc|Sở Công Thương|a@b.vn", "Lê Thị Chi|||", "Tổng cộng: 2", "Giám đốc", "Võ Thị Ký");

        Assert.Equal(["Nguyễn Văn An", "Lê Thị Chi"], proposal.Rows.Select(r => r.FullName));
    }

    private static ListProposal Of2026(params string[] lines) => ListFiles.Table(ListFiles.Of2026, lines);
}
