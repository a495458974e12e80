using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>The words of this folder's lists of choices, in both languages.</summary>
public static class MaterialWords
{
    public static string Words(this MaterialAudience audience, Language l) => audience switch
    {
        MaterialAudience.Public => l["Mọi người", "Everybody"],
        MaterialAudience.Participants => l["Người dự hội thảo", "Those who take part"],
        _ => l["Chỉ ban tổ chức", "Organisers only"],
    };

    public static string Words(this MaterialMoment moment, Language l) => moment switch
    {
        MaterialMoment.AtOnce => l["Ngay", "At once"],
        MaterialMoment.FromSession => l["Từ giờ bắt đầu phiên", "From the beginning of the session"],
        _ => l["Sau hội thảo", "After the workshop"],
    };

    public static string Spoken(string lang, Language l) => lang switch
    {
        "vi" => l["Tiếng Việt", "Vietnamese"],
        "en" => l["Tiếng Anh", "English"],
        "vi en" => l["Tiếng Việt, tiếng Anh", "Vietnamese, English"],
        _ => l["Ngôn ngữ khác", "Another language"],
    };

    public static readonly string[] Languages = ["vi", "en", "vi en", "other"];
}
