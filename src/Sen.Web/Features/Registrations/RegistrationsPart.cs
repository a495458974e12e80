namespace Sen.Web.Features.Registrations;

public static class RegistrationsPart
{
    public static void AddRegistrations(this WebApplicationBuilder builder)
    {
    }
}
