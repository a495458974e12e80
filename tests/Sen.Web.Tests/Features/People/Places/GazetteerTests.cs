using Sen.Web.Features.People.Places;
using Sen.Web.Tests.Features.Registrations.Lists;

namespace Sen.Web.Tests.Features.People.Places;

public sealed class GazetteerTests
{
    private static readonly DateOnly In2016 = new(2016, 8, 18);
    private static readonly DateOnly In2026 = new(2026, 11, 23);
    private static readonly Gazetteer Gazetteer = ListFiles.Gazetteer;

    [Fact]
    public void There_are_63_units_then_and_34_now()
    {
        Assert.Equal((63, 34), (Gazetteer.InForceOn(In2016).Count, Gazetteer.InForceOn(In2026).Count));
        Assert.Equal((63, 34), (Gazetteer.InForceOn(new(2025, 6, 30)).Count, Gazetteer.InForceOn(new(2025, 7, 1)).Count));
    }

    [Theory]
    [InlineData("TP. Cần Thơ", "92", "Thành phố Cần Thơ")]
    [InlineData("tỉnh Hậu Giang", "93", "Tỉnh Hậu Giang")]
    [InlineData("TP.HCM", "79", "Thành phố Hồ Chí Minh")]
    [InlineData("TPHCM", "79", "Thành phố Hồ Chí Minh")]
    [InlineData("Tp Hồ Chí Minh", "79", "Thành phố Hồ Chí Minh")]
    [InlineData("BR-VT", "77", "Tỉnh Bà Rịa - Vũng Tàu")]
    [InlineData("TT-Huế", "46", "Tỉnh Thừa Thiên Huế")]
    [InlineData("Huế", "46", "Tỉnh Thừa Thiên Huế")]
    [InlineData("Đắc Lắc", "66", "Tỉnh Đắk Lắk")]
    [InlineData("Daklak", "66", "Tỉnh Đắk Lắk")]
    [InlineData("Thanh Hoá", "38", "Tỉnh Thanh Hóa")]
    [InlineData("T. Đồng Tháp", "87", "Tỉnh Đồng Tháp")]
    public void A_unit_of_2016_is_found_however_it_is_written(string text, string code, string fullName)
    {
        var unit = Gazetteer.Find(text, In2016).InForce;

        Assert.Equal(("2016", code, fullName), (unit?.Vintage, unit?.Code, unit?.FullName));
    }

    [Fact]
    public void A_unit_that_is_no_more_names_its_successor()
    {
        var finding = Gazetteer.Find("tỉnh Hậu Giang", In2026);

        Assert.Null(finding.InForce);
        Assert.Equal("Hậu Giang", finding.NotInForce?.Name);
        Assert.Equal(new ProvinceKey("2025", "92"), finding.Successor?.Key);
    }

    [Fact]
    public void Names_and_types_have_periods()
    {
        Assert.Equal("Thành phố Huế", Gazetteer.Unit(new("2016", "46"), new(2025, 1, 1))?.FullName);
        Assert.Equal("Tỉnh Thừa Thiên Huế", Gazetteer.Unit(new("2016", "46"), new(2024, 12, 31))?.FullName);
        Assert.Equal("Tỉnh Đồng Nai", Gazetteer.Unit(new("2025", "75"), new(2026, 4, 29))?.FullName);
        Assert.Equal("Thành phố Đồng Nai", Gazetteer.Unit(new("2025", "75"), new(2026, 4, 30))?.FullName);
    }

    [Fact]
    public void One_name_is_another_code_in_another_vintage()
    {
        Assert.Equal("87", Gazetteer.Find("Đồng Tháp", In2016).InForce?.Code);
        Assert.Equal("82", Gazetteer.Find("Đồng Tháp", In2026).InForce?.Code);
    }

    [Theory]
    [InlineData("Sở TN&MT tỉnh Hậu Giang", "STNMT", "Hậu Giang")]
    [InlineData("Sở TNMT Hậu Giang", "STNMT", "Hậu Giang")]
    [InlineData("Sở TN-MT TP. Cần Thơ", "STNMT", "Cần Thơ")]
    [InlineData("STNMT Sóc Trăng", "STNMT", "Sóc Trăng")]
    [InlineData("Sở Tài nguyên & Môi trường Trà Vinh", "STNMT", "Trà Vinh")]
    [InlineData("Sở Tài nguyên và MT An Giang", "STNMT", "An Giang")]
    [InlineData("SỞ NN & PTNT BẾN TRE", "SNNPTNT", "Bến Tre")]
    [InlineData("Sở Nông nghiệp và PTNT tỉnh Long An", "SNNPTNT", "Long An")]
    [InlineData("Phòng Quản lý năng lượng, Sở Công Thương TP. Cần Thơ", "SCT", "Cần Thơ")]
    [InlineData("Chi cục BVMT tỉnh Vĩnh Long", "CCBVMT", "Vĩnh Long")]
    [InlineData("Chi cục Bảo vệ môi trường - Sở TN&MT Kiên Giang", "CCBVMT", "Kiên Giang")]
    [InlineData("Quỹ BVMT Bạc Liêu", "QBVMT", "Bạc Liêu")]
    [InlineData("Quỹ Bảo vệ môi trường Việt Nam", "VEPF", null)]
    [InlineData("UBND tỉnh Tiền Giang", "UBND", "Tiền Giang")]
    [InlineData("UBND tỉnh Tiền Giang - Sở KH&ĐT", "SKHDT", "Tiền Giang")]
    [InlineData("UBND huyện Châu Thành, tỉnh Hậu Giang", null, "Hậu Giang")]
    [InlineData("BQL các KCN Đồng Nai", "BQLKCN", "Đồng Nai")]
    [InlineData("Sở KH-CN Bà Rịa - Vũng Tàu", "SKHCN", "Bà Rịa - Vũng Tàu")]
    [InlineData("Tổng cục Môi trường", "TCMT", null)]
    [InlineData("Công ty TNHH Mẫu", null, null)]
    [InlineData("Trường Đại học Cần Thơ", null, "Cần Thơ")]
    public void A_units_name_tells_kind_and_province(string text, string? kind, string? province)
    {
        var unit = UnitReading.Read(text, In2016, Gazetteer, ListFiles.Kinds);

        Assert.Equal((kind, province), (unit.Kind?.Id, unit.Place.InForce?.Name));
    }

    [Fact]
    public void A_kind_that_is_no_more_names_its_successor()
    {
        var unit = UnitReading.Read("Sở TN&MT Vĩnh Long", In2026, Gazetteer, ListFiles.Kinds);

        Assert.Equal(("STNMT", false, "SNNMT"), (unit.Kind?.Id, unit.KindInForce, unit.SuggestedKind?.Id));
    }
}
