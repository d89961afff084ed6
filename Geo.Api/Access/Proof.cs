namespace Geo.Api.Access;

/// <summary>How a caller proved who it is.</summary>
internal enum Proof
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a key of the store.</summary>
    Key,

    /// <summary>By a token of the identity provider.</summary>
    Token,
}
