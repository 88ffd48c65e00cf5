/// Independent sources: who credits the same agency, or says the same sentence, is one voice.
package enum Voices {
    /// The number of the voice of each event, from 0 in the order in which voices first occur. Of many near copies it may matter
    /// in which order they are given.
    package static func clusters(of events: [ArticleEvent]) -> [Int] {
        var parents = Array(events.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index { index = parents[index] }
            return index
        }
        func join(_ one: Int, _ other: Int) {
            let (one, other) = (root(one), root(other))
            parents[max(one, other)] = min(one, other)
        }
        var firstOfVoice: [String: Int] = [:]
        // Copies share a key nearly always, so that only few are compared.
        var firstsOfKey: [UInt64: [Int]] = [:]
        for (index, event) in events.enumerated() {
            if let first = firstOfVoice[event.voice] {
                join(first, index)
            } else {
                firstOfVoice[event.voice] = index
            }
            for key in event.copy.keys {
                let firsts = firstsOfKey[key] ?? []
                if let first = firsts.first(where: { events[$0].copy.isCopy(of: event.copy) }) {
                    join(first, index)
                } else if firsts.count < maximumFirsts {
                    firstsOfKey[key] = firsts + [index]
                }
            }
        }
        var numbers: [Int: Int] = [:]
        return events.indices.map { index in
            let root = root(index)
            let number = numbers[root] ?? numbers.count
            numbers[root] = number
            return number
        }
    }

    private static let maximumFirsts = 16

    /// How many voices there are.
    package static func count(of events: [ArticleEvent]) -> Int {
        (clusters(of: events.sorted { $0.rank < $1.rank }).max() ?? -1) + 1
    }
}
