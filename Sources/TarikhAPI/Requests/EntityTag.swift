import HTTPServer

/// A strong validator (RFC 9110, 8.8.3).
struct EntityTag: Sendable, Hashable {
    /// With its quotation marks.
    let text: String

    /// As it stands in a field.
    init(quoted text: String) { self.text = text }

    /// Of something that `opaque` names, without quotation marks in it.
    init(_ opaque: String) { text = "\"" + opaque + "\"" }

    /// Of one revision of one thing, in the form that `variant` names.
    init(_ id: String, revision: Int, variant: String = "") {
        text = "\"\(id).\(revision)\(variant.isEmpty ? "" : "." + variant)\""
    }

    /// Of a target's answer in the form that `variant` names, as long as the store stands at `sequence`. It holds for one start
    /// of the service: a new one may answer differently.
    init(sequence: Int64, of request: Request, variant: String, start: UInt64) {
        // FNV-1a, 64 bits: names the target; nothing depends on it being hard to meet again.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ start
        for byte in request.target.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        // No target holds a line feed.
        for byte in ("\n" + variant).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        text = "\"\(String(sequence, radix: 36))-\(String(hash, radix: 36))\""
    }

    /// Whether an `If-None-Match` names it: weak comparison (RFC 9110, 13.1.2). `*` is left to those who know that there is
    /// something.
    func isListed(in field: String) -> Bool {
        field.split(separator: ",").contains { part in
            let tag = part.drop(while: { $0 == " " || $0 == "\t" })
            let opaque = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
            return opaque.trimmingSuffix(while: { $0 == " " || $0 == "\t" }) == text
        }
    }
}

extension Substring {
    func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
