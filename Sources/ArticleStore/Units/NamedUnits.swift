import Articles
import TextAnalysis

/// Which entities an article names together: for each block and each sentence with a name in it, the indices of
/// `Annotations.entities` that are named there, each once.
struct NamedUnits: Sendable, Hashable {
    /// Blocks of sentences of entities, in the order of the text.
    var blocks: [[[Int]]] = []

    init(_ article: Article, _ annotations: Annotations) {
        self.init(article, annotations.entities.map(\.id), annotations.mentions)
    }

    /// - Parameter entities: the ids that `mentions` have.
    init(_ article: Article, _ entities: [String], _ mentions: [Mention]) {
        let ordinals = Dictionary(
            entities.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var mentions = mentions[...]
        while let first = mentions.first {
            let own = mentions.prefix { $0.block == first.block }
            mentions = mentions.dropFirst(own.count)
            let names = own.compactMap { mention in
                ordinals[mention.entityID].map { (start: mention.range.lowerBound, entity: $0) }
            }
            guard !names.isEmpty, article.blocks.indices.contains(first.block) else { continue }
            blocks.append(Self.sentences(of: article.blocks[first.block], article.text, names))
        }
    }

    private static func sentences(
        of block: Block, _ text: [UInt8], _ names: [(start: Int, entity: Int)]
    ) -> [[Int]] {
        // A single name is in a single sentence; so is all of a title.
        let isOne = names.count == 1 || [.title, .heading, .listItem].contains(block.kind)
        let sentences = isOne ? [block.range] : SentenceSplitter().sentences(in: text, block.range)
        var units: [[Int]] = []
        var index = 0
        var last = -1
        for name in names {
            while index + 1 < sentences.count, sentences[index].upperBound <= name.start { index += 1 }
            if index != last { units.append([]) }
            last = index
            units[units.count - 1].append(name.entity)
        }
        return units.map { Array(Set($0)).sorted() }
    }
}
