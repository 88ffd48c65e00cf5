import Articles
import Foundation

/// Counts of names: right, found, and there to be found.
struct Score {
    private struct Count {
        var right = 0
        var found = 0
        var gold = 0

        var row: String {
            let precision = found > 0 ? 100 * Double(right) / Double(found) : 0
            let recall = gold > 0 ? 100 * Double(right) / Double(gold) : 0
            let mean = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
            return String(format: "%7.1f %7.1f %7.1f %7d %7d", precision, recall, mean, found, gold)
        }
    }

    private var counts: [Entity.Kind: Count] = [:]

    mutating func add(gold: Set<Sentence.Name>, found: Set<Sentence.Name>) {
        for name in gold { counts[name.kind, default: Count()].gold += 1 }
        for name in found {
            counts[name.kind, default: Count()].found += 1
            if gold.contains(name) { counts[name.kind, default: Count()].right += 1 }
        }
    }

    var table: String {
        var total = Count()
        var lines = ["            prec     rec      f1   found    gold"]
        for kind in Entity.Kind.allCases {
            guard let count = counts[kind], count.gold > 0 else { continue }
            lines.append(kind.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0) + count.row)
            total.right += count.right
            total.found += count.found
            total.gold += count.gold
        }
        lines.append("all      " + total.row)
        return lines.joined(separator: "\n")
    }
}
