using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Programmes.Releases;

namespace Sen.Web.Features.Programmes;

public static class ProgrammesPart
{
    public static void AddProgrammes(this WebApplicationBuilder builder) => builder.Services.AddScoped<ProgrammeDesk>().AddScoped<WorkshopDesk>().AddScoped<AgendaDesk>().AddScoped<ArrangeDesk>().AddScoped<ReleaseDesk>()
        .AddScoped<MaterialDesk>().AddScoped<MaterialShelf>().AddScoped<MaterialZip>().AddScoped<StoryDesk>();
}
