/// Reads the letters of names as sounds.
enum Sounds {
    /// The sounds of a word of a `ComparisonKey`.
    static func of(word: String) -> [Sound] {
        var sounds: [Sound] = []
        let scalars = Array(word.unicodeScalars)
        if let first = scalars.first, (0x600...0x6ff).contains(first.value) {
            appendArabic(scalars, to: &sounds)
        } else {
            appendLatin(scalars, to: &sounds)
        }
        return sounds
    }

    private static func appendArabic(_ word: [Unicode.Scalar], to sounds: inout [Sound]) {
        var index = 0
        while index < word.count {
            if let (found, length) = arabicGroup(word, index) {
                sounds += found
                index += length
            } else {
                let sound = arabicLetter(word, index)
                if !sound.isEmpty { sounds.append(sound) }
                index += 1
            }
        }
    }

    /// Two letters or three that are one sound, or other ones than each alone.
    private static func arabicGroup(_ word: [Unicode.Scalar], _ index: Int) -> ([Sound], Int)? {
        let next = index + 1 < word.count ? word[index + 1] : nil
        let isEnd = index + 2 == word.count
        switch (word[index], next) {
        case ("ت", "ش"): return ([[.ch, .sh]], 2)
        case ("ت", "س"), ("ت", "ز"): return ([[.s, .z]], 2)
        case ("ا", "ي"): return ([[.a, .i, .y]], 2)
        case ("ا", "و"): return ([[.a, .u, .w, .v]], 2)
        case ("ه", "ا") where index > 1 && index + 3 == word.count && word[index + 2] == "ي":
            // ه‌ای is Persian for ئي at the end.
            return ([[.i, .y]], 3)
        case ("ي", "ي"): return (isEnd ? [[.i, .y], [.a, .i, .y, .short]] : [[.i, .y]], 2)
        case ("و", "و"): return (isEnd ? [[.u, .w, .v], [.a, .i, .y, .short]] : [[.u, .w, .v]], 2)
        case ("د", "ج") where index == 0: return ([.j], 2)
        case ("ل", "ل"): return ([.l], 2)
        default: return nil
        }
    }

    private static func arabicLetter(_ word: [Unicode.Scalar], _ index: Int) -> Sound {
        let isEnd = index + 1 == word.count
        switch word[index] {
        // The carrier of a hamza.
        case "ا" where index == 0: return [.a, .i, .u, .short]
        // ة, and the silent ه of Persian.
        case "ه" where isEnd && index > 1: return [.a, .i, .h, .short]
        case "و": return index == 0 ? [.v, .f, .w] : [.u, .w, .v]
        // At the end it may be ى.
        case "ي": return isEnd ? [.i, .y, .a] : [.i, .y]
        default:
            let value = Int(word[index].value) - arabicStart
            return arabicTable.indices.contains(value) ? arabicTable[value] : []
        }
    }

    private static let arabicStart = 0x600

    /// `arabic` by the place of a letter in its block.
    private static let arabicTable: [Sound] = (0..<0x100).map { place in
        Unicode.Scalar(UInt32(arabicStart + place)).flatMap { arabic[$0] } ?? []
    }

    /// Letters after folding.
    private static let arabic: [Unicode.Scalar: Sound] = [
        "ا": .a, "ء": [.a, .short], "ع": [.a, .i, .u, .short], "ب": [.b, .p], "پ": .p, "ت": .t, "ط": .t,
        "ث": [.t, .s], "ج": [.j, .g], "چ": [.ch, .sh], "ح": .h, "خ": [.kh, .h], "د": .d, "ذ": [.d, .z],
        "ر": .r,
        "ز": [.z, .s], "ژ": [.j, .z], "س": .s, "ش": [.sh, .ch], "ص": .s, "ض": [.d, .z], "ظ": [.z], "غ": .g,
        "ف": [.f], "ڤ": [.v, .f], "ق": [.k, .g], "ك": [.k], "گ": .g, "ل": .l, "م": .m, "ن": .n, "ه": .h,
    ]

    private static func appendLatin(_ word: [Unicode.Scalar], to sounds: inout [Sound]) {
        var index = 0
        while index < word.count {
            let (sound, length) = latin(word, index)
            // Doubled letters are one sound.
            let isDoubled = index > 0 && length == 1 && word[index] == word[index - 1]
            if !sound.isEmpty, !(isDoubled && !sound.isVowel) { sounds.append(sound) }
            if length == 1, word[index] == "x", sound == .k { sounds.append(.s) }
            index += length
        }
    }

    /// The longest spelling of a sound that stands at `index`.
    private static func latin(_ word: [Unicode.Scalar], _ index: Int) -> (Sound, Int) {
        if mayBeginGroup(word[index]) {
            for length in stride(from: min(4, word.count - index), through: 2, by: -1) {
                if let sound = groups[packed(word[index..<index + length])] { return (sound, length) }
            }
        }
        let next = index + 1 < word.count ? word[index + 1] : nil
        switch word[index] {
        case "c":
            let isSoft = next == "e" || next == "i" || next == "y"
            // C is ج in Turkish.
            return (isSoft ? [.s, .j] : .k, 1)
        case "h" where next == nil && index > 1: return ([.a, .i, .h, .short], 1)
        case "x" where index == 0 && next == "i": return ([.s, .sh], 1)
        case "e" where next == nil && index > 1: return ([.i, .short], 1)
        default:
            let value = Int(word[index].value)
            let sound = latinTable.indices.contains(value) ? latinTable[value] : []
            // A vowel at the end is written in every script.
            return (next == nil && index > 1 ? sound.subtracting(.short) : sound, 1)
        }
    }

    /// `latinLetters` by the letter's value.
    private static let latinTable: [Sound] = (0..<0x80).map { value in
        Unicode.Scalar(UInt32(value)).flatMap { latinLetters[$0] } ?? []
    }

    /// `latinGroups` by their letters in one number.
    private static let groups: [UInt32: Sound] = Dictionary(
        uniqueKeysWithValues: latinGroups.map { (packed(Array($0.key.unicodeScalars)[...]), $0.value) })

    /// A bit for each letter that a group begins with.
    private static let groupStarts: UInt32 = latinGroups.keys.reduce(0) { bits, group in
        bits | 1 << (group.unicodeScalars.first.map { $0.value & 31 } ?? 0)
    }

    private static func mayBeginGroup(_ letter: Unicode.Scalar) -> Bool {
        letter.value &- 0x61 < 26 && groupStarts >> (letter.value & 31) & 1 == 1
    }

    /// At most four ASCII letters; 0 for others.
    private static func packed(_ letters: ArraySlice<Unicode.Scalar>) -> UInt32 {
        var packed: UInt32 = 0
        for letter in letters {
            guard letter.isASCII else { return 0 }
            packed = packed << 8 | letter.value
        }
        return packed
    }

    private static let latinGroups: [String: Sound] = [
        "tsch": .ch, "sch": .sh, "tch": .ch, "sh": .sh, "ch": [.ch, .sh, .k, .kh], "kh": [.kh, .h],
        "gh": .g, "th": [.t, .s, .d], "dh": [.d, .z], "ph": .f, "ck": .k, "qu": .k, "zh": [.j, .z],
        "ts": [.s, .z], "tz": [.s, .z], "dj": .j, "ou": [.u, .w], "oo": [.u],
        "ee": [.i, .y], "ei": [.i, .y], "ai": [.i, .y, .a],
        "ay": [.i, .y, .a], "ey": [.i, .y], "ow": [.u, .w, .a],
        "eu": [.u, .w, .i, .y], "au": [.u, .a, .w], "ew": [.u, .w], "wh": .w,
    ]

    private static let latinLetters: [Unicode.Scalar: Sound] = [
        "a": [.a, .short], "e": [.a, .i, .short], "i": [.i, .y, .short], "o": [.u, .w, .short],
        "u": [.u, .w, .a, .short], "y": [.i, .y, .short], "w": [.v, .f, .w], "b": .b, "d": .d, "f": .f,
        "g": [.g, .j], "h": .h, "j": [.j, .y], "k": .k, "l": .l, "m": .m, "n": .n, "p": .p, "q": [.k, .g],
        "r": .r, "s": .s, "t": .t, "v": [.v, .f], "x": .k, "z": [.z, .s],
    ]
}
