import Articles

extension ArticleLinker {
    /// Words within which a country speaks for a place.
    private static let reach = 6

    /// Places of one name are told apart by the countries named beside them.
    mutating func chooseHomonyms() {
        let countries = nodeOfSpan.map { node in
            guard let known = nodes[node].known, nodes[node].kind == .place else { return CountryCode.none }
            return gazetteer.entities.country(at: Int(known))
        }
        var counts: [CountryCode: Int] = [:]
        for code in countries where code != .none { counts[code, default: 0] += 1 }
        guard counts.count > 1 else { return }
        for node in nodes.indices {
            guard let known = nodes[node].known, spans[nodes[node].spans[0]].form != .adjective else {
                continue
            }
            let own = gazetteer.entities.country(at: Int(known))
            for other in homonyms(node, known) {
                let code = gazetteer.entities.country(at: Int(other))
                guard code != .none, code != own else { continue }
                let speaks = nodes[node].spans.contains { isBeside($0, code, countries) }
                let isAlone = own == .none || (counts[own] ?? 0) <= ownCount(node, countries, own)
                if speaks, isAlone, (counts[code] ?? 0) > 1 || isNext(node, code, countries) {
                    nodes[node].known = other
                    break
                }
            }
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
    private func ownCount(_ node: Int, _ countries: [CountryCode], _ code: CountryCode) -> Int {
        nodes[node].spans.count { countries[$0] == code }
    }

    private func isBeside(_ position: Int, _ code: CountryCode, _ countries: [CountryCode]) -> Bool {
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
    private func isNext(_ node: Int, _ code: CountryCode, _ countries: [CountryCode]) -> Bool {
        nodes[node].spans.contains { position in
            position + 1 < spans.count && countries[position + 1] == code
                && spans[position + 1].words.lowerBound == spans[position].words.upperBound
        }
    }
}
