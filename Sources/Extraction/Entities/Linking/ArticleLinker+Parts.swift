import Articles
import TextAnalysis

extension ArticleLinker {
    /// Words that stand before the name proper.
    private static let heads: WordTraits = [.organisation, .institution, .product, .placeCue]

    private static let particles: Set<String> = ["of", "and", "for", "the", "on", "in", "de", "du", "la"]

    mutating func registerParts(_ node: Int) {
        let name = nodes[node].key.words
        if let core = core(node) { index.insert(node, .core, nodes[node].kind, core) }
        for count in 1..<max(2, min(name.count, 8)) where count < name.count {
            index.insert(node, .start, nodes[node].kind, name[..<count].joined())
        }
    }

    /// The name without the word that says what it is: «شركة بوينغ», «خبرگزاری تسنیم».
    private func core(_ node: Int) -> String? {
        let name = nodes[node].key.words
        guard name.count > 1, isHead(name[0]) else { return nil }
        var rest = name.dropFirst()
        if rest.count > 1, let last = rest.last, isTail(last) { rest = rest.dropLast() }
        let text = rest.joined()
        return text.unicodeScalars.count > 2 && !isHead(text) ? text : nil
    }

    private func isHead(_ word: String) -> Bool {
        !traits(ofWord: word).isDisjoint(with: Self.heads)
    }

    /// Words of an adjective or an organisation's kind at the end.
    private func isTail(_ word: String) -> Bool {
        !traits(ofWord: word).isDisjoint(with: [.organisationTail, .organisationSuffix])
    }

    /// A name by a longer one that begins with it, or with a word such as شركة more or less.
    func partLink(_ node: Int) -> NameLink? {
        let kind = nodes[node].kind
        let strict = nodes[node].key.strict
        if let core = core(node) {
            let bare = index.nodes(.strict, kind, core)
            if let found = only(bare) { return link(found, 0.85, "spelling of", isAlias: true) }
            let tailed = index.nodes(.core, kind, core).filter {
                nodes[$0].key.words.first == nodes[node].key.words.first
            }
            if let found = only(tailed) { return link(found, 0.85, "short form of", isAlias: true) }
        } else if let found = only(index.nodes(.core, kind, strict)) {
            return link(found, 0.8, "short form of", isAlias: true)
        }
        guard kind == .organisation || kind == .product, mayStandAlone(node) else { return nil }
        let longer = index.nodes(.start, kind, strict).filter { isShortForm(node, of: $0) }
        return only(longer).map { link($0, 0.7, "short form of", isAlias: true) }
    }

    private func mayStandAlone(_ node: Int) -> Bool {
        let name = nodes[node].key.words
        return name.count > 1 || name.first.map { !isHead($0) && !isTail($0) } ?? false
    }

    /// Whether what the longer name has more says only what or where it is.
    private func isShortForm(_ node: Int, of longer: Int) -> Bool {
        let rest = nodes[longer].key.words.dropFirst(nodes[node].key.words.count)
        guard !rest.isEmpty else { return false }
        if let last = rest.last, isTail(last) { return true }
        if nodes[node].isArabic { return isPlaceOrAdjective(rest) }
        return nodes[node].key.words.count == 1
    }

    /// A place or an adjective of one, such as الروسية or الكورية الجنوبية. Words of a `ComparisonKey` have lost their article,
    /// names of places may keep it.
    private func isPlaceOrAdjective(_ rest: ArraySlice<String>) -> Bool {
        [rest.joined(separator: " "), rest.first ?? ""].contains { text in
            [text, "ال" + text].contains { name in
                guard let target = gazetteer.names.target(NameKey.hash(name.utf8)) else { return false }
                let isWhole = text.utf8.count == rest.reduce(-1) { $0 + $1.utf8.count + 1 }
                return gazetteer.entities.kind(at: Int(target.entity)) == .place
                    && (isWhole || target.form == .adjective)
            }
        }
    }

    /// The initials of a name of several Latin words: with and without of, and, for.
    func initials(of name: NameNode) -> [String] {
        let words = name.key.words
        guard !name.isArabic, words.count > 1, words.count < 12 else { return [] }
        let all = String(words.compactMap(\.first))
        let short = String(words.filter { !Self.particles.contains($0) }.compactMap(\.first))
        return all == short ? [all] : [all, short]
    }

    /// An acronym whose letters begin the words of one longer name.
    func acronymLink(_ node: Int) -> NameLink? {
        let name = nodes[node]
        guard name.isAcronym, name.key.strict.utf8.count > 1, name.kind != .person else { return nil }
        let found = index.nodes(.initials, name.kind, name.key.strict)
        return only(found).map { link($0, 0.85, "acronym of", isAlias: true) }
    }
}
