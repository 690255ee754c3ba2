using Sbirt.Service.Claims.ClickHouse;
using Sbirt.Service.Claims.Scanning;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.ClickHouse;

public sealed class ClusterAddressTests
{
    [Theory]
    [InlineData("clickhouse://127.0.0.1:18123/claims?cluster=payer", "http://127.0.0.1:18123/")]
    [InlineData("clickhouse://localhost/claims?cluster=payer", "http://localhost:8123/")]
    [InlineData("clickhouse://[::1]/claims?cluster=payer", "http://[::1]:8123/")]
    [InlineData("clickhouses://one.payer.example,two.payer.example:9443/claims?cluster=payer", "https://one.payer.example:8443/ https://two.payer.example:9443/")]
    [InlineData("clickhouse://one.payer.example/claims?cluster=payer&secure=1", "https://one.payer.example:8443/")]
    [InlineData("clickhouse://one.payer.example/claims?cluster=payer&plain=1", "http://one.payer.example:8123/")]
    public void An_address_names_a_node_for_each_shard(string text, string nodes) =>
        string.Join(' ', ClusterAddress.Of(text).Nodes).ShouldBe(nodes);

    [Theory]
    [InlineData("http://127.0.0.1:8123/claims?cluster=payer", "Claims are at clickhouse://")]
    [InlineData("clickhouse://127.0.0.1:8123/claims", "Claims are at clickhouse://")]
    [InlineData("clickhouse://127.0.0.1:8123/?cluster=payer", "Claims are at clickhouse://")]
    [InlineData("clickhouse://127.0.0.1:99999/claims?cluster=payer", "Claims are at clickhouse://")]
    [InlineData("clickhouse://127.0.0.1/claims;DROP?cluster=payer", "Claims are at clickhouse://")]
    [InlineData("clickhouse://127.0.0.1/claims?cluster=a,b", "Claims are at clickhouse://")]
    [InlineData("clickhouse://127.0.0.1/claims?cluster=payer&password=hidden-word", "secure=1")]
    [InlineData("clickhouse://user:hidden-word@127.0.0.1/claims?cluster=payer", "from the environment")]
    [InlineData("clickhouse://one.payer.example/claims?cluster=payer", "encrypted")]
    [InlineData("clickhouse://127.0.0.1:1,127.0.0.1:1/claims?cluster=payer", "twice")]
    public void What_is_no_address_is_refused_with_the_form_and_never_repeated(string text, string said)
    {
        var fault = Should.Throw<ScanFaultException>(() => ClusterAddress.Of(text));
        fault.Message.ShouldContain(said);
        fault.Message.ShouldNotContain("hidden-word");
    }
}
