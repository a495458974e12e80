namespace Sen.Web.Features.People.Places;

/// <summary>An agency of one time: a kind, and for a provincial one its province of one vintage.</summary>
public sealed record AgencyStage(AgencyKind Kind, ProvinceKey? Place);

/// <summary>On this day the one's tasks went to the other.</summary>
public sealed record AgencyStep(DateOnly On, AgencyStage From, AgencyStage To);

/// <summary>
/// What agencies were before and what they became: kinds follow kinds (01/03/2025), provinces follow provinces (01/07/2025), and one agency
/// may pass both. «Sở TN&amp;MT tỉnh Hậu Giang» became «Sở NN&amp;MT tỉnh Hậu Giang», then «Sở NN&amp;MT thành phố Cần Thơ».
/// </summary>
public sealed class AgencyLineage(AgencyKinds kinds, Gazetteer places)
{
    /// <summary>Null where the register knows no kind, or the kind says nothing of who it is.</summary>
    public AgencyStage? Of(string? kindId, string? provinceId)
    {
        if (kindId is null || !kinds.TryFind(kindId, out var kind) || kind.HasOwnName) return null;
        var place = provinceId?.Split('-') is [var vintage, var code] ? new ProvinceKey(vintage, code) : (ProvinceKey?)null;
        return kind.IsProvincial ? place is null ? null : new AgencyStage(kind, place) : new AgencyStage(kind, null);
    }

    /// <summary>The next steps: one, or several where it was split.</summary>
    public IEnumerable<AgencyStep> Next(AgencyStage stage)
    {
        var kindEnds = stage.Kind.Successors.Count > 0 ? stage.Kind.ValidTo?.AddDays(1) : null;
        if (stage.Place is { Vintage: Gazetteer.Vintage2016 } place && !(kindEnds < Gazetteer.Merger) && places.SuccessorOf(place, Gazetteer.Merger) is { } province)
            return [new AgencyStep(Gazetteer.Merger, stage, stage with { Place = province.Key })];
        if (kindEnds is not { } on) return [];
        return stage.Kind.Successors.Select(id => kinds.TryFind(id, out var next) ? new AgencyStep(on, stage, stage with { Kind = next }) : null).OfType<AgencyStep>();
    }

    /// <summary>The steps that led to it.</summary>
    public IEnumerable<AgencyStep> Previous(AgencyStage stage)
    {
        if (stage.Place is { Vintage: Gazetteer.Vintage2025 } place && stage.Kind.InForceOn(Gazetteer.Merger.AddDays(-1)))
            return places.PredecessorsOf(place).Select(p => new AgencyStep(Gazetteer.Merger, stage with { Place = p.Key }, stage));
        return kinds.All.Where(k => k.ValidTo is not null && k.Successors.Contains(stage.Kind.Id)).OrderBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => new AgencyStep(k.ValidTo!.Value.AddDays(1), stage with { Kind = k }, stage));
    }

    /// <summary>Step after step up to the day, as long as there is one successor.</summary>
    public IReadOnlyList<AgencyStep> Onward(AgencyStage stage, DateOnly day)
    {
        var path = new List<AgencyStep>();
        for (var at = stage; path.Count < 8 && Next(at).ToList() is [var step] && step.On <= day; at = step.To) path.Add(step);
        return path;
    }

    /// <summary>Its full name, in the words of its time.</summary>
    public string NameOf(AgencyStage stage, DateOnly day)
    {
        var then = stage.Place?.Vintage == Gazetteer.Vintage2016 && day >= Gazetteer.Merger ? Gazetteer.Merger.AddDays(-1) : day;
        if (stage.Kind.ValidTo is { } end && end < then) then = end;
        return stage.Kind.FullName(stage.Place is { } place ? places.Unit(place, then) : null);
    }

    /// <summary>The id of the stage's province in the register.</summary>
    public static string? ProvinceIdOf(AgencyStage stage) => stage.Place is { } place ? $"{place.Vintage}-{place.Code}" : null;
}
