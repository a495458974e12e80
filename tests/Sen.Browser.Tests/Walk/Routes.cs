using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Sen.Web;
using Sen.Web.Features.Accounts;

namespace Sen.Browser.Tests.Walk;

/// <summary>The route table as the program itself has it, so no page can be forgotten here.</summary>
internal static partial class Routes
{
    public sealed record PageRoute(string Page, string Template, bool IsPublic);

    /// <summary>What the sample has for a parameter, whatever the page.</summary>
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["code"] = ["can-tho-2026", "can-tho-2016"],
        ["programme"] = ["mau-2026"],
        ["number"] = ["1"],
    };

    /// <summary>Ids that every installation has, by page.</summary>
    private static readonly Dictionary<string, string> KnownIds = new(StringComparer.Ordinal) { ["/People/PlacePage"] = "2025-92", ["/Registrations/OwnReadPage"] = "0190a0a0-0000-7000-8000-000000000000" };

    /// <summary>
    /// Where a page's record is found: a list in the desk and the links on it. «#» stands for the id.
    /// </summary>
    public static readonly Dictionary<string, (string List, string Link)> Found = new(StringComparer.Ordinal)
    {
        ["/Programmes/Edit/SessionPage"] = ("/desk/workshops/can-tho-2026/agenda", "/desk/workshops/can-tho-2026/agenda/#"),
        ["/Programmes/Materials/MaterialPage"] = ("/desk/workshops/can-tho-2026/materials", "/desk/workshops/can-tho-2026/materials/#"),
        ["/Programmes/Materials/ReadPage"] = ("/workshops/can-tho-2026", "/workshops/can-tho-2026/materials/#/san-xuat-sach-hon.md"),
        ["/Registrations/ImportPreview"] = ("/desk/workshops/can-tho-2026/import", "/desk/workshops/can-tho-2026/import/#"),
        ["/Registrations/ParticipantPage"] = ("/desk/workshops/can-tho-2026/people?State=Waiting", "/desk/workshops/can-tho-2026/people/#"),
        ["/Registrations/Seats/LimitPage"] = ("/desk/workshops/can-tho-2026/seats", "/desk/workshops/can-tho-2026/seats/limits/#"),
        ["/Registrations/Questions/QuestionPage"] = ("/desk/workshops/can-tho-2026/seats/questions", "/desk/workshops/can-tho-2026/seats/questions/#"),
        ["/Registrations/Letters/LetterForm"] = ("/desk/workshops/can-tho-2026/letters", "/desk/workshops/can-tho-2026/letters/#"),
        ["/Registrations/Letters/LetterPage"] = ("/desk/workshops/can-tho-2026/letters", "/desk/workshops/can-tho-2026/letters/#"),
        ["/Registrations/Letters/LetterPreviewPage"] = ("/desk/workshops/can-tho-2026/letters", "/desk/workshops/can-tho-2026/letters/#"),
        ["/Registrations/Letters/TemplateForm"] = ("/desk/workshops/can-tho-2026/letters/templates", "/desk/workshops/can-tho-2026/letters/templates/#"),
        ["/Registrations/Invitations/BatchPage"] = ("/desk/workshops/can-tho-2026/invitations", "/desk/workshops/can-tho-2026/invitations/letters/#"),
        ["/Registrations/Invitations/LetterPage"] = ("/desk/workshops/can-tho-2026/invitations", "/desk/workshops/can-tho-2026/invitations/letters/#"),
        ["/Registrations/Invitations/InvitationPage"] = ("/desk/workshops/can-tho-2026/invitations", "/desk/workshops/can-tho-2026/invitations/#"),
        ["/Accounts/AccountPage"] = ("/accounts", "/accounts/#"),
        ["/Accounts/MailPage"] = ("/mail", "/mail/#"),
        ["/People/PersonPage"] = ("/people", "/people/#"),
        ["/People/PersonForm"] = ("/people", "/people/#"),
        ["/People/Duplicates/ComparePage"] = ("/people/duplicates", "/people/duplicates/#"),
        ["/People/Duplicates/MergePage"] = ("/people/merges", "/people/merges/#"),
        ["/People/Duplicates/Agencies/AgencyComparePage"] = ("/agencies/duplicates", "/agencies/duplicates/#"),
        ["/People/Duplicates/Agencies/AgencyMergePage"] = ("/agencies/merges", "/agencies/merges/#"),
        ["/People/AgencyPage"] = ("/agencies", "/agencies/#/history"),
        ["/People/AgencyForm"] = ("/agencies", "/agencies/#"),
    };

    /// <summary>Pages whose address says more than one thing: the form for a new record is the form of a known one.</summary>
    public static readonly Dictionary<string, string[]> Also = new(StringComparer.Ordinal)
    {
        ["/Programmes/Edit/ProgrammeForm"] = ["/desk/programmes/new"],
        ["/Programmes/Edit/SessionPage"] = ["/desk/workshops/can-tho-2026/agenda/new"],
        ["/Registrations/Participants"] = ["/desk/workshops/hue-2026/people", "/desk/workshops/da-nang-2026/people?State=AwaitingApproval"],
        ["/Registrations/Seats/SeatsPage"] = ["/desk/workshops/da-nang-2026/seats"],
        ["/Registrations/Seats/LimitPage"] = ["/desk/workshops/can-tho-2026/seats/limits/new"],
        ["/Registrations/Questions/QuestionPage"] = ["/desk/workshops/can-tho-2026/seats/questions/new"],
        ["/Registrations/Letters/LetterForm"] = ["/desk/workshops/can-tho-2026/letters/new/edit?template=later-workshops"],
        ["/Registrations/Letters/TemplateForm"] = ["/desk/workshops/can-tho-2026/letters/templates/new?from=thanks"],
        ["/Registrations/Invitations/InvitationsPage"] = ["/desk/workshops/can-tho-2026/invitations?state=unanswered&sort=Standing"],
        ["/People/Duplicates/Agencies/AgencyDuplicatesPage"] = ["/agencies/duplicates?from=Weak"],
        ["/Programmes/WorkshopPage"] = ["/workshops/hue-2026"],
        ["/Programmes/Releases/ReleasePage"] = ["/desk/workshops/bac-ninh-2026/agenda/release"],
        ["/Programmes/Releases/OldReleasePage"] = ["/desk/workshops/can-tho-2026/agenda/releases/2"],
        ["/Programmes/Now/NowPage"] = [$"/workshops/can-tho-2026/now?at={SampleDays.CanTho:yyyy-MM-dd}T09:00"],
    };

    /// <summary>The error page is met where errors are: at an address that does not exist.</summary>
    public const string ErrorPage = "/Home/Error";
    public const string NoSuchPage = "/khong-co-trang-nay";

    private static readonly Lazy<IReadOnlyList<PageRoute>> Read = new(() =>
    {
        using var app = SenHost.Create([], settings: new Dictionary<string, string?> { ["SEN_HOME"] = Path.Combine(Path.GetTempPath(), "sen-routes") });
        var rules = app.Services.GetRequiredService<AccessRules>();
        return [.. app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(p => new PageRoute(p.ViewEnginePath, p.AttributeRouteInfo!.Template!, rules.IsPublic(p.ViewEnginePath)))
            .OrderBy(p => p.Page, StringComparer.Ordinal)];
    });

    public static IReadOnlyList<PageRoute> All => Read.Value;

    /// <summary>The page's addresses after the language, or a sentence about what is missing here.</summary>
    public static (IReadOnlyList<string> Addresses, string? Missing) Fill(PageRoute route, Func<string, string?> findId)
    {
        if (route.Page == ErrorPage) return ([NoSuchPage], null);
        var addresses = new List<string> { "/" + route.Template.Replace("{lang:lang}", "", StringComparison.Ordinal).TrimStart('/') };
        foreach (Match parameter in Parameters().Matches(route.Template))
        {
            var name = parameter.Groups["name"].Value;
            if (name == "lang") continue;
            if (name == "id" && !KnownIds.ContainsKey(route.Page) && !Found.ContainsKey(route.Page)) return ([], $"The page {route.Page} has an {{id}} the walk cannot fill: say in {nameof(Routes)}.{nameof(Found)} on which list its links stand.");
            var id = name == "id" ? KnownIds.GetValueOrDefault(route.Page) ?? findId(route.Page) : null;
            if (name == "id" && id is null) return ([], $"No link «{Found[route.Page].Link}» stands on {Found[route.Page].List}, so {route.Page} cannot be visited.");
            if (id is null && !Known.ContainsKey(name)) return ([], $"The page {route.Page} has a parameter {{{name}}} the walk does not know: add a value of the sample to {nameof(Routes)}.{nameof(Known)}.");
            // A record belongs to one workshop: the first.
            string[] values = id is not null ? [id] : Found.ContainsKey(route.Page) ? [Known[name][0]] : Known[name];
            addresses = [.. addresses.SelectMany(a => values.Select(v => a.Replace(parameter.Value, v, StringComparison.Ordinal)))];
        }
        return ([.. addresses.Select(a => a == "/" ? "" : a), .. Also.GetValueOrDefault(route.Page, [])], null);
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameters();
}
