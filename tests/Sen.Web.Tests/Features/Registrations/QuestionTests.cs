using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations;

public sealed class QuestionTests(TestSite site)
{
    /// <summary>Kind, what is typed, what is kept; or the sentence that stands at the box.</summary>
    public static TheoryData<QuestionKind, string, string?, string?> Answers => new()
    {
        { QuestionKind.Text, "  phòng  kỹ thuật ", "phòng  kỹ thuật", null },
        { QuestionKind.Text, new string('x', 301), null, "Dài quá 300 ký tự: rút ngắn lại" },
        { QuestionKind.LongText, "dòng một\r\ndòng hai", "dòng một\ndòng hai", null },
        { QuestionKind.Number, "1234,5", "1234.5", null },
        { QuestionKind.Number, "1.234,5", null, "«1.234,5» không rõ là số nào" },
        { QuestionKind.Date, "2026-12-08", "2026-12-08", null },
        { QuestionKind.Date, "08/12/2026", "2026-12-08", null },
        { QuestionKind.Date, "30/02/2026", null, "«30/02/2026» không phải là một ngày có thật" },
        { QuestionKind.YesNo, "no", "no", null },
        { QuestionKind.YesNo, "có lẽ", null, "Chọn lại trong các câu trả lời có sẵn" },
        { QuestionKind.OneOf, "Xe khách", "Xe khách", null },
        { QuestionKind.OneOf, "Tàu thủy", null, "Chọn lại trong các câu trả lời có sẵn" },
        { QuestionKind.ManyOf, "Máy bay", "Máy bay", null },
        { QuestionKind.OneOf, "", null, "Chọn câu trả lời cho «Đi bằng gì»" },
        { QuestionKind.Text, " ", null, "Trả lời câu «Đi bằng gì»" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_kept_as_its_kind_writes_it_or_refused_with_what_to_do(QuestionKind kind, string typed, string? kept, string? complaint)
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var question = await site.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<Sen.Web.Data.AppDb>();
            var q = new WorkshopQuestion { WorkshopId = workshop.Id, Kind = kind, IsNeeded = true, Label = new Bilingual("Đi bằng gì", "How you travel"), Options = new Bilingual("Xe khách\nMáy bay", "Coach\nAircraft") };
            db.WorkshopQuestions.Add(q);
            await db.SaveChangesAsync();
            return q;
        });
        var answer = await site.RegisterAsync(workshop, Registering.NewName(), Registering.NewMailbox(), (AnswerReader.NameOf(question.Id), typed));
        var stored = await site.DbAsync(db => db.Answers.AsNoTracking().Where(a => a.QuestionId == question.Id).Select(a => a.Value).SingleOrDefaultAsync());
        Assert.Equal(kept, stored);
        if (complaint is null)
        {
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            return;
        }
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains($"<a href=\"#{AnswerReader.NameOf(question.Id)}\">{complaint}", html, StringComparison.Ordinal);
        if (kind is QuestionKind.Number or QuestionKind.Date) Assert.Contains($"value=\"{typed}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_options_are_kept_a_line_each_in_their_own_order()
    {
        var question = new WorkshopQuestion { WorkshopId = Guid.Empty, Kind = QuestionKind.ManyOf, Options = new Bilingual("Một\nHai\nBa", "One\nTwo\nThree") };
        Assert.Equal(("Hai\nBa", null), AnswerReader.Read(question, ["Ba", "Hai"], new Language("en")));
        Assert.Equal("Two, Three", AnswerReader.Shown(question, "Hai\nBa", new Language("en")));
    }
}
