using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Exchange;

/// <summary>A word of a question: what it means, and one that works.</summary>
public sealed record ApiParameter(string Name, Bilingual Words, string Example, string Type = "string", int? Least = null, int? Most = null, string? Usual = null, IReadOnlyList<string>? Choices = null, bool InPath = false);

/// <summary>One thing the API answers, in the words of its description and of its page. The examples are run by the tests.</summary>
public sealed record ApiOperation(string Id, string Path, Bilingual Summary, Bilingual About, IReadOnlyList<ApiParameter> Parameters, IReadOnlyList<string> Examples);

public static class ApiGuide
{
    private static readonly ApiParameter Page = new("page", new("Trang thứ mấy; trang sau trang cuối thì rỗng.", "Which page; one past the last is empty."), "1", "integer", 1, null, "1");
    private static readonly ApiParameter PageSize = new("pageSize", new("Số mục mỗi trang.", "How many items a page."), "20", "integer", 1, ApiQuestion.MostPerPage, "20");

    public static readonly ApiOperation Programmes = new("listProgrammes", "/api/v1/programmes", new("Các chương trình", "List programmes"),
        new("Chương trình đào tạo có ít nhất một hội thảo công khai, mới nhất trước.", "Training programmes with at least one public workshop, the newest first."),
        [
            new("q", new("Tìm trong tên, mục tiêu, chính sách; không cần dấu.", "Searches title, aim and policy; marks do not matter."), "tap huan"),
            new("year", new("Năm nằm trong thời kỳ của chương trình.", "A year within the programme's period."), "2016", "integer", 1900, 2200),
            new("sort", new("Xếp theo.", "Order."), "code", Choices: ["-startsOn", "startsOn", "title", "code"], Usual: "-startsOn"),
            Page, PageSize,
        ],
        ["/api/v1/programmes", "/api/v1/programmes?year=2016", "/api/v1/programmes?q=tap%20huan&sort=title"]);

    public static readonly ApiOperation Workshops = new("listWorkshops", "/api/v1/workshops", new("Các hội thảo", "List workshops"),
        new("Mọi hội thảo đã công bố và có ngày được ghi nhận, kể cả đã qua và đã hủy: đúng những hội thảo có trong lịch và nguồn tin.", "Every published workshop with a recorded date, past and cancelled ones too: exactly those in the calendar and the feed."),
        [
            new("q", new("Tìm trong tên, nơi, vùng, chương trình; không cần dấu.", "Searches title, place, region and programme; marks do not matter."), "can tho"),
            new("status", new("Trạng thái do ban tổ chức đặt.", "The status the organisers set."), "held", Choices: ["published", "closed", "held", "cancelled"]),
            new("programme", new("Mã chương trình.", "Code of a programme."), "scp-2016"),
            new("year", new("Năm diễn ra.", "The year it takes place."), "2016", "integer", 1900, 2200),
            new("province", new("Tỉnh, thành phố chủ nhà hoặc được mời, theo thời kỳ và mã.", "Host or invited province, by period and code."), "2025-92"),
            new("undated", new("true: thêm các hội thảo không có ngày nào được ghi nhận.", "true: also workshops without any recorded date."), "true", "boolean", Usual: "false", Choices: ["true", "false"]),
            new("sort", new("Xếp theo; dấu trừ là giảm dần.", "Order; a minus sign means descending."), "startsOn", Choices: ["-startsOn", "startsOn", "title", "code"], Usual: "-startsOn"),
            Page, PageSize,
        ],
        ["/api/v1/workshops", "/api/v1/workshops?status=held&year=2016", "/api/v1/workshops?q=can%20tho&sort=startsOn", "/api/v1/workshops?programme=scp-2016&undated=true", "/api/v1/workshops?province=2025-92&pageSize=1&page=2"]);

    public static readonly ApiOperation Workshop = new("getWorkshop", "/api/v1/workshops/{code}", new("Một hội thảo", "Get a workshop"),
        new("Một hội thảo với chương trình từng ngày, người trình bày, số liệu nguồn nêu và số liệu đếm được, và số chỗ lúc này.", "One workshop with its agenda, speakers, stated and counted figures, and its seats this moment."),
        [new("code", new("Mã hội thảo.", "Code of the workshop."), "can-tho-2016", InPath: true)],
        ["/api/v1/workshops/can-tho-2016", "/api/v1/workshops/can-tho-2026"]);

    public static readonly IReadOnlyList<ApiOperation> All = [Programmes, Workshops, Workshop];
}
