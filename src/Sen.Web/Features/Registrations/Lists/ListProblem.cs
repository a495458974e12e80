namespace Sen.Web.Features.Registrations.Lists;

public enum ListProblemKind
{
    NameMissing,
    NotAName,
    NotASex,
    BothSexes,
    NotABirthYear,
    AgencyKindNotCertain,
    ProvinceNotCertain,
    NotAProvince,
    NotInForce,
    NotAPhone,
    SeveralPhones,
    NotAnEmail,
    SharedPhone,
    SharedEmail,
    RepeatedPerson,
    Formula,
    CellError,
}

/// <summary>One sentence on one cell: what is wrong there and what is proposed. Row and column are as Excel shows them.</summary>
public sealed record ListProblem(string Sheet, int Row, string Column, ListField Field, string? Value, ListProblemKind Kind, string? Proposal)
{
    public IReadOnlyList<int> OtherRows { get; init; } = [];

    public string Vi => ListProblemText.Of(this).Vi;

    public string En => ListProblemText.Of(this).En;
}
