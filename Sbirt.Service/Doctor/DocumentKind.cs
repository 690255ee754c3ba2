namespace Sbirt.Service.Doctor;

/// <summary>What a CDS Hooks document is.</summary>
internal enum DocumentKind
{
    Discovery,
    Request,
    Response,
    Feedback,
}
