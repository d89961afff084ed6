using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>The features of a layer that is being loaded, each as it is to be written, good until the next is asked for.</summary>
internal static class Admission
{
    /// <summary>They are read ahead on another thread; rows of another store are taken as they lie.</summary>
    /// <exception cref="InvalidFeatureException">A feature does not fit its layer.</exception>
    public static IAsyncEnumerable<AdmittedFeature> Of(LayerContent content, FeatureAdmission admission, CancellationToken cancellation) =>
        content.Rows is { } rows
            ? ReadAhead.Of(rows, content.Definition, cancellation).Select(admission.Admit)
            : ReadAhead.Of(content.Features, cancellation).Select(admission.Admit);
}
