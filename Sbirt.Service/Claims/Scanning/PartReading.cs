using System.Collections.Immutable;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>Reads parts of the input into the work folder. Each worker has its own.</summary>
internal sealed class PartReading
{
    /// <summary>Why a file that begins like none of claims is not read.</summary>
    public const string NoClaimFile = "not-a-claim-file";

    private readonly string workFolder;
    private readonly KeyedHash hash;
    private readonly ClaimCodes codes;
    private readonly ScanProgress progress;
    private readonly FactRun run;
    private readonly byte[] block = new byte[LineReader.BlockBytes];
    private int part;

    public PartReading(string workFolder, KeyedHash hash, ClaimCodes codes, ScanProgress progress)
    {
        (this.workFolder, this.hash, this.codes, this.progress) = (workFolder, hash, codes, progress);
        run = new FactRun(number => Path.Combine(workFolder, PartResult.RunName(part, number)));
    }

    public PartResult Read(ScanPart asked, CancellationToken cancellation)
    {
        part = asked.Number;
        run.Begin();
        var claim = new UkeClaim(new PersonIdentity(hash), codes);
        var texts = asked.Texts.Select(text => Read(text, claim, cancellation)).ToImmutableArray();
        var result = new PartResult(asked.Number, run.Finish(), texts, [.. run.Refused], claim.Arithmetic);
        result.Save(workFolder);
        return result;
    }

    private TextResult Read(ScanText text, UkeClaim claim, CancellationToken cancellation)
    {
        var before = run.Refused.Count;
        try
        {
            using var stream = new TextStream(text.File.Open(), text, progress, cancellation);
            var lines = new LineReader(stream, block);
            var form = UkeForms.Of(lines.Head());
            if (form is UkeForm.None or UkeForm.OtherEncoding)
            {
                return Refused(text, form == UkeForm.None ? NoClaimFile : "not-cp932", before);
            }

            var reader = new UkeReader(text.Number, lines, form, claim, run);
            reader.Read();
            return new TextResult(
                text.Number, form.ToString(), lines.Line, stream.Passed, stream.Sha256(), reader.Claims, reader.RefusedClaims, [.. reader.Unreconciled], null);
        }
        catch (ClaimFileException fault)
        {
            return Refused(text, fault.Code, before);
        }
    }

    // What a broken archive gave before it broke would be a part of somebody's month: none of it is used (its facts are
    // known by the text's number and passed over).
    private TextResult Refused(ScanText text, string reason, int before)
    {
        run.Refused.RemoveRange(before, run.Refused.Count - before);
        run.Refused.Add(new RefusedLine(text.Number, 0, 0, reason, TakesClaim: false));
        return new TextResult(text.Number, "", 0, 0, "", 0, 0, [], reason);
    }
}
