using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.People.Duplicates.Agencies;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.People;

public static class PeoplePart
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions>(o => o.Conventions.AddPageRoute("/People/AgencyForm", "/{lang:lang}/agencies/new"));
        builder.Services.AddScoped<ReferenceData>();
        builder.Services.AddScoped<AgencyRegister>();
        builder.Services.AddScoped<PersonRegister>();
        builder.Services.AddScoped<AgencyToday>();
        builder.Services.AddScoped<PersonHistory>();
        builder.Services.AddScoped<MergeDesk>().AddScoped<AgencyMergeDesk>().AddScoped<AgencyMergeRight>().AddScoped<AgencyReasonWords>().AddScoped<IAgencyFollower, AgencyRolesFollow>().AddScoped<IAgencyFollower, AgencyPersonsFollow>().AddScoped<ApartDesk>().AddScoped<ReasonWords>().AddScoped<MergeRight>().AddScoped<AgencyStages>().AddScoped<ExportNote>().AddScoped<IPersonFollower>(s => new RowsFollow<PersonalDataRequest>(s.GetRequiredService<AppDb>(), "data-requests"));
        builder.Services.AddSingleton<AgencyLineage>().AddSingleton<FactsReader>().AddSingleton<DuplicateBook>().AddSingleton<AgencyFactsReader>().AddSingleton<AgencyBook>();
        builder.Services.AddScoped<Accounts.IPersonalData, PersonData>();
        builder.Services.AddSingleton(_ => Gazetteer.Load(SenHome.ReferenceData));
        builder.Services.AddSingleton(_ => AgencyKinds.Load(SenHome.ReferenceData));
        builder.Services.AddSingleton(_ => PlaceMap.Load(SenHome.ReferenceData));
    }
}
