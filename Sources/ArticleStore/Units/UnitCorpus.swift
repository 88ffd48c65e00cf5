import Foundation
import GRDB

/// The units of many articles at once, in memory.
struct UnitCorpus {
    /// Names in units that are held at most, about 60 MB; the newest articles come first.
    private static let maximumMembers = 6_000_000

    /// Rows of the entities, by their number here.
    private(set) var entities: [Int64] = []
    /// How many units name each, by number.
    private(set) var counts: [Int] = []
    private(set) var articles = 0
    /// Articles that were too many.
    private(set) var omittedArticles = 0
    /// Numbers of entities, one unit after the other; where each unit ends.
    private(set) var members: [Int32] = []
    private(set) var ends: [Int] = []
    private var numbers: [Int64: Int32] = [:]

    /// How many units there are.
    var total: Int { ends.count }

    /// The articles that meet `conditions`.
    static func read(_ conditions: Conditions, by unit: TextUnit, in database: Database) throws -> UnitCorpus
    {
        var corpus = UnitCorpus()
        var reader = UnitReader()
        let all = "SELECT article_unit.record FROM article_unit"
        let some = all + " JOIN article ON article.row = article_unit.article" + conditions.clause
        let records = try Row.fetchCursor(
            database,
            sql: (conditions.parts.isEmpty ? all : some) + " ORDER BY article_unit.article DESC",
            arguments: conditions.statementArguments)
        while let record = try records.next() {
            guard corpus.members.count < maximumMembers else {
                corpus.omittedArticles += 1
                continue
            }
            try record.withUnsafeData(atIndex: 0) { try reader.read([UInt8]($0 ?? Data()), by: unit) }
            corpus.add(reader)
        }
        return corpus
    }

    private mutating func add(_ reader: UnitReader) {
        articles += 1
        let places = reader.entities.map { number(of: $0) }
        var start = 0
        for end in reader.ends {
            defer { start = end }
            let unit = reader.members[start..<end]
            for member in unit {
                counts[Int(places[Int(member)])] += 1
                members.append(places[Int(member)])
            }
            ends.append(members.count)
        }
    }

    private mutating func number(of row: Int64) -> Int32 {
        if let number = numbers[row] { return number }
        let number = Int32(truncatingIfNeeded: entities.count)
        numbers[row] = number
        entities.append(row)
        counts.append(0)
        return number
    }

    /// The number of an entity's row; `nil` when no article here names it.
    func number(ofRow row: Int64) -> Int32? { numbers[row] }

    /// How often others are named together with the entity at `row`.
    func counts(around row: Int64) -> UnitCounts {
        var both: [Int64: Int] = [:]
        guard let own = numbers[row] else {
            return UnitCounts(own: 0, total: total, both: [], others: [:])
        }
        var start = 0
        for end in ends {
            defer { start = end }
            let unit = members[start..<end]
            guard unit.contains(own) else { continue }
            for member in unit where member != own { both[entities[Int(member)], default: 0] += 1 }
        }
        let others = both.keys.map { ($0, numbers[$0].map { counts[Int($0)] } ?? 0) }
        return UnitCounts(
            own: counts[Int(own)], total: total, both: both.map { (row: $0.key, count: $0.value) },
            others: Dictionary(uniqueKeysWithValues: others))
    }
}
