import HTTPTypes

/// The head of an answer that is given many times, as both versions of HTTP write it: its status, its length and its fields.
package final class PreparedFields: Sendable {
    /// Where a field is in `text`, in bytes.
    struct Range: Sendable {
        var name: Int
        var nameCount: Int
        var value: Int
        var valueCount: Int
    }

    /// The status line of HTTP/1.1 without its end, and the lines of the fields after their ends.
    let statusLine: [UInt8]
    let lines: [UInt8]
    /// Names in lower case and values, one after the other.
    let text: [UInt8]
    let ranges: [Range]

    package init(_ response: Response) {
        var fields = response.fields
        if response.mayHaveContent { fields[.contentLength] = String(response.body.count) }
        let status = response.status
        statusLine = Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)".utf8)
        lines = fields.flatMap { Array("\r\n\($0.name.rawName): \($0.value)".utf8) }
        var text: [UInt8] = []
        var ranges: [Range] = []
        let pairs = fields.map { ($0.name.canonicalName, $0.value) }
        for (name, value) in [(":status", String(status.code))] + pairs {
            ranges.append(
                Range(
                    name: text.count, nameCount: name.utf8.count, value: text.count + name.utf8.count,
                    valueCount: value.utf8.count))
            text += Array(name.utf8) + Array(value.utf8)
        }
        self.text = text
        self.ranges = ranges
    }
}
