using System.Globalization;
using System.Text;

namespace Sbirt.Content.Handouts;

/// <summary>Gathers rendered text and stops at the limit, whatever the template or the values do.</summary>
internal sealed class LimitedWriter : TextWriter
{
    private readonly StringBuilder text = new();

    public LimitedWriter()
        : base(CultureInfo.InvariantCulture)
    {
    }

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        Allow(1);
        text.Append(value);
    }

    public override void Write(string? value)
    {
        Allow(value?.Length ?? 0);
        text.Append(value);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Allow(buffer.Length);
        text.Append(buffer);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override string ToString() => text.ToString();

    private void Allow(int more)
    {
        if (text.Length + more > RenderLimits.OutputChars)
        {
            throw new TemplateLimitException($"A rendered text is longer than {RenderLimits.OutputChars} characters.");
        }
    }
}
