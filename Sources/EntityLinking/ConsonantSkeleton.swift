/// The consonants of a name as far as Arabic and Latin spellings have them in common: فلاديمير بوتين and Vladimir Putin have the
/// same. Letters that one language writes for several of the other are one class. Vowels, doubled letters, and the letters w and y,
/// which may be vowels, are left out; so is an l after the vowels that a word starts with, which may be the Arabic article, and
/// what sounds like h at the end of a word.
struct ConsonantSkeleton {
    private(set) var letters: [UInt8] = []
    /// How many were left out at the start of words that may be an article's, or not.
    private(set) var dropped = 0

    /// Of folded words in Arabic letters.
    static func arabic(_ words: [[UInt32]]) -> ConsonantSkeleton {
        var skeleton = ConsonantSkeleton()
        for word in words { skeleton.append(arabicWord: word) }
        return skeleton
    }

    /// Of folded words in Latin letters.
    static func latin(_ words: [[UInt32]]) -> ConsonantSkeleton {
        var skeleton = ConsonantSkeleton()
        for word in words {
            let letters = word.compactMap { (0x61...0x7a).contains($0) ? UInt8($0) : nil }
            let text = String(decoding: letters, as: UTF8.self)
            if articles.contains(text) { continue }
            if let servant = servants.first(where: { text.hasPrefix($0) }) {
                skeleton.append(UInt8(ascii: "B"))
                skeleton.append(UInt8(ascii: "D"))
                skeleton.append(latinWord: Array(letters.dropFirst(servant.utf8.count)))
            } else {
                skeleton.append(latinWord: letters)
            }
        }
        return skeleton
    }

    /// The Arabic article as a word of its own.
    private static let articles: Set<String> = ["al", "el", "ul"]
    /// عبد with the article after it; the article is none of the name's consonants.
    private static let servants = ["abdel", "abdul", "abdal", "abdol"]

    private mutating func append(_ class: UInt8) {
        if letters.last != `class` { letters.append(`class`) }
    }

    // MARK: Arabic letters

    private static let arabicClasses: [UInt32: UInt8] = {
        var classes: [UInt32: UInt8] = [:]
        let groups = [
            "B": "بپ", "F": "فڤ", "T": "تطث", "D": "دذضظ", "S": "سصزژ", "X": "شچ", "K": "كقغگج", "Q": "خ",
            "H": "حه",
            "L": "ل", "R": "ر", "M": "م", "N": "ن",
        ]
        for (name, letters) in groups {
            for letter in letters.unicodeScalars { classes[letter.value] = name.utf8.first }
        }
        return classes
    }()

    private enum Letter {
        static let alef: UInt32 = 0x627
        static let lam: UInt32 = 0x644
        static let heh: UInt32 = 0x647
        static let hah: UInt32 = 0x62d
        static let teh: UInt32 = 0x62a
        static let seen: UInt32 = 0x633
        static let sheen: UInt32 = 0x634
        static let dal: UInt32 = 0x62f
        static let jeem: UInt32 = 0x62c
        static let noon: UInt32 = 0x646
        static let ghain: UInt32 = 0x63a
        static let gaf: UInt32 = 0x6af
        static let servant: [UInt32] = [0x639, 0x628, 0x62f]
    }

    private mutating func append(arabicWord word: [UInt32]) {
        var rest = word[...]
        if rest.count > 6, rest.starts(with: Letter.servant + [Letter.alef, Letter.lam]) {
            append(UInt8(ascii: "B"))
            append(UInt8(ascii: "D"))
            rest = rest.dropFirst(5)
        }
        var index = rest.startIndex
        let start = index
        var isInitial = true
        while index < rest.endIndex {
            let letter = rest[index]
            let next = index + 1 < rest.endIndex ? rest[index + 1] : 0
            if let pair = Self.pair(letter, next, isFirst: index == start) {
                append(pair)
                isInitial = false
                index += 2
                continue
            }
            let isDropped =
                index + 1 == rest.endIndex && (letter == Letter.heh || letter == Letter.hah)
                || isInitial && index > start && letter == Letter.lam
            if let name = Self.arabicClasses[letter] {
                if !isDropped { append(name) } else if isInitial { dropped += 1 }
                isInitial = false
            }
            index += 1
        }
    }

    /// Two letters that stand for one sound of another language.
    private static func pair(_ letter: UInt32, _ next: UInt32, isFirst: Bool) -> UInt8? {
        switch (letter, next) {
        case (Letter.teh, Letter.sheen): UInt8(ascii: "X")
        case (Letter.teh, Letter.seen) where !isFirst: UInt8(ascii: "S")
        case (Letter.dal, Letter.jeem): UInt8(ascii: "K")
        case (Letter.noon, Letter.ghain), (Letter.noon, Letter.jeem), (Letter.noon, Letter.gaf):
            UInt8(ascii: "N")
        default: nil
        }
    }

    // MARK: Latin letters

    private static let latinClasses: [UInt8: UInt8] = {
        var classes: [UInt8: UInt8] = [:]
        let groups = [
            "B": "bp", "F": "fv", "T": "t", "D": "d", "S": "sz", "K": "ckgqj", "H": "h", "L": "l", "R": "r",
            "M": "m", "N": "n",
        ]
        for (name, letters) in groups {
            for letter in letters.utf8 { classes[letter] = name.utf8.first }
        }
        return classes
    }()

    /// Groups of letters, the longest first, with their classes; `~` in front: not at the start of a word.
    private static let clusters: [(letters: [UInt8], classes: [UInt8], isInner: Bool)] = [
        ("tch", "X", false), ("sch", "X", false), ("sh", "X", false), ("ch", "X", false), ("th", "T", false),
        ("dh", "D", false), ("dj", "K", false), ("kh", "Q", false), ("gh", "K", false), ("ph", "F", false),
        ("zh", "S", false), ("ck", "K", false), ("ts", "S", true), ("tz", "S", true), ("ng", "N", false),
        ("nj", "N", false), ("ce", "S", false), ("ci", "S", false), ("cy", "S", false), ("x", "KS", false),
    ].map { (Array($0.0.utf8), Array($0.1.utf8), $0.2) }

    private mutating func append(latinWord word: [UInt8]) {
        var index = 0
        var isInitial = true
        while index < word.count {
            let cluster = Self.clusters.first {
                word[index...].starts(with: $0.letters) && !($0.isInner && index == 0)
            }
            if let cluster {
                for name in cluster.classes { append(name) }
                isInitial = false
                index += cluster.letters.count
                continue
            }
            let letter = word[index]
            let isDropped =
                index + 1 == word.count && letter == UInt8(ascii: "h")
                || isInitial && index > 0 && letter == UInt8(ascii: "l")
            if let name = Self.latinClasses[letter] {
                if !isDropped { append(name) } else if isInitial { dropped += 1 }
                isInitial = false
            }
            index += 1
        }
    }
}
