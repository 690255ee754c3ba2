using System.Text.Json;
using Sbirt.Content;
using Sbirt.FhirAdapter.Reading;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Reading;

public sealed class PersonReaderTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData("2006-03-01", 20)]
    [InlineData("2006-03-02", 19)]
    [InlineData("2006-03", 19)]
    [InlineData("2006-02", 20)]
    [InlineData("2006", 19)]
    [InlineData("2004-02-29", 22)]
    [InlineData("9999-01-01", null)]
    [InlineData("0001", null)]
    [InlineData("2006-02-30", null)]
    [InlineData("yesterday", null)]
    public void J9_a_partial_birth_date_gives_the_age_that_is_certainly_completed(string birthDate, int? age) =>
        Read($$"""{"resourceType":"Patient","birthDate":"{{birthDate}}"}""").AgeYears.ShouldBe(age);

    [Theory]
    [InlineData("male", Sex.Male)]
    [InlineData("female", Sex.Female)]
    [InlineData("other", Sex.Other)]
    [InlineData("unknown", null)]
    public void Sex_is_administrative_gender_and_unknown_is_not_told(string gender, Sex? sex) =>
        Read($$"""{"resourceType":"Patient","gender":"{{gender}}"}""").Sex.ShouldBe(sex);

    [Theory]
    [InlineData("""{"resourceType":"Practitioner","gender":"male"}""")]
    [InlineData("""{"resourceType":"Patient","gender":"male","modifierExtension":[{"url":"urn:x"}]}""")]
    public void J7_what_is_no_plain_Patient_tells_nothing(string json) => Read(json).ShouldBe(Person.Unknown);

    private static Person Read(string json) => PersonReader.Read(JsonDocument.Parse(json).RootElement, Today);
}
