using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Questions;

namespace Sen.Web.Tests.Features.Registrations.Questions;

public sealed class QuestionsPageTests(TestSite site)
{
    private static Dictionary<string, string> Fields(string label, string kind, string options = "", string english = "") => new() { ["Input.Label.Vi"] = label, ["Input.Kind"] = kind, ["Input.Options.Vi"] = options, ["Input.Options.En"] = english };

    [Fact]
    public async Task Questions_are_added_ordered_retired_and_asked_again()
    {
        var workshop = await site.WorkshopAsync();
        using var organiser = await site.SignedInAsync();
        var list = $"/vi/desk/workshops/{workshop.Code}/seats/questions";
        foreach (var label in new[] { "Câu một", "Câu hai" }) Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(list + "/new", Fields(label, "Text"))).StatusCode);
        async Task<string[]> Labels(bool retired) => await site.DbAsync(db => db.WorkshopQuestions.Where(q => q.WorkshopId == workshop.Id && q.IsRetired == retired).OrderBy(q => q.Position).Select(q => q.Label.Vi).ToArrayAsync());
        var second = await site.DbAsync(db => db.WorkshopQuestions.SingleAsync(q => q.WorkshopId == workshop.Id && q.Label.Vi == "Câu hai"));
        await organiser.SendFormAsync(list, new() { ["id"] = second.Id.ToString() }, list + "?handler=Up");
        Assert.Equal(["Câu hai", "Câu một"], await Labels(false));
        await organiser.SendFormAsync(list, new() { ["id"] = second.Id.ToString() }, list + "?handler=Retire");
        Assert.Equal(["Câu một"], await Labels(false));
        Assert.Equal(["Câu hai"], await Labels(true));
        await organiser.SendFormAsync(list, new() { ["id"] = second.Id.ToString() }, list + "?handler=Ask");
        Assert.Equal(["Câu hai", "Câu một"], await Labels(false));
        Assert.Contains("Như trên phiếu", await organiser.GetStringAsync(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answered_question_keeps_its_kind_and_the_options_people_chose()
    {
        var workshop = await site.WorkshopAsync();
        using var organiser = await site.SignedInAsync();
        var list = $"/vi/desk/workshops/{workshop.Code}/seats/questions";
        var refused = await organiser.SendFormAsync(list + "/new", Fields("Đi bằng gì?", "OneOf", "Xe khách", "Coach\nTrain"));
        Assert.Contains("Ghi ít nhất hai lựa chọn", Visits.Text(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await organiser.SendFormAsync(list + "/new", Fields("Đi bằng gì?", "OneOf", "Xe khách\r\nTàu hỏa", "Coach\nTrain"));
        var question = await site.DbAsync(db => db.WorkshopQuestions.SingleAsync(q => q.WorkshopId == workshop.Id));
        Assert.Equal(("Xe khách\nTàu hỏa", "Coach\nTrain"), (question.Options.Vi, question.Options.En));
        var person = Assert.Single(await site.PutAsync(workshop, RegistrationState.Seated, "Đinh Văn Trả Lời"));
        await site.DbAsync(db =>
        {
            db.Answers.Add(new Answer { RegistrationId = person.Id, QuestionId = question.Id, Value = "Tàu hỏa" });
            return db.SaveChangesAsync();
        });
        var gone = await organiser.SendFormAsync($"{list}/{question.Id}", Fields("Đi bằng gì?", "Text", "Xe khách\nMáy bay"));
        Assert.Contains("«Tàu hỏa» đã có người chọn: giữ nguyên dòng này", Visits.Text(await gone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync($"{list}/{question.Id}", Fields("Đi tới bằng gì?", "Text", "Xe khách\nTàu hỏa\nMáy bay"))).StatusCode);
        var kept = await site.DbAsync(db => db.WorkshopQuestions.SingleAsync(q => q.WorkshopId == workshop.Id));
        Assert.Equal((QuestionKind.OneOf, "Đi tới bằng gì?", 3), (kept.Kind, kept.Label.Vi, kept.OptionList.Count));
        // The answer stands on the person's page and in a column of the file.
        Assert.Contains("Đi tới bằng gì? Tàu hỏa", Visits.Text(await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people/{person.Id}")), StringComparison.Ordinal);
        Assert.Contains("STT,Họ và tên,Đi tới bằng gì?\r\n1,Đinh Văn Trả Lời,Tàu hỏa\r\n", await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people?handler=File&format=csv&cols=q-{question.Id:N}"), StringComparison.Ordinal);
    }
}
