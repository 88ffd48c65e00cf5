import Articles
import TextAnalysis

extension ArticleLinker {
    mutating func registerPerson(_ node: Int) {
        let words = nodes[node].key.words
        guard let first = words.first, let last = words.last, words.count > 1 else { return }
        index.insert(node, .last, .person, last)
        index.insert(node, .first, .person, first)
        index.insert(node, .firstAndLast, .person, first + " " + last)
        for skeleton in Transliteration.skeletons(of: last) {
            index.insert(node, .lastSound, .person, skeleton)
        }
    }

    /// A person by a part of the name that stands in full elsewhere.
    func personLink(_ node: Int) -> NameLink? {
        let name = nodes[node].key.words
        guard let last = name.last, let first = name.first else { return nil }
        if name.count > 1 {
            let found = index.nodes(.firstAndLast, .person, first + " " + last).filter {
                Self.isSubsequence(name, nodes[$0].key.words)
            }
            if let found = only(found) { return link(found, 0.75, "short form of", isAlias: true) }
        }
        let full = index.nodes(.last, .person, last).filter { isLastName(name, of: nodes[$0].key.words) }
        if let found = only(full) { return link(found, 0.8, "last name of", isAlias: false) }
        guard full.isEmpty else { return nil }
        if name.count == 1 {
            let called = index.nodes(.first, .person, first).filter {
                nodes[$0].spans[0] < nodes[node].spans[0] && first.unicodeScalars.count > 3
            }
            if traits(ofWord: first).contains(.givenName), let found = only(called) {
                return link(found, 0.55, "first name of", isAlias: false)
            }
        }
        return name.count == 1 ? lastSoundLink(node, last) : nil
    }

    /// «كلمور» after «يوسف كلمور» is no لمور with a proclitic.
    mutating func restoreWholeName(_ node: Int) {
        guard nodes[node].kind == .person, nodes[node].known == nil, let whole = nodes[node].wholeWord,
            let last = ComparisonKey(whole).words.last,
            only(index.nodes(.last, .person, last)) != nil,
            index.nodes(.last, .person, nodes[node].key.words.last ?? "").isEmpty
        else { return }
        nodes[node].isWhole = true
        nodes[node].text = whole
        nodes[node].key = ComparisonKey(whole)
    }

    /// Whether `name` ends `full`: one word of a family that is not the father's given name (محمد بن سلمان).
    private func isLastName(_ name: [String], of full: [String]) -> Bool {
        guard name.count < full.count, full.suffix(name.count).elementsEqual(name) else { return false }
        let before = full[full.count - name.count - 1]
        return !["بن", "bin", "ibn", "ben", "ابو", "abu", "ال"].contains(before)
            && (name.count > 1 || (name.first?.unicodeScalars.count ?? 0) > 2)
    }

    private static func isSubsequence(_ short: [String], _ long: [String]) -> Bool {
        var rest = short[...]
        for word in long where word == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    private func lastSoundLink(_ node: Int, _ last: String) -> NameLink? {
        var found: [Int] = []
        for skeleton in nodes[node].skeletons {
            for other in index.nodes(.lastSound, .person, skeleton) {
                guard let name = nodes[other].key.words.last, isLastName([name], of: nodes[other].key.words)
                else { continue }
                if isSpelling(last, of: name) || Transliteration.isSameName(last, name) {
                    found.append(other)
                }
            }
        }
        return only(found).map { link($0, 0.7, "last name of", isAlias: false) }
    }

    /// A last name that several people have means, at each place, the one who was named shortly before if nobody else was.
    mutating func linkSharedLastNames() {
        var lastSeen: [Int: Int] = [:]
        for (position, span) in spans.enumerated() where span.kind == .person {
            let node = nodeOfSpan[position]
            defer { lastSeen[peopleOfSpans[position]?.node ?? root(node)] = span.words.lowerBound }
            guard nodes[node].known == nil, root(node) == node, let last = nodes[node].key.words.last else {
                continue
            }
            let people = index.nodes(.last, .person, last).filter {
                isLastName(nodes[node].key.words, of: nodes[$0].key.words)
            }
            guard people.count > 1 else { continue }
            let near = Set(people.map(root)).filter { person in
                lastSeen[person].map { span.words.lowerBound - $0 < Self.nearby } ?? false
            }
            guard near.count == 1, let person = near.first else { continue }
            peopleOfSpans[position] = link(person, 0.6, "last name of", isAlias: false)
        }
    }

    /// Words between a name and what may refer to it.
    static let nearby = 60
}
