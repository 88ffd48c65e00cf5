package import Articles
package import TextAnalysis

/// What people say of an entity; what is not said stays as it is.
package struct EntityChange: Sendable, Hashable {
    package struct Name: Sendable, Hashable {
        package var text: String
        package var language: Language

        package init(text: String, language: Language) {
            self.text = text
            self.language = language
        }
    }

    package var kind: Entity.Kind?
    /// `.some(nil)`: there is none.
    package var subtype: String??
    /// What it is called in the first place.
    package var label: Name?
    /// What it is called in a language; `.some(nil)`: there is no label in it.
    package var labels: [Language: String?] = [:]
    package var addedAliases: [Entity.Alias] = []
    /// Texts of aliases that are none.
    package var removedAliases: [String] = []
    /// By the name of who gives them, such as `wikidata` and `iso3166`; `.some(nil)`: there is none.
    package var external: [String: String?] = [:]

    package init() {}

    package var isEmpty: Bool { self == EntityChange() }
}
