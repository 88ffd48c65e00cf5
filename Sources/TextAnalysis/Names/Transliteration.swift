/// Compares names written in the Arabic script and in the Latin one by their sounds; also two of one script, such as
/// فلاديمير and ولادیمیر.
package enum Transliteration {
    /// Sounds of a name that are compared; longer names are compared by their beginnings.
    private static let limit = 48
    /// Skeletons of a name at most.
    private static let skeletonLimit = 4

    /// The consonants of a name as Latin letters, the same for its spellings in Arabic, Persian and Latin letters in most
    /// cases; up to four readings of letters that are written in two ways (v is ف in Arabic and و in Persian), the most
    /// likely first. Empty for a name of fewer than two consonants, which says nothing.
    ///
    /// To find candidates: put a name in an index under all of its skeletons, look another one up under all of its own,
    /// and believe the pair by `similarity`.
    package static func skeletons(of name: String) -> [String] {
        var found: [String] = []
        for words in readings(of: name) {
            for skeleton in skeletons(words.flatMap(\.self)) where !found.contains(skeleton) {
                found.append(skeleton)
            }
        }
        return Array(found.prefix(skeletonLimit))
    }

    private static func skeletons(_ sounds: [Sound]) -> [String] {
        var readings: [[UInt8]] = [[]]
        readings[0].reserveCapacity(min(sounds.count, limit))
        for sound in sounds.prefix(limit) where !sound.isVowel {
            let main = sound.skeleton
            let other = sound.otherSkeleton
            let count = readings.count
            if let other, count * 2 <= skeletonLimit {
                for index in 0..<count {
                    readings.append(readings[index])
                    if other != 0 { readings[count + index].append(other) }
                }
            }
            guard main != 0 else { continue }
            for index in 0..<count { readings[index].append(main) }
        }
        return readings.filter { $0.count > 1 }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The sounds of each word; a second reading where the first word begins with ال, which may be Al or El.
    private static func readings(of name: String) -> [[[Sound]]] {
        var words = NameWord.words(of: name)
        var readings = [ComparisonKey(words).words.map(Sounds.of(word:))]
        if words.first?.hasArticle == true {
            words[0].hasArticle = false
            readings.append(ComparisonKey(words).words.map(Sounds.of(word:)))
        }
        return readings
    }

    /// How alike two names sound, 0…1: 1 less the cost of aligning their sounds for each consonant of the longer one; of
    /// names of as many words, that of the words that are least alike. Two spellings of a name have more than 0.8; their
    /// words must be in the same order.
    package static func similarity(_ left: String, _ right: String) -> Double {
        let (lefts, rights) = (readings(of: left), readings(of: right))
        let areLatin = isLatin(left) && isLatin(right)
        return lefts.lazy.map { left in
            rights.lazy.map { right in similarity(left, right, areLatin: areLatin) }.max() ?? 0
        }.max() ?? 0
    }

    private static func isLatin(_ name: String) -> Bool { (name.unicodeScalars.first?.value ?? 0) < 0x370 }

    private static func similarity(_ left: [[Sound]], _ right: [[Sound]], areLatin: Bool) -> Double {
        var (left, right) = (left, right)
        if areLatin {
            // Latin letters leave out no vowel.
            left = left.map { $0.map { $0.subtracting(.short) } }
            right = right.map { $0.map { $0.subtracting(.short) } }
        }
        if left.count == right.count {
            return zip(left, right).map { similarity($0, $1) }.min() ?? 0
        }
        return similarity(left.flatMap(\.self), right.flatMap(\.self))
    }

    /// Whether one name is the other in another script or language: they sound alike, and there is enough of them.
    package static func isSameName(_ left: String, _ right: String) -> Bool {
        guard
            ComparisonKey(left).words.flatMap(Sounds.of(word:)).prefix(limit).count(where: { !$0.isVowel })
                > 1
        else { return false }
        return similarity(left, right) > 0.8
    }

    private static func similarity(_ left: [Sound], _ right: [Sound]) -> Double {
        let left = Array(left.prefix(limit))
        let right = Array(right.prefix(limit))
        let weight = max(2, left.count { !$0.isVowel }, right.count { !$0.isVowel })
        return max(0, 1 - alignmentCost(left, right) / Double(weight))
    }

    /// Needleman and Wunsch (1970), a row at a time.
    private static func alignmentCost(_ left: [Sound], _ right: [Sound]) -> Double {
        var costs = [0.0]
        for sound in right { costs.append((costs.last ?? 0) + sound.omission) }
        for sound in left {
            var diagonal = costs[0]
            costs[0] += sound.omission
            for (index, other) in right.enumerated() {
                let replaced = diagonal + sound.replacement(by: other)
                let omitted = min(costs[index + 1] + sound.omission, costs[index] + other.omission)
                diagonal = costs[index + 1]
                costs[index + 1] = min(replaced, omitted)
            }
        }
        return costs[right.count]
    }
}
