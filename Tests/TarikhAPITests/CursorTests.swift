import ArticleStore
import HTTPServer
import Synchronization
import Testing

@testable import TarikhAPI

struct CursorTests {
    @Test func `a cursor keeps its position for fifteen minutes after a minute in the cache`() throws {
        let clock = Clock()
        let signer = CursorSigner(key: Array(0..<32), now: { clock.seconds.load(ordering: .relaxed) })
        for position in [
            PagePosition(row: 7), PagePosition(text: "عنوان", row: .max),
            PagePosition(text: "", number: -5, row: 0),
        ] {
            clock.seconds.store(1000, ordering: .relaxed)
            let cursor = signer.cursor(at: position, of: "/q")
            #expect(try signer.position(cursor, of: "/q") == position)
            #expect(throws: Problem.invalidCursor) { try signer.position(cursor, of: "/r") }
            clock.seconds.store(1960, ordering: .relaxed)
            #expect(try signer.position(cursor, of: "/q") == position)
            clock.seconds.store(1961, ordering: .relaxed)
            #expect(throws: Problem.expiredCursor) { try signer.position(cursor, of: "/q") }
        }
    }

    @Test func `no changed cursor is taken`() throws {
        let signer = CursorSigner(key: Array(0..<32))
        let cursor = Array(signer.cursor(at: PagePosition(text: "a", number: 3, row: 4), of: "/q").utf8)
        for index in cursor.indices {
            var changed = cursor
            changed[index] = changed[index] == 0x41 ? 0x42 : 0x41
            let text = String(decoding: changed, as: UTF8.self)
            #expect(throws: Problem.invalidCursor) { try signer.position(text, of: "/q") }
        }
    }
}

private final class Clock: Sendable {
    let seconds = Atomic<Int64>(0)
}
