using System.Net;
using System.Text.Json.Nodes;
using Json.Schema;
using Sen.Web.Features.Exchange;

namespace Sen.Web.Tests.Features.Exchange;

/// <summary>The description of the API, held against what the API really answers.</summary>
public sealed class OpenApiTests(TestSite site)
{
    private async Task<JsonObject> DescriptionAsync() => JsonNode.Parse(await site.Visitor().GetStringAsync("/openapi/v1.json"))!.AsObject();

    [Fact]
    public async Task It_is_OpenAPI_3_1_and_names_every_operation_once()
    {
        var answer = await site.Visitor().GetAsync("/openapi/v1.json");
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        var text = await DescriptionAsync();
        Assert.StartsWith("3.1.", (string?)text["openapi"], StringComparison.Ordinal);
        Assert.Equal(ApiGuide.All.Select(o => o.Path).Order(StringComparer.Ordinal), text["paths"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var (path, operations) in text["paths"]!.AsObject())
        {
            var operation = Assert.Single(operations!.AsObject());
            Assert.Equal("get", operation.Key);
            Assert.Equal(ApiGuide.All.Single(o => o.Path == path).Id, (string?)operation.Value!["operationId"]);
            Assert.All(operation.Value["parameters"]!.AsArray(), p => Assert.NotEmpty((string)p!["description"]!));
        }
        Assert.Equal(site.Address.GetLeftPart(UriPartial.Authority), (string?)text["servers"]![0]!["url"]);
    }

    [Fact]
    public async Task Every_example_is_answered_as_described()
    {
        var text = await DescriptionAsync();
        var run = 0;
        foreach (var (path, operations) in text["paths"]!.AsObject())
        {
            var operation = operations!["get"]!;
            var addresses = operation["x-codeSamples"]!.AsArray().Select(s => (string)s!["label"]!).ToList();
            Assert.All(operation["x-codeSamples"]!.AsArray(), s => Assert.Contains($"'{site.Address.GetLeftPart(UriPartial.Authority)}{(string)s!["label"]!}'", (string)s["source"]!, StringComparison.Ordinal));
            // Each word's own example, alone.
            foreach (var p in operation["parameters"]!.AsArray())
                addresses.Add((string?)p!["in"] == "path" ? path.Replace($"{{{(string)p["name"]!}}}", p["example"]!.ToString(), StringComparison.Ordinal) : $"{path}?{(string)p["name"]!}={Uri.EscapeDataString(p["example"]!.ToString())}");
            foreach (var address in addresses)
            {
                var answer = await site.Visitor().GetAsync(address);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, address + ": " + await answer.Content.ReadAsStringAsync());
                Fits(text, operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, await answer.Content.ReadAsStringAsync(), address);
                run++;
            }
        }
        Assert.True(run > 15);
    }

    [Fact]
    public async Task An_error_is_answered_as_described()
    {
        var text = await DescriptionAsync();
        foreach (var (path, address, status) in new[] { ("/api/v1/workshops", "/api/v1/workshops?page=x", "400"), ("/api/v1/workshops/{code}", "/api/v1/workshops/khong-co", "404") })
            Fits(text, text["paths"]![path]!["get"]!["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!, await (await site.Visitor().GetAsync(address)).Content.ReadAsStringAsync(), address);
    }

    [Fact]
    public async Task An_answer_with_a_word_missing_or_of_another_kind_would_be_seen()
    {
        var text = await DescriptionAsync();
        var schema = text["paths"]!["/api/v1/workshops/{code}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        var answer = JsonNode.Parse(await site.Visitor().GetStringAsync("/api/v1/workshops/can-tho-2016"))!.AsObject();
        answer["startsOn"] = 2016;
        Assert.False(Judge(text, schema, answer.ToJsonString()).IsValid);
        answer["startsOn"] = "2016-08-18";
        Assert.True(Judge(text, schema, answer.ToJsonString()).IsValid);
        answer.Remove("agenda");
        Assert.False(Judge(text, schema, answer.ToJsonString()).IsValid);
    }

    [Fact]
    public async Task The_page_shows_every_question_and_works_without_scripts()
    {
        foreach (var lang in new[] { "vi", "en" })
        {
            var html = await site.Visitor().GetStringAsync($"/{lang}/api");
            foreach (var operation in ApiGuide.All) Assert.Contains($"data-try=\"{operation.Path}\"", html, StringComparison.Ordinal);
        }
        Assert.Equal("/api/v1/workshops/can-tho-2016", (await site.Visitor().GetAsync("/vi/api?code=can-tho-2016")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/vi/api?code=//example.org")).StatusCode);
    }

    private static void Fits(JsonObject text, JsonNode schema, string body, string address)
    {
        var verdict = Judge(text, schema, body);
        Assert.True(verdict.IsValid, address + ": " + string.Join("; ", (verdict.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}")));
    }

    /// <summary>OpenAPI 3.1 schemas are JSON Schema 2020-12; only the place of the common ones differs.</summary>
    private static EvaluationResults Judge(JsonObject text, JsonNode schema, string body)
    {
        var whole = schema.DeepClone().AsObject();
        whole["$defs"] = text["components"]!["schemas"]!.DeepClone();
        var json = whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        using var instance = System.Text.Json.JsonDocument.Parse(body);
        return JsonSchema.FromText(json).Evaluate(instance.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }
}
