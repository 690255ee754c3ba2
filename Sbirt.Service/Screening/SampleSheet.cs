namespace Sbirt.Service.Screening;

/// <summary>A made-up AUDIT-C answer sheet of 9 points, for the first call of a newcomer and of the program itself.</summary>
internal static class SampleSheet
{
    public const string Json =
        """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit-c","item":[{"linkId":"audit-c-1","answer":[{"valueInteger":4}]},{"linkId":"audit-c-2","answer":[{"valueInteger":2}]},{"linkId":"audit-c-3","answer":[{"valueInteger":3}]}]}""";
}
