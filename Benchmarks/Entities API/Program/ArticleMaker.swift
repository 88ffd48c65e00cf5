import Articles
import Foundation
import TextAnalysis

/// Makes articles that name entities as often as articles name them: by Zipf's law, roughly.
struct ArticleMaker {
    private static let entityCount = 60_000
    private static let arabic = "مح سل عل نا صر حس كر خا بن يو في را مو دي شا لي با قا هر طه غز جم رف عم زي"
        .split(separator: " ").map(String.init)
    private static let latin = "mo sa li na ra ha ka be yu fi ro mu di sha le ba qa hi ta ga ja re am zi no"
        .split(separator: " ").map(String.init)
    private static let kinds: [Entity.Kind] = [.person, .person, .organisation, .place, .product]

    private var random = Numbers(state: 1)
    private var entities: [Int: Entity] = [:]

    /// Five paragraphs of three sentences with two names each.
    mutating func article() -> (article: Article, annotations: Annotations) {
        var text = "خبر رقم \(random.next() % 1_000_000_000_000)"
        var blocks: [Block] = []
        var mentions: [Mention] = []
        var named: [String: Entity] = [:]
        for block in 0..<5 {
            text += "\n"
            let start = text.utf8.count
            for _ in 0..<3 {
                for word in ["قال", "مع"] {
                    text += word + " "
                    let entity = entity()
                    named[entity.id] = entity
                    let range = text.utf8.count..<text.utf8.count + entity.label.utf8.count
                    mentions.append(
                        Mention(
                            range: range, kind: entity.kind, entityID: entity.id, form: .name, block: block,
                            confidence: 0.9, rule: "name"))
                    text += entity.label + " "
                }
                text += "أمس. "
            }
            blocks.append(
                Block(
                    kind: .paragraph, range: start..<text.utf8.count - 1, language: .arabic,
                    direction: .rightToLeft))
        }
        let article = Article(
            text: Array(text.utf8), language: .arabic, direction: .rightToLeft, blocks: blocks)
        let entities = named.values.sorted { $0.id < $1.id }
        return (article, Annotations(entities: entities, mentions: mentions))
    }

    private mutating func entity() -> Entity {
        let rank = Int(pow(Double(Self.entityCount), Double.random(in: 0..<1, using: &random))) - 1
        if let known = entities[rank] { return known }
        var own = Numbers(state: UInt64(rank) &* 0x9e37_79b9)
        let syllables = (0..<3).map { _ in
            (0..<Int.random(in: 2...3, using: &own)).map { _ in Int.random(in: 0..<25, using: &own) }
        }
        func name(_ parts: [String], article: String) -> String {
            syllables.enumerated().map { index, word in
                (index == 1 ? article : "") + word.map { parts[$0] }.joined()
            }.joined(separator: " ")
        }
        let entity = Entity(
            id: "n_e\(rank)", kind: Self.kinds[rank % Self.kinds.count],
            label: name(Self.arabic, article: "ال"), labelLanguage: .arabic,
            aliases: [
                Entity.Alias(text: name(Self.latin, article: "al-"), language: .english, kind: .translation)
            ])
        entities[rank] = entity
        return entity
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}
