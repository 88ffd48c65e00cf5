import HTTPServer

extension FlatTable {
    /// The rows as a JSON array.
    func write(to writer: inout JSONWriter) {
        writer.array { writer in
            for row in rows { write(row, to: &writer) }
        }
    }

    /// A row a line, and nothing else.
    var lines: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        for row in rows {
            write(row, to: &writer)
            writer.newline()
        }
        return writer.bytes
    }

    /// RFC 4180 with a header, by the rules of the timeline's CSV.
    func csv(byteOrderMark: Bool) -> [UInt8] {
        var text = byteOrderMark ? "\u{feff}" : ""
        CSVFormat.append(columns, to: &text)
        for row in rows { CSVFormat.append(row.map(\.plain), to: &text) }
        return Array(text.utf8)
    }

    private func write(_ row: [Cell], to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, cell) in zip(columns, row) {
                writer.key(name)
                switch cell {
                case .text(let text): writer.string(text)
                case .integer(let integer): writer.integer(integer)
                case .number(let number): writer.raw(Array(Cell.digits(of: number).utf8))
                }
            }
        }
    }
}

extension FlatTable.Cell {
    fileprivate var plain: String? {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): Self.digits(of: number)
        }
    }
}
