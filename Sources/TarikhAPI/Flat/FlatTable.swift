/// Rows of one shape: all have the same columns in the same order, and a column's cells are all of one kind. None is ever missing.
struct FlatTable: Sendable, Hashable {
    enum Cell: Sendable, Hashable {
        case text(String)
        case integer(Int)
        case number(Double)

        /// As a number with a point, also where it is whole, so that a column is of one type for whoever guesses it.
        static func digits(of number: Double) -> String {
            let digits = PlainText.decimal(number)
            return digits.utf8.contains(UInt8(ascii: ".")) ? digits : digits + ".0"
        }
    }

    let columns: [String]
    private(set) var rows: [[Cell]] = []

    init(_ columns: [String]) {
        self.columns = columns
    }

    /// A row with a cell for each column.
    mutating func append(_ cells: Cell...) {
        rows.append(cells)
    }
}
