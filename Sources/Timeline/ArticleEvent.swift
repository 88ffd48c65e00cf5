package import Articles
package import TextAnalysis

/// An event of one article, as far as putting events of several articles together must know it.
package struct ArticleEvent: Sendable, Hashable {
    /// Someone or something named.
    package struct Name: Sendable, Hashable {
        package enum Class: String, Sendable, Hashable {
            case person, country, place, other
        }

        /// The entity's id.
        package var id: String
        package var kind: Class
        /// A hash of `id`.
        package let key: UInt64

        package init(id: String, kind: Class) {
            self.id = id
            self.kind = kind
            key = Hashing.hash(id.utf8)
        }
    }

    package var kind: String?
    package var isRepeatable: Bool
    package var status: Event.Status
    package var date: WorldDate?
    /// The participants and the place, by `key`, each once.
    package var names: [Name]
    /// The `key` of the place, when it is narrower than a country.
    package var place: UInt64?
    package var quantities: [Event.Quantity]
    /// Hashes of the title's stems without stop words, names, numbers and the date; ascending.
    package var titleWords: [UInt32]
    /// The same of the first claim's sentence, with its names.
    package var words: [UInt32]
    package var copy: CopySketch
    package var title: String
    package var titleLanguage: Language
    package var titleDirection: TextDirection
    package var isListItem: Bool
    package var claimCount: Int
    package var confidence: Double
    /// Who says it in the end: the agency that is credited, or else the source, the host, or the article itself.
    package var voice: String
    package var language: Language
    /// The article has debris in its text: what it says weighs less.
    package var isFlagged: Bool
    /// Of the article's and the event's content alone: what ties are broken by.
    package var rank: UInt64

    package var days: DayInterval { DayInterval(date) }
    /// Whether `voice` is a name and not the article itself.
    package var isNamed: Bool { !voice.hasPrefix("sha256:") }
    /// It tells of what is to come.
    package var isPlan: Bool { status == .announced || status == .planned }

    package init(
        kind: String?, isRepeatable: Bool, status: Event.Status, date: WorldDate?, names: [Name],
        place: UInt64?,
        quantities: [Event.Quantity], titleWords: [UInt32], words: [UInt32], copy: CopySketch, title: String,
        titleLanguage: Language, titleDirection: TextDirection, isListItem: Bool, claimCount: Int,
        confidence: Double, voice: String, language: Language, isFlagged: Bool, rank: UInt64
    ) {
        self.kind = kind
        self.isRepeatable = isRepeatable
        self.status = status
        self.date = date
        self.names = names
        self.place = place
        self.quantities = quantities
        self.titleWords = titleWords
        self.words = words
        self.copy = copy
        self.title = title
        self.titleLanguage = titleLanguage
        self.titleDirection = titleDirection
        self.isListItem = isListItem
        self.claimCount = claimCount
        self.confidence = confidence
        self.voice = voice
        self.language = language
        self.isFlagged = isFlagged
        self.rank = rank
    }
}
