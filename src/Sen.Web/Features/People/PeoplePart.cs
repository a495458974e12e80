namespace Sen.Web.Features.People;

public static class PeoplePart
{
    public static void AddPeople(this WebApplicationBuilder builder) => builder.Services.AddScoped<ReferenceData>();
}
