/// A part of a list.
package struct Page<Item: Sendable>: Sendable {
    package var items: [Item]
    /// Where the next part starts; `nil` at the end.
    package var next: PagePosition?
    /// How many items the whole list has.
    package var total: Int
    /// The store's sequence number that the list reflects.
    package var sequence: Int64

    package init(items: [Item], next: PagePosition?, total: Int, sequence: Int64) {
        self.items = items
        self.next = next
        self.total = total
        self.sequence = sequence
    }
}

/// The sort key of the last item of a part.
package struct PagePosition: Sendable, Hashable {
    package var text: String?
    package var number: Int64?
    /// Breaks ties.
    package var row: Int64

    package init(text: String? = nil, number: Int64? = nil, row: Int64) {
        self.text = text
        self.number = number
        self.row = row
    }
}

extension Page {
    /// A page of the first `limit` of `rows`, of which there is one more when the list goes on; `nil` items are left out.
    init<Row>(
        _ rows: [(row: Row, position: PagePosition)], limit: Int, total: Int, sequence: Int64,
        item: (Row) throws -> Item?
    ) throws {
        self.init(
            items: try rows.prefix(limit).compactMap { try item($0.row) },
            next: rows.count > limit && limit > 0 ? rows[limit - 1].position : nil, total: total,
            sequence: sequence)
    }
}
