/// Takes a chunked body apart (RFC 9112, 7.1). Extensions are skipped; trailers are read and dropped.
struct ChunkedDecoder {
    private enum State {
        case size
        case data(left: Int)
        case dataEnd
        case trailer
    }

    private static let longestSizeLine = 256

    private let limit: Int
    private let trailerLimit: Int
    private var state = State.size
    private var trailerBytes = 0
    private(set) var body: [UInt8] = []

    /// Both in bytes.
    init(limit: Int, trailerLimit: Int) {
        self.limit = limit
        self.trailerLimit = trailerLimit
    }

    /// Reads from `bytes` what is there; returns how much, and whether the body is complete.
    mutating func read(_ bytes: ArraySlice<UInt8>) throws(HTTP1Error) -> (length: Int, isComplete: Bool) {
        var position = bytes.startIndex
        while true {
            let rest = bytes[position...]
            switch state {
            case .size:
                guard let line = try line(in: rest, limit: Self.longestSizeLine) else { break }
                position = line.end
                let size = try size(of: line.content)
                guard size <= limit - body.count else { throw .bodyTooLarge }
                state = size == 0 ? .trailer : .data(left: size)
                continue
            case .data(let left):
                let taken = rest.prefix(left)
                body += taken
                position = taken.endIndex
                guard taken.count == left else {
                    state = .data(left: left - taken.count)
                    break
                }
                state = .dataEnd
                continue
            case .dataEnd:
                guard rest.count >= 2 else {
                    guard rest.first ?? 0x0d == 0x0d else {
                        throw .badRequest("a chunk is longer than its size")
                    }
                    break
                }
                guard rest.starts(with: [0x0d, 0x0a]) else {
                    throw .badRequest("a chunk is longer than its size")
                }
                position += 2
                state = .size
                continue
            case .trailer:
                guard let line = try line(in: rest, limit: trailerLimit) else { break }
                trailerBytes += line.end - position
                guard trailerBytes <= trailerLimit else { throw .headersTooLarge }
                position = line.end
                if line.content.isEmpty { return (position - bytes.startIndex, true) }
                guard let colon = line.content.firstIndex(of: 0x3a), colon > line.content.startIndex,
                    line.content[..<colon].allSatisfy(FieldBytes.isToken)
                else { throw .badRequest("a trailer field is malformed") }
                continue
            }
            return (position - bytes.startIndex, false)
        }
    }

    /// A line without its CR LF; `nil` when it is not all there.
    private func line(
        in bytes: ArraySlice<UInt8>, limit: Int
    ) throws(HTTP1Error) -> (content: ArraySlice<UInt8>, end: Int)? {
        var index = bytes.startIndex
        while index < bytes.endIndex, FieldBytes.isValue(bytes[index]) {
            index += 1
            if index - bytes.startIndex > limit {
                throw .badRequest("a line of the chunked body is too long")
            }
        }
        guard index < bytes.endIndex else { return nil }
        guard bytes[index] == 0x0d else { throw .badRequest("a control character in the chunked body") }
        guard index + 1 < bytes.endIndex else { return nil }
        guard bytes[index + 1] == 0x0a else { throw .badRequest("a carriage return without a line feed") }
        return (bytes[bytes.startIndex..<index], index + 2)
    }

    /// Hexadecimal digits, then nothing or an extension after a semicolon.
    private func size(of line: ArraySlice<UInt8>) throws(HTTP1Error) -> Int {
        var size = 0
        var digits = 0
        for (index, byte) in zip(line.indices, line) {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            case 0x3b where digits > 0:
                guard ChunkExtensions.areValid(line[index...]) else {
                    throw .badRequest("a chunk extension is malformed")
                }
                return size
            default: throw .badRequest("a chunk size is malformed")
            }
            digits += 1
            guard digits <= 12 else { throw .bodyTooLarge }
            size = size << 4 | Int(digit)
        }
        guard digits > 0 else { throw .badRequest("a chunk size is missing") }
        return size
    }
}
