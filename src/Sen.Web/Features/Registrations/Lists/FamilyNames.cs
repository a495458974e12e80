using System.Collections.Frozen;
using System.Text;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>Family names with their marks: «Trương» is one, «Trưởng» of «Trưởng phòng» is not.</summary>
internal static class FamilyNames
{
    private static readonly FrozenSet<string> Marked = ("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đào đoàn vương trịnh trương lâm phùng mai "
        + "đinh tô tạ cao lưu chu chử châu thái lương quách hà kiều tăng triệu tôn la lã nghiêm diệp điệp lò lô mã ma nông bế lục vi vì cầm tòng tống khúc không khổng lại bạch mạc mặc "
        + "âu quan quản dư giáp ngạc thạch sơn kim danh thị h y a k' phí doãn hứa ông từ ninh thân cù ứng nhữ lường quàng sầm giàng vàng thào sùng lù lữ tiêu uông văn đàm đồng đậu đới "
        + "biện bành cái chế hàn khương ngụy nguỵ nhan ôn phó tào thiều tiết trà trầm ung yên")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Folded = Marked.Select(SearchKey.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Without marks «Truong» may be the one as well as the other.</summary>
    public static bool Contains(string word)
    {
        var small = word.ToLowerInvariant();
        return Ascii.IsValid(small) ? Folded.Contains(SearchKey.Of(small)) : Marked.Contains(small);
    }
}
