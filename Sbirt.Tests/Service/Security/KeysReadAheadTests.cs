using System.Collections.Frozen;
using System.Text;
using Sbirt.Service.Security.Keys;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Security;

/// <summary>Keys that are read at the start, before a call asks for them.</summary>
public sealed class KeysReadAheadTests
{
    private readonly ClockByHand clock = new();

    [Fact]
    public async Task Keys_read_ahead_are_there_for_the_first_call()
    {
        var source = new KeysThatFailFirst(0);
        var set = SetOf(source);

        await set.ReadAheadAsync();

        (await set.FindAsync("k1", CancellationToken.None)).ShouldNotBeNull();
        source.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_failed_reading_ahead_the_first_call_reads_at_once_and_the_next_waits_its_time()
    {
        var source = new KeysThatFailFirst(2);
        var failures = new List<KeyFailure?>();
        var set = SetOf(source, failures.Add);

        await set.ReadAheadAsync();
        set.State.ShouldBe(KeyState.Missing);
        (await set.FindAsync("k1", CancellationToken.None)).ShouldBeNull();
        (await set.FindAsync("k1", CancellationToken.None)).ShouldBeNull();

        source.Asked.ShouldBe(2);
        failures.ShouldBe([KeyFailure.Unreachable, KeyFailure.Unreachable]);
        clock.Advance(KeySet.Pause);
        (await set.FindAsync("k1", CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_built_program_reads_them_without_being_called()
    {
        var key = SigningKey.Es384("k1");
        await using var keys = await KeyServer.StartAsync(key);
        var (answer, asked) = (keys.Answer, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        keys.Answer = context =>
        {
            asked.TrySetResult();
            return answer(context);
        };

        await using var service = await ServiceProcess.StartAsync(
            null,
            ("Sbirt__Security__Mode", "Trusted"),
            ("Sbirt__PublicUrl", "https://sbirt.clinic.example"),
            ("Sbirt__Clients__0__Id", "ehr"),
            ("Sbirt__Clients__0__Issuer", "https://ehr.example/"),
            ("Sbirt__Clients__0__JwksUrl", keys.Address.ToString()));

        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private KeySet SetOf(IKeySource source, Action<KeyFailure?>? tell = null) => new(source, clock, TimeSpan.FromHours(1), tell ?? (_ => { }));

    private sealed class KeysThatFailFirst(int failures) : IKeySource
    {
        private readonly byte[] keys = Encoding.UTF8.GetBytes(SigningKey.Set(SigningKey.Es384("k1").PublicJwk()));

        public int Asked { get; private set; }

        public Task<FrozenDictionary<string, TrustedKey>> ReadAsync() =>
            ++Asked <= failures ? throw new KeysUnreadableException(KeyFailure.Unreachable) : Task.FromResult(KeyDocument.Read(keys));
    }
}
