import Articles
import TextAnalysis

/// A line of a gazetteer file.
struct GazetteerEntry {
    struct Name {
        var text: String
        var form: Mention.Form
        var languages: NameTable.LanguageSet
    }

    var entity: Entity
    /// Every name and adjective to look for.
    var names: [Name]
}
