/// The lines of a file, in memory bounded by the longest line that is accepted.
struct LineReader: ~Copyable {
    struct Line: Sendable {
        /// From 1.
        var number: Int
        /// Without the line's end; empty when it is too long.
        var bytes: [UInt8]
        var isTooLong = false
        /// Bytes of the file, the line's end among them.
        var length: Int

        var isBlank: Bool {
            !isTooLong && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
        }
    }

    /// The largest text with every byte escaped, and room for the rest.
    static let maximumBytes = 13 << 20

    private var source: InputSource
    private var piece: [UInt8] = []
    private var position = 0
    private var number = 0

    init(_ source: consuming InputSource) {
        self.source = source
    }

    /// Bytes of the file that have been read.
    var consumed: Int { source.consumed }

    /// The next line; `nil` at the end.
    mutating func next() throws(CommandFailure) -> Line? {
        var line = Line(number: number + 1, bytes: [], length: 0)
        while true {
            if position == piece.count {
                piece = try source.read()
                position = 0
                guard !piece.isEmpty else {
                    guard line.length > 0 else { return nil }
                    break
                }
            }
            let end = piece[position...].firstIndex(of: UInt8(ascii: "\n"))
            line.append(piece[position..<(end ?? piece.count)])
            position = end.map { $0 + 1 } ?? piece.count
            if end != nil {
                line.length += 1
                break
            }
        }
        number += 1
        return line
    }
}

extension LineReader.Line {
    fileprivate mutating func append(_ part: ArraySlice<UInt8>) {
        length += part.count
        isTooLong = isTooLong || bytes.count + part.count > LineReader.maximumBytes
        if isTooLong { bytes = [] } else { bytes += part }
    }
}
