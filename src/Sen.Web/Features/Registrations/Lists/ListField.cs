namespace Sen.Web.Features.Registrations.Lists;

/// <summary>What a column of a list can be. Male and Female are columns that are ticked, or that hold the year of birth.</summary>
public enum ListField
{
    Number,
    Name,
    Sex,
    Male,
    Female,
    BirthYear,
    Position,
    Agency,
    Province,
    Phone,
    Email,
    Note,
    Signature,
}
