using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Exchange;

public static class ExchangePart
{
    public static void AddExchange(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ApiWorkshops>();
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        builder.Services.AddOpenApi("v1", o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            o.ShouldInclude = d => d.HttpMethod == "GET" && d.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
            o.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("Api", "", StringComparison.Ordinal);
            o.AddOperationTransformer((operation, context, _) => Describe(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().First(), context.ApplicationServices.GetRequiredService<SiteAddress>()));
            o.AddDocumentTransformer((document, context, _) => Describe(document, context.ApplicationServices.GetRequiredService<SiteAddress>()));
        });
    }

    private static Task Describe(OpenApiDocument document, SiteAddress site)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Sen",
            Version = "1",
            Description = "Training workshops on sustainable consumption and production: what is on, what happened, and how many seats are left. Read-only and open: no key is needed, and pages of other sites may read it. "
                + "Every answer carries an ETag; send it back in If-None-Match and an unchanged answer is a 304. Lists are paged: page, pageSize (at most 100), and Link headers. "
                + "What no source records is null. Texts stand in both languages. Errors are problem+json in the language of Accept-Language, with both under «details».",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        // Never the host a request names.
        document.Servers = [new OpenApiServer { Url = site.Base }];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, ApiOperation guide, SiteAddress site)
    {
        (operation.Summary, operation.Description) = (guide.Summary.En, guide.About.En);
        operation.Parameters = [.. guide.Parameters.Select(Parameter)];
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse { } answer)
        {
            answer.Description = "The answer.";
            answer.Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = Header("Stands for exactly this answer.") };
            if (!guide.Path.EndsWith('}')) answer.Headers["Link"] = Header("First, previous, next and last page (RFC 8288).");
        }
        if (operation.Responses is { } responses)
        {
            responses["304"] = new OpenApiResponse { Description = "Nothing has changed since the answer with this ETag." };
            if (responses.GetValueOrDefault("400") is OpenApiResponse bad) bad.Description = "A word of the question cannot be used; «errors» says which and why.";
            if (responses.GetValueOrDefault("404") is OpenApiResponse none) none.Description = "There is no such record, or it is not public.";
        }
        operation.Extensions = new Dictionary<string, IOpenApiExtension>
        {
            ["x-codeSamples"] = new JsonNodeExtension(new JsonArray([.. guide.Examples.Select(e => new JsonObject { ["lang"] = "Shell", ["label"] = e, ["source"] = $"curl -H 'Accept-Language: en' '{site.Base}{e}'" })])),
        };
        return Task.CompletedTask;
    }

    private static OpenApiHeader Header(string words) => new() { Description = words, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiParameter Parameter(ApiParameter p)
    {
        var type = p.Type switch { "integer" => JsonSchemaType.Integer, "boolean" => JsonSchemaType.Boolean, _ => JsonSchemaType.String };
        return new OpenApiParameter
        {
            Name = p.Name,
            In = p.InPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = p.InPath,
            Description = p.Words.En,
            Example = Value(p.Example),
            Schema = new OpenApiSchema
            {
                Type = type,
                Minimum = p.Least?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Maximum = p.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Default = p.Usual is null ? null : Value(p.Usual),
                Enum = p.Choices is null ? null : [.. p.Choices.Select(c => Value(c)!)],
            },
        };

        JsonNode? Value(string text) => p.Type == "string" ? JsonValue.Create(text) : JsonNode.Parse(text);
    }
}
