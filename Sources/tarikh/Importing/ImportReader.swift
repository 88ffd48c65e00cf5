import Articles
import TarikhAPI

/// Reads the articles of one file, in order, in bounded memory.
struct ImportReader: ~Copyable {
    private let file: ImportFile
    private var lines: LineReader?
    /// Of a file that is read as a whole.
    private var items: [Result<ArticleInput, IngestionError>]?
    private var position = 0
    private var length = 0
    /// Bytes of the file that have been told.
    private var told = 0

    init(_ file: ImportFile) throws(CommandFailure) {
        self.file = file
        lines =
            file.kind == .lines ? LineReader(try InputSource(path: file.path, coding: file.coding)) : nil
    }

    /// The next article; `nil` at the end.
    mutating func next() throws(CommandFailure) -> ImportItem? {
        if file.kind == .lines { return try nextLine() }
        if items == nil { try readAll() }
        guard let items, position < items.count else { return nil }
        defer { position += 1 }
        let isOnly = items.count == 1
        return ImportItem(
            path: file.path, line: nil, item: isOnly ? nil : position + 1, input: items[position],
            length: position == 0 ? length : 0, fileLength: position == 0 ? told : 0)
    }

    private mutating func readAll() throws(CommandFailure) {
        var source = try InputSource(path: file.path, coding: file.coding)
        let bytes = try source.readAll(limit: ReceivedDocument.maximumBytes + 1)
        length = bytes.count
        told = source.consumed
        do {
            switch try ReceivedDocument(bytes, mediaType: file.kind.mediaType, charset: nil) {
            case .article(let input): items = [.success(input)]
            case .articles(let inputs): items = inputs
            case nil: items = []
            }
        } catch {
            items = [.failure(error)]
        }
    }

    private mutating func nextLine() throws(CommandFailure) -> ImportItem? {
        while let line = try lines?.next() {
            if line.isBlank { continue }
            let input: Result<ArticleInput, IngestionError> =
                line.isTooLong
                ? .failure(
                    .overLimit(
                        code: "line_too_long", pointer: "",
                        detail: "A line has at most \(LineReader.maximumBytes) bytes."))
                : Result { () throws(IngestionError) in try ArticleInput(json: line.bytes) }
            let consumed = lines?.consumed ?? 0
            defer { told = consumed }
            return ImportItem(
                path: file.path, line: line.number, item: nil, input: input, length: line.length,
                fileLength: consumed - told)
        }
        return nil
    }
}
