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
