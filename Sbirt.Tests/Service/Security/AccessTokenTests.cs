using System.Text.Json.Nodes;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.GuardedFhir;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Security;

/// <summary>Access tokens at <c>/fhir</c>, got at a real token endpoint with <c>private_key_jwt</c>.</summary>
public sealed class AccessTokenTests(GuardedFhir fhir) : IClassFixture<GuardedFhir>
{
    private const string Report = "/reports/prompts";
    private const string Stored = "/fhir/QuestionnaireResponse/{id}";

    [Theory]
    [InlineData("POST", Create, "user/QuestionnaireResponse.write", 201)]
    [InlineData("POST", Create, "system/QuestionnaireResponse.cru", 201)]
    [InlineData("POST", Create, "system/QuestionnaireResponse.c", 201)]
    [InlineData("POST", Create, "system/*.*", 201)]
    [InlineData("POST", Create, "system/Questionnaire.rs openid system/*.write", 201)]
    [InlineData("POST", Create, "system/*.read", 403)]
    [InlineData("POST", Create, "system/QuestionnaireResponse.rs", 403)]
    [InlineData("POST", Create, "system/Observation.write", 403)]
    [InlineData("POST", Create, "patient/QuestionnaireResponse.write", 403)]
    [InlineData("POST", Create, "system/QuestionnaireResponse.c?status=completed", 403)]
    [InlineData("POST", Create, "system/QuestionnaireResponse.uc", 403)]
    [InlineData("POST", Create, "system/QuestionnaireResponse.", 403)]
    [InlineData("POST", Create, "SYSTEM/QuestionnaireResponse.c", 403)]
    [InlineData("POST", Create, "", 403)]
    [InlineData("POST", Create, "openid", 403)]
    [InlineData("GET", Stored, "user/QuestionnaireResponse.read", 200)]
    [InlineData("GET", Stored, "system/*.rs", 200)]
    [InlineData("GET", Stored + "/_history/1", "system/*.r", 200)]
    [InlineData("GET", Stored, "system/QuestionnaireResponse.s", 403)]
    [InlineData("GET", Stored, "system/QuestionnaireResponse.write", 403)]
    [InlineData("GET", Stored + "/_history/1", "system/QuestionnaireResponse.c", 403)]
    [InlineData("GET", "/fhir/Questionnaire/audit", "system/Questionnaire.r", 200)]
    [InlineData("GET", "/fhir/Questionnaire/audit", "system/QuestionnaireResponse.r", 403)]
    [InlineData("GET", "/fhir/Questionnaire?url=x", "system/Questionnaire.s", 200)]
    [InlineData("GET", "/fhir/Questionnaire?url=x", "system/Questionnaire.r", 403)]
    [InlineData("POST", Assess, "system/QuestionnaireResponse.r", 200)]
    [InlineData("POST", Assess, "user/QuestionnaireResponse.write", 200)]
    [InlineData("POST", Assess, "user/Questionnaire.write", 403)]
    [InlineData("POST", Create + "/$extract", "system/QuestionnaireResponse.r", 200)]
    [InlineData("POST", Create + "/$extract", "system/Observation.r", 403)]
    [InlineData("POST", Create + "/$validate", "system/QuestionnaireResponse.c", 200)]
    [InlineData("POST", "/fhir/Observation/$validate", "system/QuestionnaireResponse.c", 403)]
    [InlineData("POST", "/fhir/QUESTIONNAIRERESPONSE", "system/QuestionnaireResponse.r", 403)]
    [InlineData("GET", "/FHIR/Questionnaire/audit", "system/QuestionnaireResponse.r", 403)]
    [InlineData("GET", "/fhir/Nothing/1/2/3", "system/*.*", 404)]
    [InlineData("GET", Report, "system/*.*", 403)]
    [InlineData("GET", Report + "?format=json", "system/*.*", 403)]
    [InlineData("GET", "/REPORTS/prompts", "system/*.*", 403)]
    [InlineData("GET", Report, "SBIRT/reports.r", 403)]
    [InlineData("GET", Report, "sbirt/reports.rs", 403)]
    [InlineData("POST", Create, "sbirt/reports.r", 403)]
    public async Task A_call_is_answered_when_its_scopes_cover_it(string method, string path, string scope, int status)
    {
        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            path = path.Replace("{id}", (await fhir.CallAsync(HttpMethod.Post, Create, AuditC(), "system/*.c")).Id(), StringComparison.Ordinal);
        }

        var answer = await fhir.CallAsync(new HttpMethod(method), path, method == "POST" ? AuditC() : null, scope);

        answer.ShouldBe(status);
        if (status == 403)
        {
            answer.ShouldRefuse(403, "forbidden").Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer error=\"insufficient_scope\"");
        }
    }

    [Theory]
    [InlineData(AppA)]
    [InlineData(AppB)]
    public async Task A_token_got_with_either_recommended_algorithm_opens_the_door(string client) =>
        (await fhir.CallAsync(HttpMethod.Get, "/fhir/Questionnaire/audit", null, "system/*.rs", client)).ShouldBe(200);

    [Theory]
    [InlineData(Report, "sbirt/reports.r", "text/html")]
    [InlineData(Report + "?format=json", "system/*.read sbirt/reports.r", "application/json")]
    public async Task The_report_is_shown_for_its_own_scope(string path, string scope, string type)
    {
        var answer = await fhir.CallAsync(HttpMethod.Get, path, null, scope);

        answer.Status.ShouldBe(200);
        answer.ContentHeaders!.ContentType!.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData(Report)]
    [InlineData(Report + "?format=json")]
    public async Task The_report_names_the_scope_it_asks_for(string path) =>
        (await fhir.CallAsync(HttpMethod.Get, path, null, "system/*.*")).ShouldRefuse(403, "forbidden")
            .Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"insufficient_scope\", scope=\"sbirt/reports.r\"");

    [Fact]
    public async Task The_report_is_shown_to_nobody_without_a_token_and_the_rules_to_everybody()
    {
        (await fhir.Server.Running.GetAsync(Report)).ShouldRefuse(401, "unauthenticated");
        (await fhir.Server.Running.GetAsync("/rules")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_a_token_the_answer_says_that_one_is_needed()
    {
        var answer = await fhir.Server.Running.PostAsync(Create, AuditC());

        answer.ShouldRefuse(401, "unauthenticated").Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Theory]
    [InlineData("/fhir/metadata")]
    [InlineData("/.well-known/smart-configuration")]
    [InlineData("/fhir/.well-known/smart-configuration")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task What_must_be_read_before_a_token_can_be_had_asks_for_none(string path) =>
        (await fhir.Server.Running.GetAsync(path)).Status.ShouldBe(200);

    [Fact]
    public async Task Every_bad_token_is_refused_in_the_same_words()
    {
        const string Scope = "system/*.*";
        var good = fhir.Authorization.Draft(AppA, Scope);
        (await fhir.CallWithAsync(good.Signed, HttpMethod.Get, "/fhir/Questionnaire/audit", null)).ShouldBe(200);
        (await fhir.CallWithAsync(good.Signed, HttpMethod.Get, "/fhir/Questionnaire/audit", null)).ShouldBe(200);
        var now = fhir.Server.Clock.GetUtcNow().ToUnixTimeSeconds();
        string[] bad =
        [
            "x",
            good.SignedWith(new byte[96]),
            good.Unsigned + ".",
            Draft(token => token.Claims["iss"] = AuthorizationServer.Issuer.TrimEnd('/')),
            Draft(token => token.Claims["iss"] = TrustedServer.Issuer),
            Draft(token => token.Claims["aud"] = "https://other.example/fhir"),
            Draft(token => token.Claims["aud"] = TrustedServer.PublicUrl),
            Draft(token => token.Claims["exp"] = now - 61),
            Draft(token => token.Claims["nbf"] = now + 61),
            Draft(token => token.Claims["client_id"] = "app-c"),
            Draft(token => token.Claims.Remove("client_id")),
            Draft(token => token.Claims["scope"] = new JsonArray(Scope)),
            Draft(token => token.Header["typ"] = "logout+jwt"),
            Draft(token => token.Header["alg"] = "none"),
            Draft(token => token.Header["kid"] = "as-2"),
            Draft(token => token.Key = SigningKey.Es384("as-1")),
            fhir.Server.Token("/fhir").With(token => token.Claims["client_id"] = AppA).Signed,
        ];
        foreach (var token in bad)
        {
            var answer = await fhir.CallWithAsync(token, HttpMethod.Get, "/fhir/Questionnaire/audit", null);
            answer.ShouldRefuse(401, "unauthenticated").Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
        }

        string Draft(Action<TokenDraft> change) => fhir.Authorization.Draft(AppA, Scope).With(change).Signed;
    }

    [Fact]
    public async Task T24_what_one_client_stores_is_not_there_for_another()
    {
        var id = (await fhir.CallAsync(HttpMethod.Post, Create, Named("crossing"), "system/*.*")).ShouldBe(201).Id();

        (await fhir.CallAsync(HttpMethod.Get, $"{Create}/{id}", null, "system/*.*", AppB)).ShouldRefuse(404, "not-found");
        (await fhir.CallAsync(HttpMethod.Get, $"{Create}/{id}/_history/1", null, "system/*.*", AppB)).ShouldRefuse(404, "not-found");
        (await fhir.CallAsync(HttpMethod.Post, Create, Named("crossing", first: 1), "system/*.*", AppB)).ShouldBe(201).Id().ShouldNotBe(id);
        (await fhir.CallAsync(HttpMethod.Get, $"{Create}/{id}", null, "system/*.*")).ShouldBe(200);
    }

    [Fact]
    public async Task An_access_token_is_no_token_of_a_hook_and_the_other_way_round()
    {
        var access = fhir.Authorization.Draft(AppA, "system/*.*").Signed;
        (await fhir.Server.CallAsync(access)).ShouldBeRefused();

        var hook = fhir.Server.Token().Signed;
        (await fhir.CallWithAsync(hook, HttpMethod.Get, "/fhir/Questionnaire/audit", null)).ShouldRefuse(401, "unauthenticated");
        (await fhir.Server.CallAsync(hook)).ShouldBeLetIn();
    }

    [Fact]
    public async Task A_conditional_create_also_needs_to_be_allowed_to_read_and_search()
    {
        var condition = ("If-None-Exist", "identifier=urn:clinic:sheets|conditional");

        (await fhir.CallAsync(HttpMethod.Post, Create, Named("conditional"), "system/*.cs", AppA, condition)).ShouldRefuse(403, "forbidden");
        (await fhir.CallAsync(HttpMethod.Post, Create, Named("conditional"), "system/*.crs", AppA, condition)).ShouldBe(201);
    }

    [Fact]
    public async Task Each_entry_of_a_batch_needs_its_own_scope_and_a_transaction_all_of_them()
    {
        var id = (await fhir.CallAsync(HttpMethod.Post, Create, AuditC(), "system/*.c")).Id();
        string[] entries = [Get("QuestionnaireResponse/" + id), Post(AuditC()), Put("mine", AuditC(more: "\"id\":\"mine\","))];

        var batch = await fhir.CallAsync(HttpMethod.Post, "/fhir", Bundle("batch", entries), "system/QuestionnaireResponse.r");
        batch.ShouldBe(200).Json.GetProperty("entry").EnumerateArray()
            .Select(entry => entry.GetProperty("response").GetProperty("status").GetString()![..3]).ShouldBe(["200", "403", "403"]);

        (await fhir.CallAsync(HttpMethod.Post, "/fhir", Bundle("transaction", Post(AuditC()), entries[2]), "system/QuestionnaireResponse.c"))
            .ShouldRefuse(403, "forbidden");
        (await fhir.CallAsync(HttpMethod.Post, "/fhir", Bundle("transaction", Post(AuditC())), "system/QuestionnaireResponse.c")).ShouldBe(200);
    }

    [Fact]
    public async Task The_pack_and_language_of_a_client_hold_where_the_call_says_nothing()
    {
        var own = await fhir.CallAsync(HttpMethod.Post, Assess, AuditC(), "system/*.r", AppB);
        PackOf(own).ShouldBe("us");
        own.Text.ShouldContain("\"language\":\"en\"");

        var other = await fhir.CallAsync(HttpMethod.Post, Assess, AuditC(), "system/*.r");
        other.ShouldBe(200).Text.ShouldContain("\"language\":\"ja\"");
        PackOf(other).ShouldBe("jp-mhlw");

        var asked = await fhir.CallAsync(HttpMethod.Post, Assess + "?lang=ja&pack=jp-mhlw", AuditC(), "system/*.r", AppB);
        asked.ShouldBe(200).Text.ShouldContain("\"language\":\"ja\"");
        PackOf(asked).ShouldBe("jp-mhlw");

        static string PackOf(FhirAnswer answer) => answer.Resources("RiskAssessment")[0]
            .GetProperty("method").GetProperty("coding")[0].GetProperty("code").GetString()!;
    }

    [Fact]
    public async Task Links_are_built_with_the_public_address() =>
        (await fhir.CallAsync(HttpMethod.Post, Create, AuditC(), "system/*.c")).Headers.Location!.ToString()
            .ShouldStartWith(TrustedServer.PublicUrl + "/fhir/QuestionnaireResponse/");

    [Fact]
    public async Task The_capability_statement_says_that_tokens_are_needed()
    {
        var answer = await fhir.Server.Running.GetAsync("/fhir/metadata");

        answer.ShouldBe(200).Json.GetProperty("rest")[0].GetProperty("security").GetProperty("service")[0].GetProperty("coding")[0]
            .GetProperty("code").GetString().ShouldBe("SMART-on-FHIR");
        answer.Json.GetProperty("implementation").GetProperty("url").GetString().ShouldBe(TrustedServer.PublicUrl + "/fhir");
    }

    [Fact]
    public async Task Smart_configuration_names_the_token_endpoint_and_what_is_understood()
    {
        var json = (await fhir.Server.Running.GetAsync("/fhir/.well-known/smart-configuration")).Json;

        json.GetProperty("token_endpoint").GetString().ShouldBe(fhir.Authorization.TokenEndpoint.ToString());
        json.GetProperty("jwks_uri").GetString().ShouldBe(fhir.Authorization.Keys.ToString());
        Values("token_endpoint_auth_signing_alg_values_supported").ShouldBe(["ES384", "RS384"]);
        Values("grant_types_supported").ShouldBe(["client_credentials"]);
        Values("token_endpoint_auth_methods_supported").ShouldBe(["private_key_jwt"]);
        Values("scopes_supported").ShouldContain("sbirt/reports.r");
        Values("capabilities").ShouldBe(["client-confidential-asymmetric", "permission-v1", "permission-v2"]);

        IEnumerable<string> Values(string name) => json.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);
    }
}
