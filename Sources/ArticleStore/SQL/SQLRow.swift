import GRDBSQLite

/// The row that a statement stands at; only to be used where it is handed out.
@safe
struct SQLRow {
    private let statement: OpaquePointer

    init(statement: OpaquePointer) {
        unsafe self.statement = statement
    }

    subscript<Value: SQLValue>(_ column: CInt) -> Value {
        unsafe Value(column: column, of: statement)
    }
}
