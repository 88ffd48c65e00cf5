import Extraction

/// What the labels of a set of sentences are in the model.
struct LabelMap {
    /// The types of the model, in their order there.
    private let types: [String]
    private static let standard = [
        "PERSON": ["PER"], "ORGANISATION": ["ORG"], "ORGANIZATION": ["ORG"], "GPE": ["LOC"],
        "LOCATION": ["LOC"], "WORK": ["PROD"], "WEAPON": ["PROD"], "MILITARYPLATFORM": ["PROD"],
        "NATIONALITY": ["NORP"],
    ]

    /// The types that a label may stand for; `O` among them when it may be no name.
    private var names = standard
    /// Types that the set does not mark: its words without a name may have them.
    private var unmarked: [String] = []

    /// What `SET:FROM=TO|TO` and `SET:?TYPE` say of the set `name`; without a set they hold for all sets.
    /// - Throws: `TrainingError.labelMap`
    init(_ rules: [String] = [], set name: String = "", types: [String]) throws(TrainingError) {
        self.types = types
        for rule in rules {
            var text = Substring(rule)
            if let colon = text.firstIndex(of: ":") {
                guard text[..<colon] == name else { continue }
                text = text[text.index(after: colon)...]
            }
            if text.first == "?", types.contains(String(text.dropFirst())) {
                unmarked.append(String(text.dropFirst()))
                continue
            }
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { throw .labelMap(rule) }
            let targets = parts[1].split(separator: "|").map(String.init)
            guard targets.allSatisfy({ $0 == "O" || types.contains($0) }) else { throw .labelMap(rule) }
            names[parts[0].uppercased()] = targets
        }
    }

    /// What a label of a file may be in the model: empty for no name.
    func types(of label: String) -> [String] {
        let label = label.uppercased()
        return names[label] ?? (types.contains(label) ? [label] : [])
    }

    /// The labels of types that the set does not mark, a bit each.
    func unmarkedLabels(_ labels: LabelSet) -> UInt32 {
        unmarked.compactMap { labels.types.firstIndex(of: $0) }.reduce(0) { $0 | Self.anyPlace($1) }
    }

    /// For each token the labels that it may have, a bit each.
    func masks(_ spans: [(tokens: Range<Int>, label: String)], count: Int, _ labels: LabelSet) -> [UInt32] {
        var masks = [UInt32](repeating: 1 | unmarkedLabels(labels), count: count)
        for (tokens, label) in spans {
            let types = types(of: label)
            if types.isEmpty { continue }
            for (offset, token) in tokens.enumerated() {
                var mask: UInt32 = types.contains("O") ? 1 : 0
                for type in types {
                    guard let index = labels.types.firstIndex(of: type) else { continue }
                    let isLast = offset == tokens.count - 1
                    let label =
                        offset == 0
                        ? isLast ? LabelSet.single(index) : LabelSet.begin(index)
                        : isLast ? LabelSet.end(index) : LabelSet.inner(index)
                    mask |= 1 << UInt32(label)
                }
                masks[token] = mask == 0 ? 1 : mask
            }
        }
        return masks
    }

    /// S, B, I and E.
    private static func anyPlace(_ type: Int) -> UInt32 {
        1 << UInt32(LabelSet.single(type)) | 1 << UInt32(LabelSet.begin(type))
            | 1 << UInt32(LabelSet.inner(type)) | 1 << UInt32(LabelSet.end(type))
    }
}
