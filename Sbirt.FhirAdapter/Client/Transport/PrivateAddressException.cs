namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>A name led to a private address, and nothing was sent there.</summary>
public sealed class PrivateAddressException() : IOException("The name leads to a private address.");
