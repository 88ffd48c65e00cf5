package import TextAnalysis

/// Someone or something with a name.
package struct Entity: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case person, place, product, event
        case organisation = "org"
    }

    package struct Alias: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case variant, translation, official, acronym
        }

        package var text: String
        package var language: Language
        package var kind: Kind

        package init(text: String, language: Language, kind: Kind) {
            self.text = text
            self.language = language
            self.kind = kind
        }
    }

    /// `n_…`, the same for the same entity in every article (see `EntityID`).
    package var id: String
    package var kind: Kind
    /// `country`, `capital`, `city`, `region`, `international_organisation`, `news_agency`, …; `nil` when unknown.
    package var subtype: String?
    package var label: String
    package var labelLanguage: Language
    /// Other names, the label not among them.
    package var aliases: [Alias]
    /// Adjectives of nationality or place, such as أذربيجاني.
    package var adjectives: [String]
    /// Wikidata item, `Q227`.
    package var wikidata: String?
    /// ISO 3166-1 alpha-2 code of a country.
    package var iso3166: String?
    /// Degrees, WGS 84.
    package var latitude: Double?
    /// Degrees, WGS 84.
    package var longitude: Double?

    package init(
        id: String, kind: Kind, subtype: String? = nil, label: String, labelLanguage: Language,
        aliases: [Alias] = [], adjectives: [String] = [], wikidata: String? = nil,
        iso3166: String? = nil, latitude: Double? = nil, longitude: Double? = nil
    ) {
        self.id = id
        self.kind = kind
        self.subtype = subtype
        self.label = label
        self.labelLanguage = labelLanguage
        self.aliases = aliases
        self.adjectives = adjectives
        self.wikidata = wikidata
        self.iso3166 = iso3166
        self.latitude = latitude
        self.longitude = longitude
    }
}
