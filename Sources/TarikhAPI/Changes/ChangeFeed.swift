import ArticleStore
import HTTPServer
import HTTPTypes
import Synchronization

/// Changes as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): the number of a change is the id
/// of its event.
///
/// Those who follow ask for the same parts one after the other: parts that can't change any more are kept for the others.
final class ChangeFeed: Sendable {
    /// Bytes of an event, at most; ids are short.
    private static let eventSize = 256
    private static let keptParts = 64

    private struct Key: Hashable {
        var start: Int64
        var limit: Int
    }

    private struct Part {
        var text: [UInt8]
        var next: Int64
    }

    private struct Kept {
        var parts: [Key: Part] = [:]
        var order: [Key] = []
    }

    let store: ArticleStore
    private let kept = Mutex(Kept())

    init(store: ArticleStore) { self.store = store }

    /// Whether there may be changes after a number; a store that another process writes to has to be asked.
    func mayHaveMore(after start: Int64) -> Bool {
        !store.isWritable || store.version > start
    }

    /// The events after `start`, of `limit` bytes at most; `start` becomes the number of the last.
    ///
    /// - Throws: 410 when some are not kept any more.
    func events(after start: inout Int64, limit: Int) throws -> [UInt8] {
        guard mayHaveMore(after: start) else { return [] }
        let key = Key(start: start, limit: min(500, max(1, limit / Self.eventSize)))
        if let part = kept.withLock({ $0.parts[key] }) {
            start = part.next
            return part.text
        }
        guard let list = try store.changes(after: start, limit: key.limit) else { throw Problem.oldChanges }
        let part = Part(text: Self.text(of: list.items), next: list.next)
        if list.isFull { keep(part, key) }
        start = part.next
        return part.text
    }

    private func keep(_ part: Part, _ key: Key) {
        kept.withLock { kept in
            guard kept.parts.updateValue(part, forKey: key) == nil else { return }
            kept.order.append(key)
            if kept.order.count > Self.keptParts { kept.parts[kept.order.removeFirst()] = nil }
        }
    }

    private static func text(of changes: [StoredChange]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(changes.count * eventSize)
        for change in changes {
            var writer = JSONWriter(reservingCapacity: eventSize)
            ChangeJSON.write(change, to: &writer)
            text += Array("id: \(change.sequence)\ndata: ".utf8)
            text += writer.bytes
            text += [0x0a, 0x0a]
        }
        return text
    }
}

extension Problem {
    static let oldChanges = Problem(
        .gone, code: "cursor_expired",
        detail: "Not all changes since then are kept; read everything anew and go on from its 'as_of'.",
        items: [Item(.parameter("since"), code: "cursor_expired", detail: "not in the log of changes")])
}
