/// What a word may do in or beside a name.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt32
    /// Stands before a person's name: الرئيس, Mr.
    static let title = WordTraits(rawValue: 1)
    /// A title that an office follows: وزير الخارجية.
    static let office = WordTraits(rawValue: 2)
    static let givenName = WordTraits(rawValue: 4)
    /// A given name that is an ordinary word too.
    static let doubtfulGivenName = WordTraits(rawValue: 8)
    /// Never part of a person's name.
    static let stop = WordTraits(rawValue: 16)
    static let reporting = WordTraits(rawValue: 32)
    /// Joins parts of a name: بن, عبد.
    static let connector = WordTraits(rawValue: 64)
    /// Begins an organisation's name.
    static let organisation = WordTraits(rawValue: 128)
    /// Ends an organisation's name: Ltd, University.
    static let organisationSuffix = WordTraits(rawValue: 256)
    /// Stands before products.
    static let product = WordTraits(rawValue: 512)
    /// Stands between a title and a name: السابق.
    static let titleAdjective = WordTraits(rawValue: 1024)
    /// Ends «وكالة X …»: للأنباء, الإخباري.
    static let organisationTail = WordTraits(rawValue: 2048)
    /// Stands before a place: مدينة, city.
    static let placeCue = WordTraits(rawValue: 4096)
    static let familyName = WordTraits(rawValue: 8192)
    static let war = WordTraits(rawValue: 16384)
    static let ordinal = WordTraits(rawValue: 32768)
    /// A treaty or conference, named after a place.
    static let agreement = WordTraits(rawValue: 65536)
    /// An organisation whose name goes on with words that have the article: وزارة الدفاع.
    static let institution = WordTraits(rawValue: 131072)
    /// Before several organisations or one: شركات.
    static let ministry = WordTraits(rawValue: 262144)
    /// A family name that is an ordinary word or a given name too.
    static let doubtfulFamilyName = WordTraits(rawValue: 1 << 19)
    /// Names nothing by itself: البلدين, النظام.
    static let generic = WordTraits(rawValue: 1 << 20)

    /// By the first column of the lexicon files.
    static let names: [String: WordTraits] = [
        "title": .title, "office": .office, "title_adjective": .titleAdjective, "connector": .connector,
        "given_name": .givenName, "doubtful_given_name": [.givenName, .doubtfulGivenName],
        "family_name": .familyName, "doubtful_family_name": [.familyName, .doubtfulFamilyName],
        "stop": .stop, "reporting": .reporting, "organisation": .organisation, "institution": .institution,
        "ministry": .ministry, "organisation_tail": .organisationTail,
        "organisation_suffix": .organisationSuffix, "product": .product, "place_cue": .placeCue, "war": .war,
        "ordinal": .ordinal, "agreement": .agreement,
        "generic": .generic,
    ]
}
