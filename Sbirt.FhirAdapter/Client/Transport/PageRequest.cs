namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>One GET: the address, the token, how many bytes may come back and until when.</summary>
internal sealed record PageRequest(Uri Url, string? AccessToken, int AnswerBytes, Deadline Deadline);
