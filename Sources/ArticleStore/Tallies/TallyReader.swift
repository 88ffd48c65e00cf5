import Articles
import GRDB

/// Counts, inside a transaction.
struct TallyReader {
    /// A value of a dimension as the tables have it.
    enum Value: Hashable {
        case row(Int64)
        case text(String)
        case year(Int)
    }

    /// The days that an event without one has.
    private static let openDays: Set<Int64> = [Int64(Int32.min), Int64(Int32.max)]

    let database: Database

    /// What each key counts, and what is left out because it has no year; `among` are the values of each dimension that matter,
    /// all when empty.
    func counts(
        _ query: TallyQuery, among chosen: [[Value]] = []
    ) throws -> (values: [[Value]: Int], undated: Int) {
        var statement = TallyStatement(query)
        for (index, values) in chosen.enumerated() {
            statement.restrict(index, to: values.map(Self.databaseValue))
        }
        var values: [[Value]: Int] = [:]
        var undated = 0
        let rows = try statement.groups(in: database)
        let count = query.dimensions.count
        while let row = try rows.next() {
            let value: Int = row[count]
            guard let key = key(of: row, query.dimensions) else {
                if query.dimensions.contains(.year) { undated += value }
                continue
            }
            values[key, default: 0] += value
        }
        return (values, undated)
    }

    /// The keys that count most, in order.
    func ranked(_ values: [[Value]: Int], limit: Int) -> [(key: [Value], value: Int)] {
        let sorted = values.map { (key: $0.key, value: $0.value) }.sorted { left, right in
            left.value == right.value ? Self.precedes(left.key, right.key) : left.value > right.value
        }
        return Array(sorted.prefix(limit))
    }

    /// What the keys of `chosen` count on each day, and what of it has no day.
    func days(
        _ query: TallyQuery, of chosen: [[Value]]
    ) throws -> (days: [[Value]: [Int64: Int]], undated: Int) {
        var statement = TallyStatement(query)
        for index in query.dimensions.indices {
            statement.restrict(index, to: Set(chosen.map { $0[index] }).map(Self.databaseValue))
        }
        let wanted = Set(chosen)
        var days: [[Value]: [Int64: Int]] = [:]
        var undated = 0
        let rows = try statement.days(in: database)
        let count = query.dimensions.count
        while let row = try rows.next() {
            guard let key = key(of: row, query.dimensions), wanted.contains(key) else { continue }
            let value: Int = row[count + 1]
            guard let day = row[count] as Int64?, !Self.openDays.contains(day) else {
                undated += value
                continue
            }
            days[key, default: [:]][day, default: 0] += value
        }
        return (days, undated)
    }

    private func key(of row: Row, _ dimensions: [TallyQuery.Dimension]) -> [Value]? {
        var key: [Value] = []
        for (index, dimension) in dimensions.enumerated() {
            switch dimension {
            case .entity, .place:
                guard let value = row[index] as Int64? else { return nil }
                key.append(.row(value))
            case .source:
                guard let value = row[index] as String? else { return nil }
                key.append(.text(value))
            case .year:
                guard let day = row[index] as Int64?, !Self.openDays.contains(day) else { return nil }
                key.append(.year(CivilDate(dayNumber: Int(day)).components.year))
            }
        }
        return key
    }

    /// An order of keys that count the same: by age in the store, by name, by year.
    static func precedes(_ left: [Value], _ right: [Value]) -> Bool {
        for (left, right) in zip(left, right) where left != right {
            switch (left, right) {
            case (.row(let left), .row(let right)): return left < right
            case (.text(let left), .text(let right)): return left < right
            case (.year(let left), .year(let right)): return left < right
            default: return false
            }
        }
        return false
    }

    private static func databaseValue(_ value: Value) -> DatabaseValue {
        switch value {
        case .row(let row): row.databaseValue
        case .text(let text): text.databaseValue
        case .year(let year): year.databaseValue
        }
    }

    // MARK: Names

    func named(_ key: [Value]) throws -> [Tally.Key] {
        try key.map { value in
            switch value {
            case .text(let text): return Tally.Key(id: text, label: text, type: "source")
            case .year(let year):
                let text = EDTF.yearText(year)
                return Tally.Key(id: text, label: text, type: "year")
            case .row(let row):
                let entity = try ArticleReader(database: database).entity(row: row)?.entity
                return Tally.Key(
                    id: entity?.id ?? "", label: entity?.label ?? "", type: entity?.kind.rawValue ?? "")
            }
        }
    }
}
