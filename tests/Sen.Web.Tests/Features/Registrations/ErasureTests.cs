using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Tests.Features.Registrations;

public sealed class ErasureTests(TestSite site)
{
    [Fact]
    public async Task An_erasure_leaves_no_word_of_the_person_and_every_count()
    {
        var (past, coming) = (await site.WorkshopAsync(capacity: 5), await site.WorkshopAsync(capacity: 1));
        var question = await site.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<Sen.Web.Data.AppDb>();
            var q = new WorkshopQuestion { WorkshopId = past.Id, Kind = QuestionKind.Text, Label = new Bilingual("Phòng ban", "Unit") };
            db.WorkshopQuestions.Add(q);
            await db.SaveChangesAsync();
            return q;
        });
        var (name, email, next) = (Registering.NewName(), Registering.NewMailbox(), Registering.NewMailbox());
        (string, string)[] said = [("Input.Phone", "0912 300 003"), ("Input.Diet", "kiêng hải sâm"), ("Input.AccessNeeds", "xe lăn xanh lam"), ("Input.Position", "Trưởng phòng Rất Riêng"), ("Input.Consents", "Photos"), (AnswerReader.NameOf(question.Id), "phòng tám chín")];
        await site.SeatedAsync(past, name, email, said);
        await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == past.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RegistrationState.Recorded)));
        await site.DbAsync(db => db.Workshops.Where(w => w.Id == past.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, 0)));
        var link = await site.SeatedAsync(coming, name, email, said[..^1]);
        await site.LinkAsync(coming, email: next);
        await site.Visitor().SendFormAsync("/vi/registration/again", new() { ["Email"] = email });

        Assert.Contains("Ban tổ chức trả lời chậm nhất ngày", await site.PressAsync(link, "Ask", ("wish", "Erasure")), StringComparison.Ordinal);
        var person = (await site.OfAsync(coming, name)).PersonId;
        var request = await site.DbAsync(db => db.PersonalDataRequests.AsNoTracking().SingleAsync(r => r.PersonId == person));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync("totchuc@sen.example")).SendFormAsync("/vi/account", new() { ["id"] = request.Id.ToString() }, "/vi/personal-data?handler=Erase")).StatusCode);
        var administrator = await site.SignedInAsync();
        Assert.Contains(name, WebUtility.HtmlDecode(await administrator.GetStringAsync("/vi/personal-data")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SendFormAsync("/vi/personal-data", new() { ["id"] = request.Id.ToString() }, "/vi/personal-data?handler=Erase")).StatusCode);

        foreach (var word in new[] { name, SearchKey.Of(name), email, "+84912300003", "0912 300 003", "hải sâm", "xe lăn xanh", "Rất Riêng", "tám chín" })
            Assert.True(await site.ColumnsWithAsync(word) is [], $"«{word}» still stands in {string.Join(", ", await site.ColumnsWithAsync(word))}");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(link)).StatusCode);
        // Counted as before; the seat still to come went to the next in line.
        Assert.Equal([RegistrationState.Recorded], (await site.RegistrationsAsync(past)).Select(r => r.State));
        Assert.Equal([RegistrationState.Offered, RegistrationState.Withdrawn], (await site.RegistrationsAsync(coming)).Select(r => r.State).Order());
        Assert.StartsWith("Mời nhận chỗ", (await site.MailsAsync(next))[^1].Subject, StringComparison.Ordinal);
        Assert.NotNull((await site.DbAsync(db => db.PersonalDataRequests.AsNoTracking().SingleAsync(r => r.Id == request.Id))).DoneAt);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-25")]
    [InlineData("2026-11-26", "2026-11-30")]
    [InlineData("2026-11-28", "2026-12-01")]
    public void Two_working_days_skip_the_weekend(string asked, string answered) => Assert.Equal(DateOnly.Parse(answered, System.Globalization.CultureInfo.InvariantCulture), PersonalDataRequest.AnswerDay(DateOnly.Parse(asked, System.Globalization.CultureInfo.InvariantCulture)));
}
