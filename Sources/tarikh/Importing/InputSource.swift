import TarikhAPI

/// A file's contents, decompressed where it is compressed, in pieces.
struct InputSource: ~Copyable {
    private let file: InputFile
    private let path: String
    private var decoder: StreamDecoder?
    /// Bytes of the file read so far, as they stand in it.
    private(set) var consumed = 0

    /// - Parameter coding: how the file is compressed, if it is.
    init(path: String, coding: StreamDecoder.Coding?) throws(CommandFailure) {
        let decoder = coding.flatMap(StreamDecoder.init)
        guard coding == nil || decoder != nil else {
            throw CommandFailure(.failed, "\(path) can't be decompressed: there is no memory.")
        }
        self.init(try InputFile(path: path), path: path, decoder: decoder)
    }

    private init(_ file: consuming InputFile, path: String, decoder: StreamDecoder?) {
        self.file = file
        self.path = path
        self.decoder = decoder
    }

    /// The next bytes; empty at the end.
    mutating func read() throws(CommandFailure) -> [UInt8] {
        guard var decoder = decoder.take() else {
            let piece = try file.read()
            consumed += piece.count
            return piece
        }
        var count = 0
        let result = try decoder.next { () throws(CommandFailure) in
            let piece = try file.read()
            count += piece.count
            return piece
        }
        self.decoder = decoder
        consumed += count
        switch result {
        case .success(let piece): return piece
        case .failure(.damaged): throw CommandFailure(.failed, "\(path) is damaged or cut off.")
        case .failure(.bomb(let ratio)):
            throw CommandFailure(
                .failed, "\(path) is not read on: it is more than \(ratio) times as large as compressed.")
        }
    }

    /// All bytes, but no more than `limit`.
    mutating func readAll(limit: Int) throws(CommandFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let piece = try read()
            if piece.isEmpty { break }
            bytes += piece.prefix(limit - bytes.count)
        }
        return bytes
    }
}
