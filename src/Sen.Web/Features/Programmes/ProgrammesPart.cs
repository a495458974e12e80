namespace Sen.Web.Features.Programmes;

public static class ProgrammesPart
{
    public static void AddProgrammes(this WebApplicationBuilder builder) => builder.Services.AddScoped<ProgrammeDesk>().AddScoped<WorkshopDesk>().AddScoped<AgendaDesk>().AddScoped<StoryDesk>();
}
