/// Which trace a request is a part of (W3C Trace Context, 3.2).
package struct TraceContext: Sendable, Hashable {
    /// 32 lower-case hexadecimal digits.
    package let traceID: String
    /// The span that the request was sent from: 16 lower-case hexadecimal digits.
    package let parentID: String
    /// The span of answering it.
    package let spanID: String
    /// Whether the sender may have recorded the trace.
    package let isSampled: Bool

    /// Goes on from a field `traceparent`; `nil` when it is not what it must be, and then there is no trace (4.3).
    package init?(traceparent: String, spanID: String = TraceContext.newSpanID()) {
        let bytes = Array(traceparent.utf8)
        guard bytes.count >= 55, [2, 35, 52].allSatisfy({ bytes[$0] == 0x2d }) else { return nil }
        let version = bytes[0..<2]
        let trace = bytes[3..<35]
        let parent = bytes[36..<52]
        let flags = bytes[53..<55]
        guard [version, trace, parent, flags].allSatisfy({ $0.allSatisfy(Self.isDigit) }),
            !version.elementsEqual("ff".utf8), trace.contains(where: { $0 != 0x30 }),
            parent.contains(where: { $0 != 0x30 })
        else { return nil }
        // 3.2.4: of versions to come the parts that are known are read, as far as a dash or the end follows.
        let isKnown = version.elementsEqual("00".utf8)
        guard bytes.count == 55 || !isKnown && bytes[55] == 0x2d else { return nil }
        traceID = String(decoding: trace, as: UTF8.self)
        parentID = String(decoding: parent, as: UTF8.self)
        self.spanID = spanID
        isSampled = (UInt8(String(decoding: flags, as: UTF8.self), radix: 16) ?? 0) & 1 == 1
    }

    /// 16 random hexadecimal digits, not all of them zero.
    package static func newSpanID() -> String {
        let digits = String(UInt64.random(in: 1...UInt64.max), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
