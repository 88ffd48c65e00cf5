import GRDB
import Testing

@testable import ArticleStore

/// Statements that are given values without copies keep them as they are.
struct DirectStatementTests {
    private func database<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue()
        return try queue.write { database in
            try database.execute(
                sql: "CREATE TABLE kept (row INTEGER PRIMARY KEY, text TEXT UNIQUE, bytes BLOB, number)")
            return try body(database)
        }
    }

    @Test(arguments: ["", "تاريخ", "a\u{0}b", String(repeating: "ج", count: 5_000)])
    func `texts and bytes come back as they were`(text: String) throws {
        try database { database in
            let insertion = try database.direct("INSERT INTO kept (text, bytes, number) VALUES (?, ?, ?)")
            try insertion.run(text, Array(text.utf8), text.utf8.count)
            let found = try database.direct(
                "SELECT text, bytes, number, typeof(text), typeof(bytes) FROM kept"
            ).first {
                (
                    $0[0] as String, $0[1] as [UInt8], $0[2] as Int, $0[3] as String, $0[4] as String
                )
            }
            #expect(found?.0 == text)
            #expect(found?.1 == Array(text.utf8))
            #expect(found?.2 == text.utf8.count)
            #expect(found?.3 == "text")
            #expect(found?.4 == "blob")
        }
    }

    @Test func `numbers keep their size and their sign`() throws {
        try database { database in
            let insertion = try database.direct("INSERT INTO kept (number) VALUES (?)")
            for number in [Int64.min, -1, 0, .max] { try insertion.run(number) }
            try insertion.run(true)
            try insertion.run(-0.5)
            let statement = try database.direct("SELECT number FROM kept ORDER BY row")
            #expect(try Int64.fetchAll(statement).prefix(5) == [.min, -1, 0, .max, 1])
            #expect(try Double.fetchAll(statement).last == -0.5)
            #expect(try Bool.fetchAll(statement) == [true, true, false, true, true, false])
        }
    }

    @Test func `NULL is nil`() throws {
        try database { database in
            try database.direct("INSERT INTO kept (text, number) VALUES (?, ?)").run(
                nil as String?, nil as Int64?)
            #expect(try database.direct("SELECT number FROM kept").all { $0[0] as Int64? } == [nil])
            #expect(try Int64.fetchOne(database.direct("SELECT MAX(number) FROM kept")) == nil)
            #expect(try Int64.fetchOne(database.direct("SELECT number FROM kept WHERE row = ?"), 2) == nil)
        }
    }

    @Test func `a statement that failed is ready for the next values`() throws {
        try database { database in
            let insertion = try database.direct("INSERT INTO kept (text) VALUES (?)")
            try insertion.run("one")
            let error = #expect(throws: DatabaseError.self) { try insertion.run("one") }
            #expect(error?.resultCode.primaryResultCode == .SQLITE_CONSTRAINT)
            try insertion.run("two")
            #expect(try String.fetchSet(database.direct("SELECT text FROM kept")) == ["one", "two"])
        }
    }

    @Test func `too few and too many values are refused`() throws {
        try database { database in
            let insertion = try database.direct("INSERT INTO kept (text, number) VALUES (?, ?)")
            #expect(throws: DatabaseError.self) { try insertion.run("one") }
            #expect(throws: DatabaseError.self) { try insertion.run("one", 2, 3) }
            #expect(try Int.fetchOne(database.direct("SELECT COUNT(*) FROM kept")) == 0)
        }
    }
}
