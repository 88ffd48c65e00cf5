/// The consonants of a name as far as Arabic and Latin spellings have them in common: فلاديمير بوتين and Vladimir Putin have the
/// same. Letters that one language writes for several of the other are one class; vowels, doubled letters, articles and the
/// letters w and y, which may be vowels, are left out.
package enum ConsonantSkeleton {
    /// Of folded words in Arabic letters.
    static func arabic(_ words: [[UInt32]]) -> [UInt8] {
        var skeleton: [UInt8] = []
        for word in words { append(arabicWord: word, to: &skeleton) }
        return skeleton
    }

    /// Of folded words in Latin letters.
    static func latin(_ words: [[UInt32]]) -> [UInt8] {
        var skeleton: [UInt8] = []
        for word in words {
            let letters = word.compactMap { (0x61...0x7a).contains($0) ? UInt8($0) : nil }
            let text = String(decoding: letters, as: UTF8.self)
            if words.count > 1, articles.contains(text) { continue }
            if let servant = servants.first(where: { text.hasPrefix($0) }) {
                append(UInt8(ascii: "B"), to: &skeleton)
                append(UInt8(ascii: "D"), to: &skeleton)
                append(latinWord: Array(letters.dropFirst(servant.utf8.count)), to: &skeleton)
            } else {
                append(latinWord: letters, to: &skeleton)
            }
        }
        return skeleton
    }

    /// The Arabic article, as it is transcribed.
    private static let articles: Set<String> = ["al", "el", "ul"]
    /// عبد with the article after it; the article is none of the name's consonants.
    private static let servants = ["abdel", "abdul", "abdal", "abdol"]

    private static func append(_ class: UInt8, to skeleton: inout [UInt8]) {
        if skeleton.last != `class` { skeleton.append(`class`) }
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

    private static func append(arabicWord word: [UInt32], to skeleton: inout [UInt8]) {
        var letters = word[...]
        let article = [Letter.alef, Letter.lam]
        if letters.count > 4, letters.starts(with: article) {
            letters = letters.dropFirst(2)
        } else if letters.count > 6, letters.starts(with: Letter.servant + article) {
            append(UInt8(ascii: "B"), to: &skeleton)
            append(UInt8(ascii: "D"), to: &skeleton)
            letters = letters.dropFirst(5)
        }
        var index = letters.startIndex
        let start = index
        while index < letters.endIndex {
            let letter = letters[index]
            let next = index + 1 < letters.endIndex ? letters[index + 1] : 0
            let pair = pair(letter, next, isFirst: index == start)
            if let pair {
                append(pair, to: &skeleton)
                index += 2
                continue
            }
            let isLast = index + 1 == letters.endIndex
            if let name = arabicClasses[letter], !(isLast && letter == Letter.heh) {
                append(name, to: &skeleton)
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

    private static func append(latinWord word: [UInt8], to skeleton: inout [UInt8]) {
        var index = 0
        while index < word.count {
            let cluster = clusters.first {
                word[index...].starts(with: $0.letters) && !($0.isInner && index == 0)
            }
            if let cluster {
                for name in cluster.classes { append(name, to: &skeleton) }
                index += cluster.letters.count
                continue
            }
            let isLast = index + 1 == word.count
            if let name = latinClasses[word[index]], !(isLast && word[index] == UInt8(ascii: "h")) {
                append(name, to: &skeleton)
            }
            index += 1
        }
    }
}
