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
        chunked: Bool = false, _ output: inout Output
    ) {
        output.withEnd { bytes in
            bytes.reserveCapacity(bytes.count + 768)
            writeHead(response, date: date, persistence, chunked: chunked, &bytes)
        }
        if !withoutBody, response.mayHaveContent, !response.body.isEmpty {
            output.append(body: response.body)
        }
    }

    private static func writeHead(
        _ response: Response, date: [UInt8], _ persistence: Persistence, chunked: Bool,
        _ output: inout [UInt8]
    ) {
        if let prepared = response.prepared {
            output += prepared.statusLine
            output += dateName
            output += date
            output += prepared.lines
        } else {
            output += version
            append(response.status.code, to: &output)
            output.append(0x20)
            append(response.status.reasonPhrase, to: &output)
            output += dateName
            output += date
            // RFC 9110, 8.6: no length where there can be no content.
            if chunked {
                output += coding
            } else if response.mayHaveContent, response.source == nil {
                output += lengthName
                append(response.body.count, to: &output)
            }
        }
        switch persistence {
        case .goesOn: break
        case .goesOnAsAsked: output += staying
        case .ends: output += closing
        }
        output += lineEnd
        for field in response.fields {
            append(field.name.rawName, to: &output)
            output += separator
            append(field.value, to: &output)
            output += lineEnd
        }
        output += lineEnd
    }

    static let lastChunk = Array("0\r\n\r\n".utf8)

    /// Appends a part of the content, as one chunk (RFC 9112, 7.1) where asked.
    static func append(_ bytes: [UInt8], chunked: Bool, to output: inout [UInt8]) {
        if chunked {
            output += Array(String(bytes.count, radix: 16).utf8)
            output += lineEnd
        }
        output += bytes
        if chunked { output += lineEnd }
    }

    private static func append(_ text: String, to output: inout [UInt8]) {
        output.append(contentsOf: text.utf8)
    }

    private static let version = Array("HTTP/1.1 ".utf8)
    private static let dateName = Array("\r\nDate: ".utf8)
    private static let lengthName = Array("\r\nContent-Length: ".utf8)
    private static let coding = Array("\r\nTransfer-Encoding: chunked".utf8)
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
