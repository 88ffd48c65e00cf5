import Articles
import TextAnalysis

/// What is different between two revisions of an article: by blocks, and by words where a block took the place of one like it.
struct ArticleDifference: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case added, removed, changed
    }

    /// Words that were removed or added; code points of the article's text.
    struct Words: Sendable {
        var kind: Kind
        var span: Range<Int>
        var text: String
    }

    /// A block that is not in both.
    struct Change: Sendable {
        var kind: Kind
        /// The index of the block in the older revision.
        var old: Int?
        /// The index of the block in the newer revision.
        var new: Int?
        /// In the order of the texts; none for whole blocks.
        var words: [Words] = []
    }

    let changes: [Change]
    /// How many blocks are the same in both.
    let sameBlocks: Int

    init(_ old: ArticleDocument, _ new: ArticleDocument) {
        let texts = (Self.texts(old.article), Self.texts(new.article))
        let pairs = CommonSequence.pairs(texts.0, texts.1)
        var changes: [Change] = []
        var (first, second) = (0, 0)
        for (left, right) in pairs + [(texts.0.count, texts.1.count)] {
            changes += Self.changes(old, new, first..<left, second..<right)
            (first, second) = (left + 1, right + 1)
        }
        self.changes = changes
        sameBlocks = pairs.count
    }

    private static func texts(_ article: Article) -> [String] {
        article.blocks.map { $0.kind.rawValue + "\n" + article.string($0.range) }
    }

    /// Blocks between two that are the same: one took the place of the other in their order, as far as they are alike.
    private static func changes(
        _ old: ArticleDocument, _ new: ArticleDocument, _ removed: Range<Int>, _ added: Range<Int>
    ) -> [Change] {
        var changes: [Change] = []
        for offset in 0..<max(removed.count, added.count) {
            let left = offset < removed.count ? removed.lowerBound + offset : nil
            let right = offset < added.count ? added.lowerBound + offset : nil
            if let left, let right, let words = words(old, new, left, right) {
                changes.append(Change(kind: .changed, old: left, new: right, words: words))
                continue
            }
            if let left { changes.append(Change(kind: .removed, old: left, new: nil)) }
            if let right { changes.append(Change(kind: .added, old: nil, new: right)) }
        }
        return changes
    }

    /// `nil` for blocks that have little in common.
    private static func words(
        _ old: ArticleDocument, _ new: ArticleDocument, _ left: Int, _ right: Int
    ) -> [Words]? {
        let (first, second) = (BlockWords(old, left), BlockWords(new, right))
        let pairs = CommonSequence.pairs(first.texts, second.texts)
        // A third of the longer one.
        guard pairs.count * 3 >= max(first.texts.count, second.texts.count) else { return nil }
        var words: [Words] = []
        var (start, other) = (0, 0)
        for (left, right) in pairs + [(first.texts.count, second.texts.count)] {
            if start < left { words.append(first.words(start..<left, .removed)) }
            if other < right { words.append(second.words(other..<right, .added)) }
            (start, other) = (left + 1, right + 1)
        }
        return words
    }
}

/// The words of a block: what stands between white space.
private struct BlockWords {
    let document: ArticleDocument
    private(set) var ranges: [Range<Int>] = []
    private(set) var texts: [String] = []

    init(_ document: ArticleDocument, _ block: Int) {
        self.document = document
        let text = document.article.text
        let range = document.article.blocks[block].range
        var start = range.lowerBound
        for end in range.lowerBound...range.upperBound {
            guard end == range.upperBound || text[end] <= 0x20 else { continue }
            if start < end { ranges.append(start..<end) }
            start = end + 1
        }
        texts = ranges.map(document.article.string)
    }

    func words(_ range: Range<Int>, _ kind: ArticleDifference.Kind) -> ArticleDifference.Words {
        let bytes = ranges[range.lowerBound].lowerBound..<ranges[range.upperBound - 1].upperBound
        return ArticleDifference.Words(
            kind: kind, span: document.offsets.codePoints(bytes), text: document.article.string(bytes))
    }
}
