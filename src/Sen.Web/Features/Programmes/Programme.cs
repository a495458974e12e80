using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>A national training programme: a series of workshops under one policy.</summary>
public sealed class Programme : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public Bilingual Title { get; set; } = Bilingual.Empty;
    public Bilingual Aim { get; set; } = Bilingual.Empty;
    public Bilingual Audience { get; set; } = Bilingual.Empty;
    public Bilingual Policy { get; set; } = Bilingual.Empty;
    public string PolicyNumber { get; set; } = "";
    public string PolicyUrl { get; set; } = "";
    public int? FromYear { get; set; }
    public int? ToYear { get; set; }
    public CompletionRule Completion { get; set; } = CompletionRule.Usual;
    public string Source { get; set; } = "";
    public bool IsSample { get; init; }
    [NotInTrail]
    public int Version { get; set; }
    public List<ProgrammeOrganiser> Organisers { get; } = [];
    public List<CurriculumTopic> Topics { get; } = [];
    public List<Workshop> Workshops { get; } = [];
}

/// <summary>What a trainee must have done to count as trained. A workshop inherits its programme's rule and may override it.</summary>
public sealed record CompletionRule(int MinAttendancePercent, bool NeedsPostTest, int MinPostTestPercent, bool NeedsExercise)
{
    public static readonly CompletionRule Usual = new(80, false, 0, false);
}

public enum OrganiserRole { Lead, Partner, Host, Funder }

public sealed class ProgrammeOrganiser
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ProgrammeId { get; init; }
    public OrganiserRole Role { get; set; }
    public Bilingual Name { get; set; } = Bilingual.Empty;
    public int Position { get; set; }
}

public sealed class CurriculumTopic
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ProgrammeId { get; init; }
    public Bilingual Title { get; set; } = Bilingual.Empty;
    public int Position { get; set; }
}
