using System.Globalization;
using System.Net;
using System.Text;

namespace Sbirt.Service.Pages;

/// <summary>HTML in the making: the literal parts of what is added are markup, and every value in them is text.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    /// <summary>Adds markup with values; a value that is itself <see cref="Html"/> is put in as it is.</summary>
    public Html Add(FormattableString markup)
    {
        text.Append(markup.ToString(Encoding.Instance));
        return this;
    }

    /// <summary>Adds markup of our own that holds no values.</summary>
    public Html AddPlain(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Adds a piece for each of many.</summary>
    public Html AddEach<T>(IEnumerable<T> many, Func<T, FormattableString> piece)
    {
        foreach (var one in many)
        {
            Add(piece(one));
        }

        return this;
    }

    public override string ToString() => text.ToString();

    private sealed class Encoding : IFormatProvider, ICustomFormatter
    {
        public static Encoding Instance { get; } = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            Html html => html.ToString(),
            IFormattable number => WebUtility.HtmlEncode(number.ToString(format, CultureInfo.InvariantCulture)),
            _ => WebUtility.HtmlEncode(Convert.ToString(arg, CultureInfo.InvariantCulture)) ?? "",
        };
    }
}
