using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>The roles in both languages, and within what each may be held.</summary>
public static class RoleWords
{
    public static string Words(this Role role, Language l) => role switch
    {
        Role.Administrator => l["Quản trị viên", "Administrator"],
        Role.ProgrammeManager => l["Phụ trách chương trình", "Programme manager"],
        Role.Organiser => l["Tổ chức hội thảo", "Workshop organiser"],
        Role.CheckIn => l["Đón tiếp, điểm danh", "Check-in"],
        Role.Trainer => l["Giảng viên", "Trainer"],
        Role.AgencyOfficer => l["Cán bộ đầu mối cơ quan", "Agency officer"],
        Role.Reviewer => l["Người rà soát", "Reviewer"],
        Role.EnterpriseMember => l["Đại diện doanh nghiệp", "Enterprise member"],
        _ => l["Học viên", "Trainee"],
    };

    /// <summary>A reviewer «everywhere» is the nation's.</summary>
    public static IReadOnlyList<ScopeKind> Scopes(this Role role) => role switch
    {
        Role.Administrator => [ScopeKind.Everywhere],
        Role.ProgrammeManager => [ScopeKind.Programme, ScopeKind.Everywhere],
        Role.Organiser => [ScopeKind.Workshop, ScopeKind.Everywhere],
        Role.CheckIn or Role.Trainer or Role.Trainee => [ScopeKind.Workshop],
        Role.AgencyOfficer => [ScopeKind.Agency],
        Role.Reviewer => [ScopeKind.Province, ScopeKind.Everywhere],
        _ => [ScopeKind.Enterprise],
    };

    public static string Words(this ScopeKind scope, Language l) => scope switch
    {
        ScopeKind.Everywhere => l["toàn hệ thống", "everywhere"],
        ScopeKind.Programme => l["một chương trình", "a programme"],
        ScopeKind.Workshop => l["một hội thảo", "a workshop"],
        ScopeKind.Agency => l["một cơ quan", "an agency"],
        ScopeKind.Province => l["một tỉnh, thành phố", "a province"],
        _ => l["một doanh nghiệp", "an enterprise"],
    };
}
