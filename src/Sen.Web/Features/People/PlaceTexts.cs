using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>The facts of province_mergers.csv in words.</summary>
public static class PlaceTexts
{
    public static string TypeWords(this Province unit, Language l) => unit.IsCity ? l["Thành phố trực thuộc trung ương", "Centrally run city"] : l["Tỉnh", "Province"];

    public static string Period(int vintage, Language l) => vintage == 2016 ? l["đến 30/06/2025", "until 30/06/2025"] : l["từ 01/07/2025", "since 01/07/2025"];

    /// <summary>The basis stands in the file in English, with numbers that are the same in both.</summary>
    public static string Basis(string basis, Language l) => l.IsEnglish ? basis : basis
        .Replace("municipality from 2025-01-01", "thành phố từ 01/01/2025", StringComparison.Ordinal)
        .Replace("kept in ", "giữ nguyên tại Nghị quyết ", StringComparison.Ordinal)
        .Replace("Resolution", "Nghị quyết", StringComparison.Ordinal)
        .Replace("codes per Decision", "mã theo Quyết định", StringComparison.Ordinal);

    public static string ChangeWords(string change, int vintage, Language l) => change switch
    {
        "unchanged" => l["Giữ nguyên", "Unchanged"],
        "renamed_and_upgraded" => vintage == 2016 ? l["Thành lập thành phố trực thuộc trung ương:", "Became the centrally run city of"] : l["Từ tỉnh:", "From the province of"],
        _ when vintage == 2025 => l["Hợp nhất từ", "Merged from"],
        "absorbs_and_keeps_name" => l["Nhận thêm địa bàn, giữ tên:", "Took in others and kept its name:"],
        _ => l["Hợp nhất vào", "Merged into"],
    };
}
