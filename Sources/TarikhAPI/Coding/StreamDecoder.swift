/// Decompresses a file piece by piece, in constant memory. Of several members, frames or streams one after another, all.
package struct StreamDecoder {
    package enum Coding: String, Sendable, CaseIterable {
        case gzip = "gz"
        case xz
        case zstandard = "zst"
    }

    package enum Failure: Error, Hashable {
        /// Not of this coding, or cut off.
        case damaged
        /// More than `ratio` times as large as the compressed file.
        case bomb(ratio: Int)
    }

    /// A file is a bomb when it becomes so many times larger, and larger than `freeBytes`.
    package static let maximumRatio = 250
    package static let freeBytes = 64 << 20
    private static let pieceBytes = 256 << 10

    private let codec: any StreamCodec
    private var input: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// What is not followed by the end of a member is cut off.
    private var isComplete = true
    private var read = 0
    private var written = 0

    /// `nil` when there is no memory.
    package init?(_ coding: Coding) {
        let codec: (any StreamCodec)? =
            switch coding {
            case .gzip: GzipCodec()
            case .xz: XZCodec()
            case .zstandard: ZstandardCodec()
            }
        guard let codec else { return nil }
        self.codec = codec
    }

    /// The next bytes, at most 256 KiB; empty at the end. `more` gives the file's bytes, none at its end.
    package mutating func next<Problem: Error>(
        _ more: () throws(Problem) -> [UInt8]
    ) throws(Problem) -> Result<[UInt8], Failure> {
        var output = [UInt8](repeating: 0, count: Self.pieceBytes)
        while true {
            if position == input.count, !isAtEnd {
                input = try more()
                position = 0
                isAtEnd = input.isEmpty
            }
            let step = step(&output)
            position += step.read
            read += step.read
            written += step.written
            if step.read > 0 || step.written > 0 { isComplete = step.state == .ended }
            if step.state == .damaged { return .failure(.damaged) }
            if written > Self.freeBytes, written / Self.maximumRatio > max(read, 1) {
                return .failure(.bomb(ratio: Self.maximumRatio))
            }
            if step.written > 0 { return .success(Array(output[..<step.written])) }
            if isAtEnd, position == input.count {
                return isComplete || step.state == .ended ? .success([]) : .failure(.damaged)
            }
            // No progress with input at hand: what is there can't be read.
            if step.read == 0, position < input.count, step.state != .ended { return .failure(.damaged) }
        }
    }

    private mutating func step(_ output: inout [UInt8]) -> StreamStep {
        let (codec, position) = (codec, position)
        return unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: input[position...])
                return unsafe codec.decode(rest, into: output)
            }
        }
    }
}
