import Articles
import GRDB

extension ArticleStore {
    /// The keys that count most; `perDay`: with what they count on each day.
    package func tallies(_ query: TallyQuery, perDay: Bool = false) throws(StoreError) -> Tallies {
        try reading { database in
            let reader = TallyReader(database: database)
            let (values, undated) = try reader.counts(query)
            let ranked = reader.ranked(values, limit: query.limit)
            var tallies = Tallies(
                items: try ranked.map { Tally(keys: try reader.named($0.key), value: $0.value) },
                count: values.count, total: values.values.reduce(0, +), undated: undated,
                sequence: try Self.sequence(database))
            guard perDay else { return tallies }
            let days = try reader.days(query, of: ranked.map(\.key))
            tallies.undated = days.undated
            for (index, item) in ranked.enumerated() {
                tallies.items[index].days = (days.days[item.key] ?? [:]).sorted { $0.key < $1.key }.map {
                    Tally.Day(day: CivilDate(dayNumber: Int($0.key)), value: $0.value)
                }
            }
            return tallies
        }
    }

    /// What a table of two dimensions counts.
    package struct CrossTally: Sendable, Hashable {
        /// The greatest first, years in order.
        package var rows: [Tally.Key] = []
        package var columns: [Tally.Key] = []
        /// One for each row and column, row after row.
        package var values: [Int] = []
        /// What is left out because it has no year, where years are asked for.
        package var undated = 0
        package var sequence: Int64 = 0
    }

    /// What the query's first dimension counts by its second: at most `limit` rows and `columns` columns, those that count most.
    package func crossTally(_ query: TallyQuery, columns: Int) throws(StoreError) -> CrossTally {
        try reading { database in
            guard query.dimensions.count == 2 else { return CrossTally() }
            let reader = TallyReader(database: database)
            var undated = 0
            func chosen(_ index: Int, _ limit: Int) throws -> [[TallyReader.Value]] {
                var single = query
                single.dimensions = [query.dimensions[index]]
                let counts = try reader.counts(single)
                undated = max(undated, counts.undated)
                let keys = reader.ranked(counts.values, limit: limit).map(\.key)
                return query.dimensions[index] == .year ? keys.sorted(by: TallyReader.precedes) : keys
            }
            let rows = try chosen(0, query.limit)
            let columns = try chosen(1, columns)
            let values = try reader.cells(query, rows: rows, columns: columns)
            return CrossTally(
                rows: try rows.flatMap(reader.named), columns: try columns.flatMap(reader.named),
                values: rows.flatMap { row in columns.map { values[row + $0] ?? 0 } }, undated: undated,
                sequence: try Self.sequence(database))
        }
    }
}

extension TallyReader {
    /// What the pairs of some rows and columns count.
    fileprivate func cells(
        _ query: TallyQuery, rows: [[Value]], columns: [[Value]]
    ) throws -> [[Value]: Int] {
        guard !rows.isEmpty, !columns.isEmpty else { return [:] }
        let wantedRows = Set(rows)
        let wantedColumns = Set(columns)
        let all = try counts(query, among: [rows, columns].map { $0.flatMap(\.self) }).values
        return all.filter { key, _ in
            wantedRows.contains([key[0]]) && wantedColumns.contains([key[1]])
        }
    }
}
