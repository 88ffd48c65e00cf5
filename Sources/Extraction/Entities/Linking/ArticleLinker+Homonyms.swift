import Articles

extension ArticleLinker {
    /// Words within which a country speaks for a place.
    private static let reach = 6

    /// Places of one name are told apart by the countries named beside them.
    mutating func chooseHomonyms() {
        let countries = countriesOfSpans()
        var counts: [String: Int] = [:]
        for case let code? in countries { counts[code, default: 0] += 1 }
        guard !counts.isEmpty else { return }
        for node in nodes.indices {
            guard let known = nodes[node].known, spans[nodes[node].spans[0]].form != .adjective else {
                continue
            }
            let others = homonyms(node, known)
            guard !others.isEmpty else { continue }
            let own = gazetteer.entities[Int(known)].iso3166
            for other in others {
                guard let code = gazetteer.entities[Int(other)].iso3166, code != own else { continue }
                let speaks = nodes[node].spans.contains { isBeside($0, code, countries) }
                let isAlone = own.map { (counts[$0] ?? 0) <= ownCount(node, countries, $0) } ?? true
                if speaks, isAlone, (counts[code] ?? 0) > 1 || isNext(node, code, countries) {
                    nodes[node].known = other
                    break
                }
            }
        }
    }

    /// The code of the country that each span names or lies in.
    private func countriesOfSpans() -> [String?] {
        var codes: [Int32: String?] = [:]
        return nodeOfSpan.map { node in
            guard let known = nodes[node].known, nodes[node].kind == .place else { return nil }
            if let code = codes[known] { return code }
            let code = gazetteer.entities[Int(known)].iso3166
            codes[known] = code
            return code
        }
    }

    /// Other entities of the same name and kind.
    private func homonyms(_ node: Int, _ known: Int32) -> [Int32] {
        guard nodes[node].kind == .place || nodes[node].isAcronym else { return [] }
        var folded = NameTable.Folded()
        let span = spans[nodes[node].spans[0]]
        for word in span.words {
            let range = words.words[word].range
            folded.append(words.text, max(range.lowerBound, span.range.lowerBound)..<range.upperBound)
        }
        var found: [Int32] = []
        var target = gazetteer.names.target(NameKey.hash(folded.bytes))
        while let next = target {
            if next.entity != known, gazetteer.entities.kind(at: Int(next.entity)) == nodes[node].kind {
                found.append(next.entity)
            }
            target = gazetteer.names.next(after: next)
        }
        return found
    }

    /// How often the name itself counts for its country.
    private func ownCount(_ node: Int, _ countries: [String?], _ code: String) -> Int {
        nodes[node].spans.count { countries[$0] == code }
    }

    private func isBeside(_ position: Int, _ code: String, _ countries: [String?]) -> Bool {
        let span = spans[position]
        for other in max(0, position - 3)...min(spans.count - 1, position + 3)
        where other != position && countries[other] == code {
            let gap =
                other < position
                ? span.words.lowerBound - spans[other].words.upperBound
                : spans[other].words.lowerBound - span.words.upperBound
            if gap < Self.reach { return true }
        }
        return false
    }

    /// «طرابلس اللبنانية», «Tripoli, Lebanon».
    private func isNext(_ node: Int, _ code: String, _ countries: [String?]) -> Bool {
        nodes[node].spans.contains { position in
            position + 1 < spans.count && countries[position + 1] == code
                && spans[position + 1].words.lowerBound == spans[position].words.upperBound
        }
    }
}
