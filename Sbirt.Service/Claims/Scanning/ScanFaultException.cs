namespace Sbirt.Service.Claims.Scanning;

/// <summary>A scan cannot be done as it was asked for; the message says what to do.</summary>
internal sealed class ScanFaultException(string message) : Exception(message);
