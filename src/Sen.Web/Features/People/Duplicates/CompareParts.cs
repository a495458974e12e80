namespace Sen.Web.Features.People.Duplicates;

/// <summary>Two rows side by side, of persons or agencies, as the shared parts of both pages show them.</summary>
/// <param name="Register">«/people» or «/agencies».</param>
/// <param name="MineNote">What stands below the name: stands or is hidden, since when.</param>
public sealed record CompareParts(string Register, Guid MineId, string MineName, string MineNote, Guid OtherId, string OtherName, string OtherNote,
    IReadOnlyList<FieldChoice> Fields, FollowLook Follows, Func<FieldChoice, string> Chosen, Func<FollowClash, Guid?> Stands)
{
    public bool IsPersons => Register == "/people";

    public string NameOf(FollowedRecord record) => record.OwnerId == MineId ? MineName : OtherName;
}
