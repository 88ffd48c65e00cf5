import Articles
import Foundation

/// Counts of names: right, found, and there to be found.
struct Score {
    struct Name: Hashable {
        /// Indices of tokens.
        var tokens: Range<Int>
        var kind: Entity.Kind
    }

    struct Count: Equatable {
        var right = 0
        var found = 0
        var gold = 0

        var precision: Double { found > 0 ? Double(right) / Double(found) : 0 }
        var recall: Double { gold > 0 ? Double(right) / Double(gold) : 0 }
        /// The harmonic mean of both.
        var f1: Double {
            precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        }

        fileprivate var row: String {
            String(format: "%7.2f %7.2f %7.2f %7d %7d", precision * 100, recall * 100, f1 * 100, found, gold)
        }

        static func + (left: Count, right: Count) -> Count {
            Count(
                right: left.right + right.right, found: left.found + right.found, gold: left.gold + right.gold
            )
        }
    }

    private(set) var counts: [Entity.Kind: Count] = [:]

    mutating func add(gold: Set<Name>, found: Set<Name>) {
        for name in gold { counts[name.kind, default: Count()].gold += 1 }
        for name in found {
            counts[name.kind, default: Count()].found += 1
            if gold.contains(name) { counts[name.kind, default: Count()].right += 1 }
        }
    }

    /// People, organisations and places together.
    var main: Count {
        [Entity.Kind.person, .organisation, .place].reduce(Count()) { $0 + (counts[$1] ?? Count()) }
    }

    /// The kind that a label of a file is counted as.
    static func kind(of label: String) -> Entity.Kind? {
        switch label.uppercased() {
        case "PER", "PERSON": .person
        case "LOC", "GPE", "FAC", "LOCATION": .place
        case "ORG", "ORGANISATION", "ORGANIZATION": .organisation
        case "PROD", "WORK", "WEAPON", "MILITARYPLATFORM": .product
        case "EVENT": .event
        default: nil
        }
    }

    var table: String {
        var lines = ["            prec     rec      f1   found    gold"]
        for kind in Entity.Kind.allCases {
            guard let count = counts[kind], count.gold > 0 else { continue }
            lines.append(kind.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0) + count.row)
        }
        // People, organisations and places.
        lines.append("these 3  " + main.row)
        return lines.joined(separator: "\n")
    }
}
