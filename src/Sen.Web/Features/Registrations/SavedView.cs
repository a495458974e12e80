using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Registrations;

/// <summary>A view of a participants' list that somebody gave a name: the query of its address.</summary>
public sealed class SavedView : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public required string Name { get; set; }
    public required string Query { get; set; }
}
