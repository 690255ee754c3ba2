using System.Globalization;
using System.Text;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>Where the walk is. It becomes text only when something is wrong there.</summary>
internal sealed class PlacePath(int depth)
{
    /// <summary>The path of a body whose type is not known.</summary>
    public const string UnknownRoot = "Resource";

    private readonly (StructureElement Element, int Index)[] _steps = new (StructureElement, int)[depth];
    private int _length;

    /// <summary>Type of the outermost resource.</summary>
    public string Root { get; set; } = UnknownRoot;

    public void Enter(StructureElement element) => _steps[_length++] = (element, -1);

    /// <summary>The repetition of the innermost element that is being read.</summary>
    public void SetIndex(int index) => _steps[_length - 1].Index = index;

    public void Leave() => _length--;

    public override string ToString()
    {
        var text = new StringBuilder(Root);
        for (var i = 0; i < _length; i++)
        {
            var (element, index) = _steps[i];
            text.Append('.').Append(element.Name);
            if (index >= 0)
            {
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return text.ToString();
    }
}
