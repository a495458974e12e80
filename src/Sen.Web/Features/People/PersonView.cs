using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Features.People;

/// <summary>Whom a member of staff sees: an administrator everybody, others the people of the workshops they may organise.</summary>
public static class PersonView
{
    /// <summary>The workshops they may organise; the rule of <see cref="Standing.MayOrganise"/> as a query.</summary>
    public static IQueryable<Workshop> WorkshopsOf(this AppDb db, Standing standing)
    {
        if (standing.IsAdministrator) return db.Workshops;
        var programmes = Ids(standing, Role.ProgrammeManager, ScopeKind.Programme);
        var workshops = Ids(standing, Role.Organiser, ScopeKind.Workshop);
        return standing.Grants.Any(g => g.Role is Role.ProgrammeManager or Role.Organiser && g.Scope == ScopeKind.Everywhere)
            ? db.Workshops
            : db.Workshops.Where(w => programmes.Contains(w.ProgrammeId) || workshops.Contains(w.Id));
    }

    public static IQueryable<Registration> RegistrationsOf(this AppDb db, Standing standing)
    {
        if (standing.IsAdministrator) return db.Registrations;
        var workshops = db.WorkshopsOf(standing).Select(w => w.Id);
        return db.Registrations.Where(r => workshops.Contains(r.WorkshopId));
    }

    public static IQueryable<Person> SeenBy(this IQueryable<Person> persons, AppDb db, Standing standing)
    {
        if (standing.IsAdministrator) return persons;
        var registrations = db.RegistrationsOf(standing);
        return persons.Where(p => registrations.Any(r => r.PersonId == p.Id));
    }

    /// <summary>For pages with the id of a person in their address.</summary>
    internal static async ValueTask<bool> MaySeeAsync(AccessRequest request)
    {
        if (!request.Standing.IsStaff || !Guid.TryParse(request.Text("id"), out var id)) return false;
        return await request.Db.Persons.Where(p => p.Id == id || request.Db.Persons.Any(away => away.Id == id && away.MergedIntoId == p.Id)).SeenBy(request.Db, request.Standing).AnyAsync(request.Cancelled);
    }

    private static List<Guid> Ids(Standing standing, Role role, ScopeKind scope) =>
        [.. standing.Grants.Where(g => g.Role == role && g.Scope == scope).Select(g => Guid.TryParse(g.ScopeId, out var id) ? id : Guid.Empty)];
}
