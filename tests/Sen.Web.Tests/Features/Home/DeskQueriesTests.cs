using System.Text;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Tests.Features.Programmes.Materials;
using Sen.Web.Tests.Features.Programmes.Releases;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Features.Registrations.Letters;

namespace Sen.Web.Tests.Features.Home;

/// <summary>A list asks the database as often for three rows as for one.</summary>
public sealed class DeskQueriesTests(TestSite site)
{
    [Fact]
    public async Task Letters_releases_and_materials_cost_as_many_questions_whatever_they_hold()
    {
        var (one, three) = (await WithAsync(1), await WithAsync(3));
        foreach (var list in new[] { "letters", "letters/templates", "agenda", "agenda/releases", "materials", "people", "seats", "" })
        {
            var counts = await CommandCounter.OfDeskAsync(site, $"/vi/desk/workshops/{one.Code}/{list}", $"/vi/desk/workshops/{three.Code}/{list}");
            Assert.True(counts[0] is > 0 and <= 30, $"{list}: {counts[0]} questions");
            Assert.True(counts[0] == counts[1], $"{list}: {counts[0]} questions for one row, {counts[1]} for three");
        }
    }

    [Fact]
    public async Task A_persons_history_costs_as_many_questions_for_three_workshops_as_for_one()
    {
        var people = await site.PutAsync(await site.WorkshopAsync(), RegistrationState.Seated, "Trần Thị Một Lần", "Trần Thị Ba Lần");
        for (var more = 0; more < 2; more++)
        {
            var workshop = await site.WorkshopAsync();
            await site.DbAsync(async db =>
            {
                db.Registrations.Add(new Registration { WorkshopId = workshop.Id, PersonId = people[1].PersonId, State = RegistrationState.Withdrawn, TicketNumber = TicketNumber.New(), CreatedAt = people[1].CreatedAt });
                return await db.SaveChangesAsync();
            });
        }
        var counts = await CommandCounter.OfDeskAsync(site, $"/vi/people/{people[0].PersonId}", $"/vi/people/{people[1].PersonId}");
        Assert.InRange(counts[0], 1, 25);
        Assert.Equal(counts[0], counts[1]);
    }

    private async Task<Workshop> WithAsync(int rows)
    {
        var workshop = await site.WorkshopAsync();
        var names = Enumerable.Range(0, rows).Select(n => "Trần Văn " + (char)('A' + n)).ToArray();
        await site.PutAsync(workshop, RegistrationState.Seated, names);
        for (var n = 0; n < rows; n++)
        {
            await site.LetterAsync(workshop);
            await site.AddAsync(workshop, $"Phiên {n}", $"{8 + n:00}:00", $"{9 + n:00}:00");
            Assert.IsType<Released.Done>(await site.ReleaseAsync(workshop));
            await site.PaperAsync(workshop, $"tai-lieu-{n}.txt", Encoding.UTF8.GetBytes($"Tài liệu {n}"));
        }
        return workshop;
    }
}
