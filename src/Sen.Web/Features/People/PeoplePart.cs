using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.People;

public static class PeoplePart
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReferenceData>();
        builder.Services.AddSingleton(_ => Gazetteer.Load(SenHome.ReferenceData));
        builder.Services.AddSingleton(_ => AgencyKinds.Load(SenHome.ReferenceData));
    }
}
