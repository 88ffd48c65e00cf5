import GRDBSQLite

/// What SQLite keeps in a column.
protocol SQLValue {
    /// Binds a copy of it to a parameter, counted from 1; returns SQLite's code of what came of it.
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt

    /// What stands in a column, counted from 0, of the row that `statement` stands at; 0 or nothing for NULL, and SQLite converts
    /// what is of another type (https://www.sqlite.org/c3ref/column_blob.html).
    init(column: CInt, of statement: OpaquePointer)
}

/// Has SQLite copy what it is given (https://www.sqlite.org/c3ref/c_static.html).
private var transient: sqlite3_destructor_type? {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
}

extension Int64: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        unsafe sqlite3_bind_int64(statement, index, self)
    }

    init(column: CInt, of statement: OpaquePointer) {
        self = unsafe sqlite3_column_int64(statement, column)
    }
}

extension Int: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        unsafe sqlite3_bind_int64(statement, index, Int64(self))
    }

    init(column: CInt, of statement: OpaquePointer) {
        self = Int(clamping: unsafe sqlite3_column_int64(statement, column))
    }
}

extension Int32: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        unsafe sqlite3_bind_int64(statement, index, Int64(self))
    }

    init(column: CInt, of statement: OpaquePointer) {
        self = Int32(clamping: unsafe sqlite3_column_int64(statement, column))
    }
}

extension Bool: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        unsafe sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }

    init(column: CInt, of statement: OpaquePointer) {
        self = unsafe sqlite3_column_int64(statement, column) != 0
    }
}

extension Double: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        unsafe sqlite3_bind_double(statement, index, self)
    }

    init(column: CInt, of statement: OpaquePointer) {
        self = unsafe sqlite3_column_double(statement, column)
    }
}

extension String: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        var text = self
        return text.withUTF8 { bytes in
            guard let count = CInt(exactly: bytes.count) else { return SQLITE_TOOBIG }
            // Without a pointer it would be NULL.
            guard let start = bytes.baseAddress else {
                return unsafe sqlite3_bind_text(statement, index, "", 0, transient)
            }
            return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
                unsafe sqlite3_bind_text(statement, index, start, count, transient)
            }
        }
    }

    init(column: CInt, of statement: OpaquePointer) {
        guard let text = unsafe sqlite3_column_text(statement, column) else {
            self = ""
            return
        }
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        self = unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }
}

extension [UInt8]: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        unsafe withUnsafeBytes { bytes in
            guard let count = CInt(exactly: bytes.count) else { return SQLITE_TOOBIG }
            guard count > 0 else { return unsafe sqlite3_bind_zeroblob(statement, index, 0) }
            return unsafe sqlite3_bind_blob(statement, index, bytes.baseAddress, count, transient)
        }
    }

    init(column: CInt, of statement: OpaquePointer) {
        let start = unsafe sqlite3_column_blob(statement, column)
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        self = unsafe Self(UnsafeRawBufferPointer(start: start, count: unsafe start == nil ? 0 : count))
    }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        guard let self else { return unsafe sqlite3_bind_null(statement, index) }
        return unsafe self.bind(to: statement, at: index)
    }

    init(column: CInt, of statement: OpaquePointer) {
        let isNull = unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
        self = isNull ? nil : unsafe Wrapped(column: column, of: statement)
    }
}
