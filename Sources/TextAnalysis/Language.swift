/// The language of a piece of text, as far as Tarikh tells languages apart.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case arabic = "ar"
    case english = "en"
    case persian = "fa"
    /// Another language, or too little text to tell (BCP 47 `und`).
    case undetermined = "und"

    /// The BCP 47 code: `ar`, `en`, `fa` or `und`.
    package var code: String { rawValue }

    /// The language of a BCP 47 tag, by its primary subtag; `nil` for one that Tarikh does not know.
    package init?(tag: String) {
        let primary = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? ""
        self.init(rawValue: primary.lowercased())
    }
}
