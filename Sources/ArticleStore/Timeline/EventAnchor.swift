import Articles

/// What an article's event is known by, as long as the article's text is the same, whatever is read from it: where its first
/// claim and the words of its date stand, such as `120-200@150-162`; `#2` for the second of those that share that.
enum EventAnchor {
    static func all(of events: [Event]) -> [String] {
        var counts: [String: Int] = [:]
        return events.map { event in
            let place = event.claims.min { key($0) < key($1) }.map(place) ?? ""
            let count = counts[place, default: 0] + 1
            counts[place] = count
            return count == 1 ? place : place + "#" + String(count)
        }
    }

    /// Which of `events` each of `anchors` stands for. What is not there exactly is what alone has such a claim with such a date,
    /// or else such a claim; no two anchors stand for one event.
    static func ordinals(of anchors: Set<String>, in events: [Event]) -> [String: Int] {
        var found: [String: Int] = [:]
        var taken: Set<Int> = []
        for (ordinal, anchor) in all(of: events).enumerated() where anchors.contains(anchor) {
            found[anchor] = ordinal
            taken.insert(ordinal)
        }
        for separator: Character in ["#", "@"] {
            var places: [Substring: Set<Int>] = [:]
            for (ordinal, event) in events.enumerated() {
                for claim in event.claims {
                    places[place(claim)[...].prefix { $0 != separator }, default: []].insert(ordinal)
                }
            }
            for anchor in anchors.sorted() where found[anchor] == nil {
                let matches = places[anchor.prefix { $0 != separator }] ?? []
                guard matches.count == 1, let only = matches.first, taken.insert(only).inserted else {
                    continue
                }
                found[anchor] = only
            }
        }
        return found
    }

    private static func place(_ claim: Claim) -> String {
        let range = String(claim.range.lowerBound) + "-" + String(claim.range.upperBound)
        guard let date = claim.dateRange else { return range }
        return range + "@" + String(date.lowerBound) + "-" + String(date.upperBound)
    }

    private static func key(_ claim: Claim) -> (Int, Int, Int) {
        (claim.range.lowerBound, claim.dateRange?.lowerBound ?? 0, claim.range.upperBound)
    }
}
