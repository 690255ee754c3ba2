using System.Text.Json;
using Sbirt.FhirAdapter.Metadata;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Metadata;

public sealed class ResourceStampTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(9));

    [Fact]
    public void J5_numbers_stay_as_they_were_written() =>
        Stamp("""{"resourceType":"Observation","valueQuantity":{"value":5.00}}""").ShouldContain("\"value\":5.00");

    [Fact]
    public void Id_version_and_moment_are_ours_and_other_meta_stays()
    {
        using var served = JsonDocument.Parse(Stamp(
            """{"resourceType":"Observation","id":"theirs","meta":{"versionId":"9","profile":["http://a.example/p"]},"status":"final"}"""));

        served.RootElement.GetProperty("id").GetString().ShouldBe("ours");
        var meta = served.RootElement.GetProperty("meta");
        meta.GetProperty("versionId").GetString().ShouldBe("3");
        meta.GetProperty("lastUpdated").GetString().ShouldBe("2026-11-20T00:30:00.000Z");
        meta.GetProperty("profile")[0].GetString().ShouldBe("http://a.example/p");
        served.RootElement.GetProperty("status").GetString().ShouldBe("final");
    }

    [Fact]
    public void Japanese_stays_readable() =>
        Stamp("""{"resourceType":"Observation","note":"減酒支援"}""").ShouldContain("減酒支援");

    private static string Stamp(string json)
    {
        using var sent = JsonDocument.Parse(json);
        return System.Text.Encoding.UTF8.GetString(ResourceStamp.Stamp(sent.RootElement, "ours", 3, Moment));
    }
}
