/// Values by the numbers of rows, which are greater than 0: what is asked for millions of times costs less than with a
/// `Dictionary`, whose hashes resist chosen keys. Rows are numbered by the store alone, one after another.
struct RowTable<Value> {
    /// The rows, each at the place that its number asks for or soon after; 0 where nothing is.
    private var rows: [Int64] = [0, 0]
    private var values: [Value?] = [nil, nil]
    private(set) var count = 0

    init() {}

    subscript(row: Int64) -> Value? {
        get {
            let place = place(of: row)
            return rows[place] == row ? values[place] : nil
        }
        set {
            guard let newValue else { return remove(row) }
            if 2 * (count + 1) > rows.count { grow() }
            let place = place(of: row)
            if rows[place] != row {
                rows[place] = row
                count += 1
            }
            values[place] = newValue
        }
    }

    /// Changes the value of a row in place, if there is one.
    mutating func change(_ row: Int64, _ body: (inout Value) -> Void) {
        let place = place(of: row)
        guard rows[place] == row else { return }
        guard var value = values[place] else { return }
        // Held by nobody else while it is changed.
        values[place] = nil
        body(&value)
        values[place] = value
    }

    private mutating func remove(_ row: Int64) {
        var hole = place(of: row)
        guard rows[hole] == row else { return }
        count -= 1
        // What stands behind it only because it was here moves up.
        let mask = rows.count - 1
        var place = hole
        while true {
            place = (place + 1) & mask
            guard rows[place] != 0 else { break }
            let distance = (place - first(of: rows[place])) & mask
            guard distance >= (place - hole) & mask else { continue }
            rows[hole] = rows[place]
            values[hole] = values[place]
            hole = place
        }
        rows[hole] = 0
        values[hole] = nil
    }

    private mutating func grow() {
        let (oldRows, oldValues) = (rows, values)
        rows = Array(repeating: 0, count: 2 * oldRows.count)
        values = Array(repeating: nil, count: 2 * oldRows.count)
        for (row, value) in zip(oldRows, oldValues) where row != 0 {
            let place = place(of: row)
            rows[place] = row
            values[place] = value
        }
    }

    private func first(of row: Int64) -> Int {
        let mixed = UInt64(bitPattern: row) &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: mixed >> 32) & (rows.count - 1)
    }

    /// Where a row is, or would be. Half of all places are free, so that this ends.
    private func place(of row: Int64) -> Int {
        var place = first(of: row)
        while rows[place] != 0, rows[place] != row { place = (place + 1) & (rows.count - 1) }
        return place
    }
}

extension RowTable: Sendable where Value: Sendable {}
