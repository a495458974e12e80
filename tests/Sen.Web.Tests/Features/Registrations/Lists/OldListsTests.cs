using System.Text;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Platform.Text;

namespace Sen.Web.Tests.Features.Registrations.Lists;

public sealed class OldListsTests
{
    [Fact]
    public void A_tcvn3_workbook_of_2016_becomes_unicode_with_the_units_and_numbers_of_today()
    {
        var proposal = ListFiles.Read("tcvn3-2016.xls", ListFiles.Of2016);

        Assert.Equal(
            [
                "8 Nguyễn Văn Đức, Male 1975, Phó Chi cục trưởng, STNMT Sở Tài nguyên và Môi trường tỉnh Hậu Giang, 2016/93 Hậu Giang, +84382345678, duc@example.vn",
                "9 Trần Thị Ngọc Hường, Female 1982, Chuyên viên, SCT Sở Công Thương tỉnh Hậu Giang, 2016/93 Hậu Giang, +84834567890, huong@example.vn",
                "11 Lê Hữu Phước, Male 1969, Giám đốc, QBVMT Quỹ Bảo vệ môi trường thành phố Cần Thơ, 2016/92 Cần Thơ, +842923820123, ",
                "12 Võ Thị Thúy Kiều, Female 1990, , SNNPTNT Sở Nông nghiệp và Phát triển nông thôn thành phố Cần Thơ, 2016/92 Cần Thơ, +84945678901, ",
            ],
            proposal.Rows.Select(r => $"{r.Row} {r.FullName}, {r.Sex} {r.BirthYear}, {r.Position}, {r.AgencyKind} {r.Agency}, {r.Province?.Vintage}/{r.Province?.Code} {r.Province?.Name}, {r.Phone}, {r.Email}"));
        Assert.True(proposal.HasConvertedText);
        Assert.Equal([false, false, false, true], proposal.Rows.Select(r => r.Hidden));
        Assert.Equal(["12E Formula ="], ListFiles.ProblemsOf(proposal));
    }

    [Fact]
    public void A_vni_text_file_becomes_unicode()
    {
        var bytes = Encoding.Latin1.GetBytes("TT;Hoï vaø teân;Ñôn vò;ÑT\n1;Nguyeãn Thò Höôøng;Sôû TN&MT Soùc Traêng;0909123456\n2;Leâ Haø;Sôû Coâng Thöông tænh Beán Tre;0909123457\n");

        var proposal = ListReading.Read(new MemoryStream(bytes), ListFiles.Of2016).Proposal;

        Assert.Equal(
            ["Nguyễn Thị Hường, Sở Tài nguyên và Môi trường tỉnh Sóc Trăng", "Lê Hà, Sở Công Thương tỉnh Bến Tre"],
            proposal.Rows.Select(r => $"{r.FullName}, {r.Agency}"));
        Assert.All(proposal.Rows, r => Assert.True(r.ConvertedText));
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void A_tcvn3_text_file_becomes_unicode()
    {
        var text = "STT,Họ và tên,Cơ quan,SĐT\n1,Đặng Văn Quý,Sở KH&ĐT tỉnh Cà Mau,0918123456\n";

        var proposal = ListReading.Read(new MemoryStream(Encoding.Latin1.GetBytes(Tcvn3.Encode(text))), ListFiles.Of2016).Proposal;

        Assert.Equal(["Đặng Văn Quý SKHDT Cà Mau"], proposal.Rows.Select(r => $"{r.FullName} {r.AgencyKind} {r.Province?.Name}"));
    }

    [Fact]
    public void A_unit_of_2016_is_not_in_force_in_2026_and_its_successor_is_proposed()
    {
        var proposal = ListFiles.Table(ListFiles.Of2026,
            "STT|Họ và tên|Đơn vị|Điện thoại",
            "1|Nguyễn Văn A|Sở TN&MT tỉnh Hậu Giang|0912345678");

        Assert.Equal(["2C NotInForce Sở TN&MT tỉnh Hậu Giang"], ListFiles.ProblemsOf(proposal));
        Assert.Equal("Sở Nông nghiệp và Môi trường thành phố Cần Thơ", proposal.Problems[0].Proposal);
        Assert.Null(proposal.Rows[0].AgencyKind);
        Assert.Null(proposal.Rows[0].Province);
        Assert.Equal(("SNNMT", "92"), (proposal.Rows[0].Suggestion?.AgencyKind, proposal.Rows[0].Suggestion?.Province?.Code));
    }
}
