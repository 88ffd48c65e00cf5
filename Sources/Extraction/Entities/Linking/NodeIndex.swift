import Articles

/// Names by what they are looked up by; few are kept for each, so that a look-up costs little in any text.
struct NodeIndex {
    /// What a name is looked up by.
    enum Key: UInt64 {
        case strict = 1
        /// Without words such as شركة.
        case core
        /// The first words of a longer name.
        case start
        /// The last word of a person's name, and its sound.
        case last, lastSound
        case first, firstAndLast
        case initials
        case sound
        /// Two letters at the start and at the end, for one mistyped letter.
        case startLetters, endLetters
    }

    /// Names of one key that are kept: the first ones.
    private static let limit = 8

    private var nodes: [UInt64: [Int]] = [:]

    mutating func insert(_ node: Int, _ key: Key, _ kind: Entity.Kind, _ text: some StringProtocol) {
        guard !text.isEmpty else { return }
        let hash = Self.hash(key, kind, text)
        let found = nodes[hash] ?? []
        if found.count < Self.limit, !found.contains(node) { nodes[hash, default: []].append(node) }
    }

    func nodes(_ key: Key, _ kind: Entity.Kind, _ text: some StringProtocol) -> [Int] {
        text.isEmpty ? [] : nodes[Self.hash(key, kind, text)] ?? []
    }

    private static func hash(_ key: Key, _ kind: Entity.Kind, _ text: some StringProtocol) -> UInt64 {
        let kinds: UInt64 =
            switch kind {
            case .person: 1
            case .organisation: 2
            case .place: 3
            case .product: 4
            case .event: 5
            }
        return NameKey.hash(text.utf8, from: NameKey.seed &+ NameKey.finished(key.rawValue << 8 | kinds))
    }
}
