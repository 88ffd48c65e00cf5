import HTTPServer
import Testing

/// W3C Trace Context, 3.2.
struct TraceContextTests {
    private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test func `a valid field is read`() throws {
        let trace = try #require(TraceContext(traceparent: Self.parent))
        #expect(trace.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(trace.parentID == "00f067aa0ba902b7")
        #expect(trace.isSampled)
        #expect(TraceContext(traceparent: Self.parent.dropLast() + "0")?.isSampled == false)
        let later = Self.parent.replacing("00-4b", with: "cc-4b")
        #expect(TraceContext(traceparent: later) != nil)
        #expect(TraceContext(traceparent: later + "-what-comes-then") != nil)
    }

    @Test(arguments: [
        "", "00", parent + "-x", parent + "x", String(parent.dropLast()), parent.uppercased(),
        parent.replacing("4bf92f3577b34da6a3ce929d0e0e4736", with: String(repeating: "0", count: 32)),
        parent.replacing("00f067aa0ba902b7", with: String(repeating: "0", count: 16)),
        parent.replacing("00-4b", with: "ff-4b"), parent.replacing("00-4b", with: "cc-4b") + "x",
        parent.replacing("a3ce", with: "a3cg"), parent.replacing("-", with: "_"), " " + parent,
        parent.replacing("4bf9", with: "4b\u{660}"),
    ])
    func `anything else is no trace`(_ field: String) {
        #expect(TraceContext(traceparent: field) == nil)
    }

    @Test func `no prefix and no byte changed makes it trap`() {
        let bytes = Array(Self.parent.utf8)
        for length in 0..<bytes.count {
            #expect(TraceContext(traceparent: String(decoding: bytes[..<length], as: UTF8.self)) == nil)
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] = 0xff
            #expect(TraceContext(traceparent: String(decoding: changed, as: UTF8.self)) == nil)
        }
    }
}
