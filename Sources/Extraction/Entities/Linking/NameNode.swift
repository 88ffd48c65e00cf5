import Articles
import TextAnalysis

/// A name as an article writes it: the spans of one kind that have the same folded words.
struct NameNode {
    var kind: Entity.Kind
    /// Of its first span.
    var subtype: String?
    /// The index of its entity in the gazetteer; `nil` for a name it does not have.
    var known: Int32?
    /// Without what stands inside by mistake.
    var text: String
    /// Of `text`, if it is to be compared.
    var key = ComparisonKey("")
    /// Of `text`, if it is to be compared; see `Transliteration`.
    var skeletons: [String] = []
    /// Indices of spans in the order of the text.
    var spans: [Int]
    var isArabic: Bool
    var language: Language
    var wordCount: Int
    /// Capitals that may stand for a longer name.
    var isAcronym: Bool
    /// Its first word with the letters that were taken for a proclitic; `nil` where none were.
    var wholeWord: String?
    /// Whether those letters turned out to be its own.
    var isWhole = false
    /// The entity it was found to name, and why.
    var link: NameLink?
}

/// Why a name is taken for an entity.
struct NameLink {
    /// The index of the entity's first name.
    var node: Int
    /// 0…1, of the link alone.
    var confidence: Double
    /// Short English text.
    var reason: String
    /// Whether the name may become an alias: not so for parts of names.
    var isAlias: Bool
}
