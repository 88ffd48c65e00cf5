import HTTPTypes

/// Writes answers of HTTP/1.1 (RFC 9112).
enum HTTP1Writer {
    /// What becomes of the connection after an answer.
    enum Persistence {
        case goesOn
        /// The peer speaks HTTP/1.0 and must be told (RFC 9112, C.2.2).
        case goesOnAsAsked
        case ends
    }

    /// `date` is the value of the field Date.
    static func write(
        _ response: Response, date: [UInt8], _ persistence: Persistence, withoutBody: Bool,
        _ output: inout [UInt8]
    ) {
        output.reserveCapacity(output.count + response.body.count + 512)
        output += version
        append(response.status.code, to: &output)
        output.append(0x20)
        output += response.status.reasonPhrase.utf8
        output += dateName
        output += date
        // RFC 9110, 8.6: no length where there can be no content.
        if response.status.code != 204, response.status.code != 304 {
            output += lengthName
            append(response.body.count, to: &output)
        }
        switch persistence {
        case .goesOn: break
        case .goesOnAsAsked: output += staying
        case .ends: output += closing
        }
        output += lineEnd
        for field in response.fields {
            output += field.name.rawName.utf8
            output += separator
            output += field.value.utf8
            output += lineEnd
        }
        output += lineEnd
        if !withoutBody { output += response.body }
    }

    private static let version = Array("HTTP/1.1 ".utf8)
    private static let dateName = Array("\r\nDate: ".utf8)
    private static let lengthName = Array("\r\nContent-Length: ".utf8)
    private static let closing = Array("\r\nConnection: close".utf8)
    private static let staying = Array("\r\nConnection: keep-alive".utf8)
    private static let lineEnd = Array("\r\n".utf8)
    private static let separator = Array(": ".utf8)

    static func append(_ number: Int, to output: inout [UInt8]) {
        let start = output.count
        var rest = max(number, 0)
        repeat {
            output.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }
}
