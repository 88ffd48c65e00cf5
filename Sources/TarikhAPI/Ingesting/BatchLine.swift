import Articles

/// An article of a batch: the line of NDJSON, or the item of a document, that it came as.
struct BatchLine: Sendable {
    /// From 1; `nil` in a document.
    var line: Int?
    /// From 1; `nil` in NDJSON.
    var item: Int?
    var input: Result<ArticleInput, IngestionError>
}

/// Cuts NDJSON into its lines.
struct BatchLines: Sequence, IteratorProtocol {
    /// Bytes of the longest line.
    static let maximumBytes = 2 << 20

    private let bytes: [UInt8]
    private var position = 0
    private var number = 0

    /// - Parameter bytes: UTF-8, which each line is checked for.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next line that is not empty, read.
    mutating func next() -> BatchLine? {
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[position..<end]
            position = end + 1
            number += 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) { continue }
            return BatchLine(line: number, item: nil, input: Self.read(line))
        }
        return nil
    }

    private static func read(_ line: ArraySlice<UInt8>) -> Result<ArticleInput, IngestionError> {
        guard line.count <= maximumBytes else {
            return .failure(
                .overLimit(
                    code: "line_too_long", pointer: "", detail: "A line has at most \(maximumBytes) bytes."))
        }
        return Result { () throws(IngestionError) in try ArticleInput(json: Array(line)) }
    }
}
