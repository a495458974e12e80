using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Errors;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Home;

[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed partial class ErrorModel(Language language, ILogger<ErrorModel> log) : PageModel
{
    public string Title { get; private set; } = "";
    public string Advice { get; private set; } = "";
    public string Reference { get; private set; } = "";

    public void OnGet(int status) => Show(status);

    private void Show(int status)
    {
        if (HttpContext.Failure() is not null) status = Response.StatusCode;
        else if (!HttpContext.IsShowingError()) status = Response.StatusCode = StatusCodes.Status404NotFound;
        Reference = HttpContext.Reference();
        (Title, Advice) = Words(status);
        if (status >= 500) Failed(log, Reference, status, HttpContext.OriginalPath(), HttpContext.Failure());
        else Refused(log, Reference, status, HttpContext.OriginalPath());
    }

    private (string, string) Words(int status) => status switch
    {
        400 => (language["Yêu cầu không dùng được", "The request cannot be used"],
            language["Trang này mở đã lâu hoặc địa chỉ bị sửa. Quay lại, tải lại trang rồi gửi lần nữa.", "The page was open for long, or its address was changed. Go back, reload the page and send again."]),
        403 => (language["Ông/Bà chưa có quyền xem trang này", "You may not open this page"],
            language["Quyền do quản trị viên hoặc người phụ trách chương trình cấp. Hãy nhờ họ, hoặc đăng nhập bằng tài khoản khác.", "Rights are given by an administrator or the programme's manager. Ask them, or sign in with another account."]),
        404 => (language["Không có trang này", "There is no such page"],
            language["Địa chỉ có thể đã gõ nhầm, hoặc trang chưa được công bố.", "The address may be mistyped, or the page is not published yet."]),
        405 => (language["Trang này không nhận kiểu yêu cầu ấy", "This page does not take that kind of request"],
            language["Mở trang từ đầu rồi làm lại.", "Open the page afresh and try again."]),
        409 => (language["Người khác vừa sửa cùng chỗ", "Somebody else has just changed the same thing"],
            language["Mở lại trang để xem nội dung mới, rồi sửa tiếp.", "Reload the page to see what is there now, then go on."]),
        413 => (language["Tệp hoặc nội dung gửi lên quá lớn", "The file or form is too large"],
            language["Chia nhỏ tệp hoặc giảm cỡ ảnh rồi gửi lại. Chưa có gì được lưu.", "Split the file or make the picture smaller and send it again. Nothing has been saved."]),
        429 => (language["Gửi nhiều lần quá", "Too many tries"],
            language["Đợi một phút rồi thử lại.", "Wait a minute and try again."]),
        _ => (language["Hệ thống gặp lỗi", "Something went wrong here"],
            language["Chưa có gì được lưu. Thử lại sau ít phút; nếu vẫn vậy, gửi mã dưới đây cho ban quản trị.", "Nothing has been saved. Try again in a few minutes; if it stays so, send the reference below to the administrator."]),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Reference {Reference}: status {Status} at {Path}")]
    private static partial void Failed(ILogger log, string reference, int status, string path, Exception? failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reference {Reference}: status {Status} at {Path}")]
    private static partial void Refused(ILogger log, string reference, int status, string path);
}
