namespace Sen.Web.Features.Programmes.Releases;

/// <summary>People whom a release concerns, with and without an address to write to.</summary>
public readonly record struct Concerned(int WithMail, int WithoutMail);

/// <summary>A part that knows people a new release concerns. Programmes know of agendas, not of registrations.</summary>
public interface IAgendaFollower
{
    Task<Concerned> CountAsync(Guid workshopId, CancellationToken ct);

    /// <summary>Called in the transaction of a release of which people are to be told: each of them once.</summary>
    Task TellAsync(AgendaRelease release, CancellationToken ct);
}
