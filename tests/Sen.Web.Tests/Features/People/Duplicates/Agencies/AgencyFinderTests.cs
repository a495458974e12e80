using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.People.Duplicates.Agencies;

namespace Sen.Web.Tests.Features.People.Duplicates.Agencies;

/// <summary>What is proposed as one agency and what not.</summary>
public sealed class AgencyFinderTests(TestSite site)
{
    [Theory]
    [InlineData("Sở Tài nguyên và Môi trường tỉnh Hậu Giang|STNMT|2016-93", "Sở TN&MT Hậu Giang|STNMT|2016-93", Strength.Strong)]
    [InlineData("Sở Tài nguyên và Môi trường tỉnh Hậu Giang|STNMT|2016-93", "Sở TN&MT tỉnh Hậu Giang||", Strength.Strong)]
    [InlineData("Sở Công Thương tỉnh Vĩnh Long|SCT|2025-86", "SO CONG THUONG VINH LONG||2025-86", Strength.Strong)]
    [InlineData("Sở Công Thương tỉnh Cà Mau|SCT|2025-96", "Sở Công Thương tỉnh Cà Mau||", Strength.Likely)]
    [InlineData("Sở Công Thương tỉnh Vĩnh Long|SCT|2025-86", "Sở Công Thưng tỉnh Vĩnh Long||2025-86", Strength.Likely)]
    [InlineData("Sở Công Thương tỉnh Vĩnh Long|SCT|2025-86", "Phòng Quản lý công nghiệp, Sở Công Thương tỉnh Vĩnh Long|SCT|2025-86", Strength.Likely)]
    [InlineData("Phòng Quản lý công nghiệp, Sở Công Thương tỉnh Vĩnh Long|SCT|2025-86", "Phòng Kế hoạch, Sở Công Thương tỉnh Vĩnh Long|SCT|2025-86", Strength.Weak)]
    [InlineData("Bộ Công Thương|BCT|", "Bo Cong Thuong||", Strength.Strong)]
    [InlineData("Công ty TNHH Sen Mẫu|DN|2025-92", "Công ty trách nhiệm hữu hạn Sen Mẫu|DN|2025-92", Strength.Strong)]
    [InlineData("Công ty TNHH Sen Mẫu|DN|2016-93", "Công ty TNHH Sen Mẫu|DN|2025-92", Strength.Strong)]
    [InlineData("Công ty TNHH Sen Mẫu|DN|2025-92", "Công ty Sen Mẫu|DN|2025-92", Strength.Likely)]
    [InlineData("Viện Nghiên cứu Sen|RESEARCH|2025-92", "Viện Sen Nghiên cứu|RESEARCH|2025-92", Strength.Likely)]
    // Two.
    [InlineData("Sở Tài nguyên và Môi trường tỉnh Hậu Giang|STNMT|2016-93", "Sở Nông nghiệp và Môi trường tỉnh Hậu Giang|SNNMT|2016-93", null)]
    [InlineData("Sở Nông nghiệp và Môi trường tỉnh Hậu Giang|SNNMT|2016-93", "Sở Nông nghiệp và Môi trường thành phố Cần Thơ|SNNMT|2025-92", null)]
    [InlineData("Sở Công Thương tỉnh Vĩnh Long|SCT|2016-86", "Sở Công Thương tỉnh Vĩnh Long|SCT|2025-86", null)]
    [InlineData("Sở Công Thương tỉnh Bến Tre|SCT|2016-83", "Sở Công Thương tỉnh Trà Vinh|SCT|2016-84", null)]
    [InlineData("Bộ Tài nguyên và Môi trường|BTNMT|", "Bộ Nông nghiệp và Môi trường|BNNMT|", null)]
    [InlineData("Vụ Môi trường, Bộ Công Thương|BCT|", "Bộ Công Thương|BCT|", Strength.Weak)]
    [InlineData("Phòng Tài nguyên và Môi trường huyện Châu Thành||2016-93", "Phòng Tài nguyên và Môi trường huyện Châu Thành||2016-83", null)]
    [InlineData("Ủy ban nhân dân huyện Châu Thành|UBND|2016-93", "Ủy ban nhân dân tỉnh Hậu Giang|UBND|2016-93", null)]
    [InlineData("Công ty TNHH Sen Mẫu 1|DN|2025-92", "Công ty TNHH Sen Mẫu 2|DN|2025-92", null)]
    [InlineData("Công ty TNHH Minh Anh|DN|2025-92", "Công ty TNHH Minh Ánh|DN|2025-92", Strength.Weak)]
    [InlineData("Công ty TNHH Minh Anh|DN|2025-92", "Cty TNHH Minh Ánh|DN|2025-92", Strength.Weak)]
    [InlineData("Công ty TNHH Minh Anh|DN|2025-92", "Công ty Minh Ánh|DN|2025-92", Strength.Weak)]
    [InlineData("Công ty TNHH Hòa Bình|DN|2025-92", "Cty TNHH Hoà Bình|DN|2025-92", Strength.Strong)]
    // Whoever typed «Cty TNHH Minh Anh» may have typed without marks.
    [InlineData("Công ty TNHH Minh Ánh|DN|2025-92", "Cty TNHH Minh Anh|DN|2025-92", Strength.Likely)]
    [InlineData("Công ty TNHH Sen Mẫu|DN|2025-92", "Công ty TNHH Sen Mẫu|DN|2025-01", null)]
    public async Task A_pair_is_proposed_as_far_as_it_proves_something(string first, string second, Strength? expected)
    {
        var pair = await FindAsync(first, second);
        Assert.Equal(expected, pair?.Strength);
    }

    [Fact]
    public async Task The_reasons_are_said_in_words()
    {
        var pair = await FindAsync("Sở Công Thương tỉnh Cà Mau|SCT|2025-96", "Phòng Kế hoạch, Sở Công Thương tỉnh Cà Mau||");
        var (reasons, against) = await site.InScopeAsync(s =>
        {
            var words = s.GetRequiredService<AgencyReasonWords>();
            return Task.FromResult((words.For(pair!).ToList(), words.Against(pair!).ToList()));
        });
        Assert.Equal(["cùng loại và cùng tỉnh, mỗi tỉnh chỉ có một"], reasons);
        Assert.Equal(["một bên ghi thêm đơn vị bên trong", "tên không nói rõ thuộc thời kỳ nào"], against);
    }

    private Task<AgencyPair?> FindAsync(params string[] rows) => site.InScopeAsync(s =>
    {
        var reader = s.GetRequiredService<AgencyFactsReader>();
        var facts = rows.Select(r => r.Split('|')).Select(r => reader.Of(Guid.CreateVersion7(), r[0], "", Some(r[1]), Some(r[2]), [], new DateOnly(2026, 11, 23))).ToList();
        return Task.FromResult(AgencyFinder.Find(facts).SingleOrDefault());
    });

    private static string? Some(string text) => text.Length > 0 ? text : null;
}
