using Microsoft.AspNetCore.Mvc.Rendering;

namespace Sen.Web.Features.Accounts;

/// <summary>The boxes that ask for a role and its scope, the same on the invitation and on an account's page.</summary>
public sealed record RoleForm(Role Role, string Where, string? Agency, IEnumerable<SelectListItem> Roles, IEnumerable<SelectListItem> Scopes);
