namespace Sen.Web.Platform.Spreadsheets;

public enum RefusalReason { Empty, NotASpreadsheet, WebPage, Broken, Encrypted, TooLarge, Suspicious }

/// <summary>Why a file is not read, and what its sender can do next.</summary>
public sealed record SpreadsheetRefusal(RefusalReason Reason, string Vi, string En)
{
    public static SpreadsheetRefusal Of(RefusalReason reason) => reason switch
    {
        RefusalReason.Empty => new(reason,
            "Tệp trống. Hãy chọn tệp danh sách khác.",
            "The file is empty. Choose another file."),
        RefusalReason.NotASpreadsheet => new(reason,
            "Tệp không phải là bảng tính .xlsx, .xls hay .csv. Hãy mở danh sách bằng Excel và lưu thành .xlsx.",
            "The file is not a spreadsheet (.xlsx, .xls or .csv). Open the list in Excel and save it as .xlsx."),
        RefusalReason.WebPage => new(reason,
            "Tệp là trang web hoặc XML mang tên bảng tính. Hãy mở bằng Excel và lưu thành .xlsx.",
            "The file is a web page or XML under a spreadsheet's name. Open it in Excel and save it as .xlsx."),
        RefusalReason.Encrypted => new(reason,
            "Bảng tính có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
            "The workbook has a password. Remove the password and send it again."),
        RefusalReason.TooLarge => new(reason,
            "Bảng tính quá lớn. Hãy chỉ giữ lại trang có danh sách rồi gửi lại.",
            "The workbook is too large. Keep only the sheet with the list and send it again."),
        RefusalReason.Suspicious => new(reason,
            "Bảng tính bung ra lớn bất thường nên không được đọc. Hãy lưu lại bằng Excel rồi gửi lại.",
            "The workbook unpacks to an unusual size and is not read. Save it again in Excel and send it again."),
        _ => new(RefusalReason.Broken,
            "Bảng tính bị hỏng. Hãy mở bằng Excel, lưu lại rồi gửi lại.",
            "The workbook is broken. Open it in Excel, save it and send it again."),
    };
}

/// <summary>Either the sheets or the refusal.</summary>
public sealed record SpreadsheetReading(IReadOnlyList<Sheet> Sheets, SpreadsheetRefusal? Refusal)
{
    public static SpreadsheetReading Refused(RefusalReason reason) => new([], SpreadsheetRefusal.Of(reason));
}

/// <summary>Carries a refusal out of the depth of a format; never leaves <see cref="SpreadsheetReader"/>.</summary>
internal sealed class RefusedException(RefusalReason reason) : Exception(reason.ToString())
{
    public RefusalReason Reason { get; } = reason;
}
