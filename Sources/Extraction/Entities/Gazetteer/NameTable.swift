import Articles
import TextAnalysis

/// Names to look for, found by the hash of their folded words.
struct NameTable: Sendable {
    /// What a name stands for.
    struct Target: Sendable {
        /// The index of the entity.
        var entity: Int32
        /// The folded name in `bytes`, compared in full: a hash alone is no proof.
        fileprivate(set) var start: Int32 = 0
        fileprivate(set) var count: Int32 = 0
        /// The next entity of the same name; -1 without.
        fileprivate(set) var next: Int32 = -1
        var form: Mention.Form
        var languages: LanguageSet
        /// Counts only after a word that says what it is.
        var isDoubtful = false
        /// Another entity is meant unless its neighbours say otherwise.
        var isHomonym = false
        /// Latin names must begin with a capital in the text; acronyms must be all capitals.
        var isLatin = false

        init(
            entity: Int32, form: Mention.Form, languages: LanguageSet, isDoubtful: Bool = false,
            isHomonym: Bool = false
        ) {
            self.entity = entity
            self.form = form
            self.languages = languages
            self.isDoubtful = isDoubtful
            self.isHomonym = isHomonym
        }
    }

    struct LanguageSet: OptionSet, Sendable {
        let rawValue: UInt8
        static let arabic = LanguageSet(rawValue: 1)
        static let english = LanguageSet(rawValue: 2)
        static let persian = LanguageSet(rawValue: 4)
        static let all: LanguageSet = [.arabic, .english, .persian]
    }

    /// The folded words of a name with one space between them.
    struct Folded {
        private(set) var bytes: [UInt8] = []
        private(set) var wordCount = 0
        /// The bytes of the first word.
        private(set) var firstCount = 0

        var isEmpty: Bool { bytes.isEmpty }

        mutating func removeAll() {
            bytes.removeAll(keepingCapacity: true)
            wordCount = 0
        }

        mutating func append(_ text: [UInt8], _ range: Range<Int>) {
            let count = bytes.count
            if count > 0 { bytes.append(0x20) }
            LetterFolding.fold(text, range, into: &bytes)
            if bytes.count == count + 1, count > 0 {
                bytes.removeLast()
            } else if bytes.count > count {
                wordCount += 1
                if wordCount == 1 { firstCount = bytes.count }
            }
        }
    }

    /// More entities of one name are not kept.
    private static let homonymLimit = 4

    private var targets: [Target] = []
    /// From the hash of a name to 1 + the index of its first target.
    private var index: HashIndex
    /// From the hash of a word to the words of the longest name that begins with it.
    private var longest: HashIndex
    private var bytes: [UInt8] = []

    init(capacity: Int = 64) {
        index = HashIndex(capacity: capacity)
        longest = HashIndex(capacity: capacity)
    }

    var count: Int { targets.count }

    mutating func insert(_ words: [[UInt8]], _ target: Target) {
        var folded = Folded()
        for word in words { folded.append(word, word.indices) }
        if !folded.isEmpty { insert(folded, target) }
    }

    /// The first to take a name keeps it; another language is added to it, another entity is an alternative.
    mutating func insert(_ name: Folded, _ target: Target) {
        let hash = NameKey.hash(name.bytes)
        var target = target
        target.isLatin = (name.bytes.first ?? 0) < 0x80
        let first = Int(index[hash]) - 1
        if first >= 0 { return add(target, after: first) }
        target.start = Int32(clamping: bytes.count)
        target.count = Int32(clamping: name.bytes.count)
        bytes += name.bytes
        targets.append(target)
        index[hash] = UInt32(clamping: targets.count)
        let word = NameKey.hash(name.bytes[..<name.firstCount])
        longest[word] = max(longest[word], UInt32(clamping: name.wordCount))
    }

    private mutating func add(_ target: Target, after first: Int) {
        var last = first
        for _ in 0..<Self.homonymLimit {
            if targets[last].entity == target.entity {
                targets[last].languages.formUnion(target.languages)
                return
            }
            guard targets[last].next >= 0 else { break }
            last = Int(targets[last].next)
        }
        guard targets[last].next < 0 else { return }
        var target = target
        target.start = targets[first].start
        target.count = targets[first].count
        if targets[first].isHomonym, !target.isHomonym {
            // The entity that the name means comes first.
            swap(&target, &targets[first])
            targets[first].next = Int32(clamping: targets.count)
        } else {
            targets[last].next = Int32(clamping: targets.count)
        }
        targets.append(target)
    }

    /// How many words the names that begin with this word have at most.
    @inline(__always)
    func reach(_ firstWord: UInt64) -> Int { Int(longest[firstWord]) }

    @inline(__always)
    func target(_ hash: UInt64) -> Target? {
        let position = index[hash]
        return position == 0 ? nil : targets[Int(position) - 1]
    }

    /// Another entity of the same name.
    func next(after target: Target) -> Target? { target.next < 0 ? nil : targets[Int(target.next)] }

    func bytes(of target: Target) -> ArraySlice<UInt8> {
        bytes[Int(target.start)..<Int(target.start + target.count)]
    }
}
