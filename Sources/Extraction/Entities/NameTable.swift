import Articles
import TextAnalysis

/// Names to look for, found by the hash of their folded words.
struct NameTable: Sendable {
    /// What a name stands for.
    struct Target: Sendable {
        /// The index of the entity.
        var entity: Int32
        var form: Mention.Form
        var languages: LanguageSet
        /// The folded name in `bytes`, compared in full: a hash alone is no proof.
        fileprivate(set) var start: Int32 = 0
        fileprivate(set) var count: Int32 = 0
        /// Latin names must begin with a capital in the text; acronyms must be all capitals.
        var isLatin = false

        init(entity: Int32, form: Mention.Form, languages: LanguageSet) {
            self.entity = entity
            self.form = form
            self.languages = languages
        }
    }

    struct LanguageSet: OptionSet, Sendable {
        let rawValue: UInt8
        static let arabic = LanguageSet(rawValue: 1)
        static let english = LanguageSet(rawValue: 2)
        static let persian = LanguageSet(rawValue: 4)
        static let all: LanguageSet = [.arabic, .english, .persian]
    }

    private var targets: [UInt64: Target] = [:]
    /// The words of the longest name that begins with a word.
    private var longest: [UInt64: Int] = [:]
    private var bytes: [UInt8] = []

    var count: Int { targets.count }

    mutating func insert(_ name: String, _ target: Target) {
        insert(NameKey.words(of: name), target)
    }

    /// The first to take a name keeps it; another language is added to it.
    mutating func insert(_ words: [[UInt8]], _ target: Target) {
        guard let first = words.first else { return }
        let folded = Array(words.joined(separator: [0x20]))
        let hash = NameKey.hash(folded)
        if let old = targets[hash] {
            if old.entity == target.entity { targets[hash]?.languages.formUnion(target.languages) }
            return
        }
        var target = target
        target.start = Int32(clamping: bytes.count)
        target.count = Int32(clamping: folded.count)
        target.isLatin = (first.first ?? 0) < 0x80
        bytes += folded
        targets[hash] = target
        longest[NameKey.hash(first), default: 0] = max(words.count, longest[NameKey.hash(first)] ?? 0)
    }

    /// How many words the names that begin with this word have at most.
    @inline(__always)
    func reach(_ firstWord: UInt64) -> Int { longest[firstWord] ?? 0 }

    @inline(__always)
    func target(_ hash: UInt64) -> Target? { targets[hash] }

    func bytes(of target: Target) -> ArraySlice<UInt8> {
        bytes[Int(target.start)..<Int(target.start + target.count)]
    }
}
