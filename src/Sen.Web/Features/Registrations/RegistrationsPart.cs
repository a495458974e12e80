using Sen.Web.Features.Registrations.Lists;

namespace Sen.Web.Features.Registrations;

public static class RegistrationsPart
{
    public static void AddRegistrations(this WebApplicationBuilder builder) => builder.Services.AddScoped<ListDesk>().AddScoped<RegistrationDesk>();
}
