namespace Sbirt.Service.Store;

/// <summary>The store must not be opened; the message says why and what to do, without any content.</summary>
internal sealed class StoreRefusedException(string sentence) : Exception(sentence);
