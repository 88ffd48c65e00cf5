import GRDB
import GRDBSQLite

/// A statement that is given its values as they are: an array, an existential and a check for each of them, which is what
/// GRDB's `execute(arguments:)` and `fetchAll` cost, is more than most statements of a writer cost SQLite.
///
/// For one thread, that of its database, and only while the database is open. Rows are read by closures that must not run the
/// same statement. When one throws, the transaction must end.
@safe
struct DirectStatement {
    private let statement: Statement
    private var handle: OpaquePointer { unsafe statement.sqliteStatement }

    fileprivate init(_ statement: Statement) {
        self.statement = statement
    }

    /// Runs it to its end.
    ///
    /// - Throws: `DatabaseError`.
    func run(_ values: any SQLValue...) throws {
        try bind(values)
        defer { end() }
        while try step() {}
    }

    /// Its first row; `nil` without one.
    func first<Value>(_ values: any SQLValue..., read: (SQLRow) throws -> Value) throws -> Value? {
        try first(of: values, read)
    }

    /// All its rows.
    func all<Value>(_ values: any SQLValue..., read: (SQLRow) throws -> Value) throws -> [Value] {
        try all(of: values, read)
    }

    fileprivate func first<Value>(
        of values: [any SQLValue], _ read: (SQLRow) throws -> Value
    ) throws -> Value? {
        try bind(values)
        defer { end() }
        return try step() ? try read(unsafe SQLRow(statement: handle)) : nil
    }

    fileprivate func all<Value>(
        of values: [any SQLValue], _ read: (SQLRow) throws -> Value
    ) throws -> [Value] {
        try bind(values)
        defer { end() }
        var rows: [Value] = []
        while try step() { rows.append(try read(unsafe SQLRow(statement: handle))) }
        return rows
    }

    private func bind(_ values: [any SQLValue]) throws {
        var index: CInt = 0
        for value in values {
            index += 1
            let code = unsafe value.bind(to: handle, at: index)
            guard code == SQLITE_OK else { throw error(code) }
        }
        guard unsafe sqlite3_bind_parameter_count(handle) == index else { throw error(SQLITE_MISUSE) }
    }

    /// Whether there is a row.
    private func step() throws -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    /// Makes it ready for the next time. What it returns is the error that `step` has told of already.
    private func end() {
        _ = unsafe sqlite3_reset(handle)
    }

    private func error(_ code: CInt) -> DatabaseError {
        let message = unsafe sqlite3_errmsg(sqlite3_db_handle(handle)).map { unsafe String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
}

extension Database {
    /// A statement that is prepared once and then kept.
    func direct(_ sql: String) throws -> DirectStatement {
        DirectStatement(try cachedStatement(sql: sql))
    }
}

extension SQLValue {
    /// The first column of the first row; `nil` without one and for NULL.
    static func fetchOne(_ statement: DirectStatement, _ values: any SQLValue...) throws -> Self? {
        try statement.first(of: values) { $0[0] as Self? } ?? nil
    }

    /// The first column of all rows.
    static func fetchAll(_ statement: DirectStatement, _ values: any SQLValue...) throws -> [Self] {
        try statement.all(of: values) { $0[0] }
    }
}

extension SQLValue where Self: Hashable {
    /// The first column of all rows.
    static func fetchSet(_ statement: DirectStatement, _ values: any SQLValue...) throws -> Set<Self> {
        Set(try statement.all(of: values) { $0[0] })
    }
}
