import Articles
import TextAnalysis

/// Tells which names of an article are the same entity: spans in, entities and mentions out.
///
/// A name of the gazetteer is its entity. Any other is looked up among the article's names by its spelling, as a part of a
/// longer name, as an acronym, and by its sound; it is linked only where one entity comes into question. Look-ups are bounded,
/// so that the cost is linear in the article.
struct ArticleLinker {
    /// Names after so many different ones are linked by their spelling alone.
    static let limit = 2_000

    let words: NameWords
    let traits: [WordTraits]
    /// UTF-8 bytes of the proclitic that was taken off each word for `traits`.
    let dropped: [Int]
    let gazetteer: Gazetteer
    let lexicon = NameLexicon.standard

    /// In the order of the text.
    var spans: [NameSpan] = []
    var nodes: [NameNode] = []
    /// The node of each span.
    var nodeOfSpan: [Int] = []
    /// The name before a parenthesis and the one in it.
    var partners: [Int: Int] = [:]
    var index = NodeIndex()
    /// Spans of a last name that several people have, with the person meant there.
    var peopleOfSpans: [Int: NameLink] = [:]

    init(_ pass: TaggingPass) {
        words = pass.words
        traits = pass.traits
        dropped = pass.dropped
        gazetteer = pass.gazetteer
    }

    /// The entities that `settled` spans name, in the order of first mention, and the mentions in the order of the text.
    func link(_ settled: [NameSpan]) -> (entities: [Entity], mentions: [Mention]) {
        var linker = self
        linker.collect(settled)
        linker.chooseHomonyms()
        linker.linkNodes()
        linker.linkSharedLastNames()
        return linker.result()
    }

    /// Known names first, then the longer ones before their parts.
    private mutating func linkNodes() {
        let kinds = comparedKinds()
        for node in nodes.indices where kinds.contains(nodes[node].kind) {
            nodes[node].key = ComparisonKey(nodes[node].text)
        }
        var firstOfKnown: [Int32: Int] = [:]
        for node in nodes.indices {
            guard let known = nodes[node].known else { continue }
            let first = firstOfKnown[known] ?? node
            firstOfKnown[known] = first
            nodes[node].link = NameLink(node: first, confidence: 1, reason: "name", isAlias: false)
            guard kinds.contains(nodes[node].kind) else { continue }
            readSounds(node)
            register(node)
        }
        for node in order(of: kinds) {
            restoreWholeName(node)
            readSounds(node)
            nodes[node].link =
                findLink(node) ?? NameLink(node: node, confidence: 1, reason: "name", isAlias: false)
            register(node)
        }
    }

    /// The kinds of which there is a name that the gazetteer does not have, and another one.
    private func comparedKinds() -> Set<Entity.Kind> {
        let unknown = Set(nodes.lazy.filter { $0.known == nil }.map(\.kind))
        return unknown.filter { kind in nodes.lazy.filter { $0.kind == kind }.prefix(2).count == 2 }
    }

    /// Names that the gazetteer does not have, longer ones first, then in the order of the text.
    private func order(of kinds: Set<Entity.Kind>) -> [Int] {
        nodes.indices.filter { nodes[$0].known == nil && kinds.contains(nodes[$0].kind) }.sorted {
            let (left, right) = (nodes[$0], nodes[$1])
            if left.key.words.count != right.key.words.count {
                return left.key.words.count > right.key.words.count
            }
            return left.spans[0] < right.spans[0]
        }
    }

    /// The entity of a node, as the index of its first node.
    func root(_ node: Int) -> Int { nodes[node].link?.node ?? node }

    private func findLink(_ node: Int) -> NameLink? {
        if let link = partnerLink(node) { return link }
        if let found = only(index.nodes(.strict, nodes[node].kind, nodes[node].key.strict)) {
            return link(found, 0.95, "spelling of", isAlias: true)
        }
        guard node < Self.limit else { return nil }
        if let link = acronymLink(node) { return link }
        switch nodes[node].kind {
        case .person: if let link = personLink(node) { return link }
        default: if let link = partLink(node) { return link }
        }
        return soundLink(node)
    }

    func link(_ found: Int, _ confidence: Double, _ relation: String, isAlias: Bool) -> NameLink {
        let root = root(found)
        return NameLink(
            node: root, confidence: confidence, reason: relation + " " + nodes[root].text, isAlias: isAlias)
    }

    /// A node of those given, if all of them are one entity.
    func only(_ found: [Int]) -> Int? {
        guard let first = found.first else { return nil }
        let root = root(first)
        return found.dropFirst().allSatisfy { self.root($0) == root } ? first : nil
    }

    /// «محمود عباس (أبو مازن)», «إلبيت سيستمز (Elbit Systems)», «Elbit Systems (ES)».
    private func partnerLink(_ node: Int) -> NameLink? {
        guard let partner = partners[node], nodes[partner].link != nil else { return nil }
        return link(partner, 0.9, "beside", isAlias: true)
    }

    private mutating func readSounds(_ node: Int) {
        if node < Self.limit { nodes[node].skeletons = Transliteration.skeletons(of: nodes[node].text) }
    }

    private mutating func register(_ node: Int) {
        let name = nodes[node]
        let kind = name.kind
        index.insert(node, .strict, kind, name.key.strict)
        guard node < Self.limit else { return }
        for initials in initials(of: name) { index.insert(node, .initials, kind, initials) }
        for skeleton in name.skeletons { index.insert(node, .sound, kind, skeleton) }
        index.insert(node, .startLetters, kind, Self.startLetters(name.key.strict))
        index.insert(node, .endLetters, kind, Self.endLetters(name.key.strict))
        if kind == .person { registerPerson(node) } else { registerParts(node) }
    }

    static func startLetters(_ text: String) -> Substring { Substring(text.unicodeScalars.prefix(3)) }

    static func endLetters(_ text: String) -> Substring { Substring(text.unicodeScalars.suffix(3)) }

    func traits(ofWord word: String) -> WordTraits { lexicon.traits(NameKey.hash(word.utf8)) }
}
