/// A word of a query.
package struct QueryTerm: Sendable, Hashable {
    /// As typed.
    package var word: String
    /// The folded word.
    package var folded: String
    /// Its stem in the language that is likeliest for its script.
    package var stem: String
    /// The stems by which documents of any language have it, `stem` first.
    var stems: [[UInt8]]
    var surface: [UInt8]
}
