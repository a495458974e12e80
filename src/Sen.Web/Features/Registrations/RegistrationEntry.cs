using Sen.Web.Features.People;

namespace Sen.Web.Features.Registrations;

/// <summary>What somebody says of themselves, or the organiser of them, when they register; checked by the form that took it.</summary>
public sealed record RegistrationEntry
{
    public required PersonName Name { get; init; }
    public string Honorific { get; init; } = "";
    public Sex? Sex { get; init; }
    public string Position { get; init; } = "";
    public required string Agency { get; init; }
    public string? ProvinceId { get; init; }
    /// <summary>E.164.</summary>
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string Diet { get; init; } = "";
    public string AccessNeeds { get; init; } = "";
    public string Lang { get; init; } = "vi";
    public ParticipantKind Kind { get; init; } = ParticipantKind.Trainee;
    public string Note { get; init; } = "";
    /// <summary>Question → answer in its written form.</summary>
    public IReadOnlyDictionary<Guid, string> Answers { get; init; } = new Dictionary<Guid, string>();
    /// <summary>Purpose → the words that stood beside the box.</summary>
    public IReadOnlyDictionary<ConsentPurpose, string> Consents { get; init; } = new Dictionary<ConsentPurpose, string>();
}

/// <summary>What came of registering.</summary>
public abstract record Registered
{
    /// <summary>New, or begun again after it had ended.</summary>
    public sealed record Done(Registration Registration, string? Why) : Registered;
    /// <summary>This person is in this workshop already; on the public form nobody is told so but by mail.</summary>
    public sealed record AlreadyHere(Registration Registration) : Registered;
    /// <summary>The window is not open.</summary>
    public sealed record NotOpen : Registered;
}
