/// What a letter or two may be pronounced like.
struct Sound: OptionSet {
    let rawValue: UInt32
    static let b = Sound(rawValue: 1)
    static let p = Sound(rawValue: 1 << 1)
    static let t = Sound(rawValue: 1 << 2)
    static let d = Sound(rawValue: 1 << 3)
    static let k = Sound(rawValue: 1 << 4)
    static let g = Sound(rawValue: 1 << 5)
    static let j = Sound(rawValue: 1 << 6)
    static let sh = Sound(rawValue: 1 << 7)
    static let s = Sound(rawValue: 1 << 8)
    static let z = Sound(rawValue: 1 << 9)
    static let f = Sound(rawValue: 1 << 10)
    static let v = Sound(rawValue: 1 << 11)
    static let m = Sound(rawValue: 1 << 12)
    static let n = Sound(rawValue: 1 << 13)
    static let l = Sound(rawValue: 1 << 14)
    static let r = Sound(rawValue: 1 << 15)
    static let h = Sound(rawValue: 1 << 16)
    static let kh = Sound(rawValue: 1 << 17)
    static let ch = Sound(rawValue: 1 << 18)
    static let a = Sound(rawValue: 1 << 19)
    static let i = Sound(rawValue: 1 << 20)
    static let u = Sound(rawValue: 1 << 21)
    static let w = Sound(rawValue: 1 << 22)
    static let y = Sound(rawValue: 1 << 23)
    /// A vowel that Arabic does not write: costs little when it is missing.
    static let short = Sound(rawValue: 1 << 24)

    /// May be a vowel, so that a skeleton leaves it out.
    var isVowel: Bool { !isDisjoint(with: [.a, .i, .u]) }

    /// The letter of a skeleton, 0 for none.
    var skeleton: UInt8 {
        for (sounds, letter) in Self.letters where rawValue & sounds.rawValue != 0 { return letter }
        return 0
    }

    /// The letter of the less likely reading; 0 for none.
    var otherSkeleton: UInt8? {
        switch self {
        case [.v, .f], [.v, .f, .w]: 0
        case [.ch, .sh, .k, .kh]: UInt8(ascii: "k")
        case [.d, .z]: UInt8(ascii: "s")
        case [.j, .y]: 0
        case [.k, .g]: UInt8(ascii: "g")
        default: nil
        }
    }

    private static let letters: [(Sound, UInt8)] = [
        ([.b, .p], UInt8(ascii: "b")), (.t, UInt8(ascii: "t")), (.d, UInt8(ascii: "d")),
        ([.ch, .sh], UInt8(ascii: "x")), (.f, UInt8(ascii: "f")), (.v, UInt8(ascii: "f")),
        (.kh, UInt8(ascii: "h")), (.k, UInt8(ascii: "k")), ([.s, .z], UInt8(ascii: "s")),
        ([.g, .j], UInt8(ascii: "g")), (.m, UInt8(ascii: "m")), (.n, UInt8(ascii: "n")),
        (.l, UInt8(ascii: "l")), (.r, UInt8(ascii: "r")),
    ]

    /// The cost of leaving it out.
    var omission: Double {
        if contains(.short) { return 0.05 }
        if isVowel { return 0.8 }
        return self == .h ? 0.6 : 1
    }

    func replacement(by other: Sound) -> Double {
        let common = intersection(other).subtracting(.short)
        if !common.isEmpty { return 0 }
        if isVowel, other.isVowel { return contains(.short) && other.contains(.short) ? 0.3 : 0.6 }
        if !isDisjoint(with: [.b, .p]), !other.isDisjoint(with: [.b, .p]) { return 0.5 }
        return isVowel || other.isVowel ? 1.2 : 1
    }
}
