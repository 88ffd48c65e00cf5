import Articles
import TarikhAPI

/// Reads the articles of one file, in order, in bounded memory.
struct ImportReader: ~Copyable {
    private let file: ImportFile
    private var lines: LineReader?
    private var isDone = false

    init(_ file: ImportFile) throws(CommandFailure) {
        self.file = file
        lines = file.kind == .lines ? LineReader(try InputFile(path: file.path)) : nil
    }

    /// The next article; `nil` at the end.
    mutating func next() throws(CommandFailure) -> ImportItem? {
        if file.kind == .lines { return try nextLine() }
        guard !isDone else { return nil }
        isDone = true
        let bytes = try InputFile(path: file.path).readAll(limit: LineReader.maximumBytes + 1)
        let input = Result { () throws(IngestionError) in
            try file.kind == .text ? ArticleInput(plainText: bytes) : ArticleInput(json: bytes)
        }
        return ImportItem(path: file.path, line: nil, input: input, length: bytes.count)
    }

    private mutating func nextLine() throws(CommandFailure) -> ImportItem? {
        while let line = try lines?.next() {
            if line.isBlank { continue }
            let input: Result<ArticleInput, IngestionError> =
                line.isTooLong
                ? .failure(.tooLarge(limit: ArticleParser.maximumTextBytes))
                : Result { () throws(IngestionError) in try ArticleInput(json: line.bytes) }
            return ImportItem(path: file.path, line: line.number, input: input, length: line.length)
        }
        return nil
    }
}
