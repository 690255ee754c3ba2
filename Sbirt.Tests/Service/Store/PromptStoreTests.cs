using System.Collections.Immutable;
using Dapper;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Prompts;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Store;

/// <summary>What is remembered of prompts, on both databases.</summary>
public sealed class PromptStoreTests(PostgresCluster cluster)
{
    private const string Service = "sbirt-screening";

    private static readonly StoreCaller Other = new("other-clinic", "request-2");

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [BothDatabases]
    public async Task An_offer_is_kept_once_and_only_for_its_tenant_service_and_patient(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var prompts = await OpenAsync(home);
        await OfferAsync(prompts, Row("a"));
        await OfferAsync(prompts, Row("a") with { Kind = "invite" });
        await OfferAsync(prompts, Row("b") with { Tenant = Other.Tenant }, Other);
        await prompts.NoteAsync(StoreHome.Clinic, "p1", "sbirt-screening nothing", CancellationToken.None);

        (await KeptAsync(home)).ShouldHaveSingleItem().ShouldBe(Row("a"));
        (await home.CountAsync("audit_event")).ShouldBe(4);
        (await PastAsync(prompts, Row("asked"))).ShouldHaveSingleItem().ShouldBe(Row("a").ToPast());
        (await PastAsync(prompts, Row("asked") with { Patient = "patient-2" })).ShouldBeEmpty();
        (await PastAsync(prompts, Row("a"))).ShouldBeEmpty("it is the card itself");
        (await KeptAsync(home)).ShouldHaveSingleItem();
    }

    [Theory]
    [BothDatabases]
    public async Task H5_the_first_word_on_a_card_counts_and_unknown_cards_are_counted_once(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var prompts = await OpenAsync(home);
        await OfferAsync(prompts, Row("a"));

        await FeedbackAsync(prompts, Overridden("a", "not-now", "<b>\U0001F469\u200D\U0001F467'; DROP TABLE prompt; --</b>"), Overridden("unknown", null, null), Overridden("unknown", null, null));
        await FeedbackAsync(prompts, Overridden("a", "not-relevant", "later") with { Accepted = true });
        await FeedbackAsync(prompts, Overridden("unknown", null, null));

        var kept = (await KeptAsync(home)).ShouldHaveSingleItem();
        (kept.Outcome, kept.Reason, kept.Remark).ShouldBe(((long)PromptOutcome.Overridden, "not-now", "<b>\U0001F469\u200D\U0001F467'; DROP TABLE prompt; --</b>"));
        kept.ToPast().ActedAt.ShouldBe(Now.AddMinutes(1));
        (await home.CountAsync("prompt_unmatched")).ShouldBe(1);
    }

    [Theory]
    [BothDatabases]
    public async Task Feedback_of_another_tenant_or_service_changes_nothing(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var prompts = await OpenAsync(home);
        await OfferAsync(prompts, Row("a"));

        await prompts.FeedbackAsync(Other, Service, [Overridden("a", null, null)], Now, CancellationToken.None);
        await prompts.FeedbackAsync(StoreHome.Clinic, "other-service", [Overridden("a", null, null)], Now, CancellationToken.None);

        (await KeptAsync(home)).ShouldHaveSingleItem().Outcome.ShouldBe(0);
    }

    [Theory]
    [BothDatabases]
    public async Task Many_offers_at_once_are_all_on_the_disk_when_their_calls_return(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var prompts = await OpenAsync(home);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => OfferAsync(prompts, Row($"card-{number}"))));

        (await home.CountAsync("prompt")).ShouldBe(300);
        (await home.CountAsync("audit_event")).ShouldBe(300);
    }

    [Fact]
    public void A_row_prints_no_remark() => (Row("a") with { Remark = "Zwiebelfisch" }).ToString().ShouldNotContain("Zwiebelfisch");

    private static async Task<PromptStore> OpenAsync(StoreHome home)
    {
        var store = await home.OpenAsync();
        return new PromptStore(store.Commits, store.Audit);
    }

    private static Task OfferAsync(PromptStore prompts, PromptRow row, StoreCaller? caller = null) =>
        prompts.OfferAsync(caller ?? StoreHome.Clinic, "p1", row, _ => row, "sbirt-screening result", "sbirt-screening quiet", CancellationToken.None);

    private static async Task<IReadOnlyList<PromptRow>> KeptAsync(StoreHome home)
    {
        await using var connection = await home.ConnectAsync();
        return [.. await connection.QueryAsync<PromptRow>($"SELECT {PromptRow.Columns} FROM prompt WHERE tenant = @Tenant", new { StoreHome.Clinic.Tenant })];
    }

    /// <summary>What the governor is told when it is asked about an offer, which it then refuses.</summary>
    private static async Task<IReadOnlyList<PastPrompt>> PastAsync(PromptStore prompts, PromptRow asked)
    {
        IReadOnlyList<PastPrompt> told = [];
        await prompts.OfferAsync(
            StoreHome.Clinic,
            "p1",
            asked,
            past =>
            {
                told = [.. past];
                return null;
            },
            "sbirt-screening result",
            "sbirt-screening quiet",
            CancellationToken.None);
        return told;
    }

    private static Task FeedbackAsync(PromptStore prompts, params ImmutableArray<HookFeedback> feedback) =>
        prompts.FeedbackAsync(StoreHome.Clinic, Service, feedback, Now, CancellationToken.None);

    private static HookFeedback Overridden(string card, string? reason, string? comment) =>
        new(card, Accepted: false, [], reason, comment, Now.AddMinutes(1));

    private static PromptRow Row(string uuid) => new(
        StoreHome.Clinic.Tenant, uuid, Service, "patient-view", "patient-1", "visit-1", "result", (long)Seriousness.High, 1, "0123456789abcdef", Now.ToUnixTimeMilliseconds(), 0, "", "", 0);
}
