namespace Sbirt.Service.Evaluation;

/// <summary>The evaluation cannot be done as asked; the message says why and what mends it.</summary>
internal sealed class EvaluationFaultException(string message) : Exception(message);
