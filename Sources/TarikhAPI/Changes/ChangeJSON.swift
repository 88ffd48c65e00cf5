import ArticleStore
import HTTPServer

/// Entries of the log of changes.
enum ChangeJSON {
    static func write(_ change: StoredChange, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("seq", change.sequence)
            writer.member("op", change.operation.rawValue)
            writer.member("type", change.subject.rawValue)
            writer.member("id", change.id)
            writer.member("revision", change.revision)
            writer.timestamp("at", change.at)
        }
    }

    static func bytes(of list: ChangeList) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.object { writer in
            writer.arrayMember("items") { writer in
                for change in list.items { write(change, to: &writer) }
            }
            writer.member("next_since", list.next)
        }
        return writer.bytes
    }
}
