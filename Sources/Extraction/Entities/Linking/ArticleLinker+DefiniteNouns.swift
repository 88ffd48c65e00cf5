import Articles
import TextAnalysis

extension ArticleLinker {
    /// «الوزارة», “the ministry” and «این شرکت» after one organisation that it may be.
    func addDefiniteNouns(_ entities: [Entity], _ mentions: inout [Mention]) {
        let organisations = mentions.filter { $0.kind == .organisation && $0.form != .adjective }
        guard !organisations.isEmpty else { return }
        let byID = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
        var covered = Set<Int>()
        for span in spans { covered.formUnion(span.words) }
        // The names before a word, with where they are.
        var before: [(word: Int, id: String, heads: OrganisationNouns)] = []
        var next = 0
        var found: [Mention] = []
        for index in words.words.indices {
            while next < spans.count, spans[next].words.lowerBound < index {
                let span = spans[next]
                if span.kind == .organisation, span.form != .adjective,
                    let entity = byID[mentions[next].entityID]
                {
                    before.append((span.words.upperBound, entity.id, heads(span, entity)))
                }
                next += 1
            }
            guard !covered.contains(index), let noun = noun(at: index) else { continue }
            let near = before.suffix(8).filter {
                index - $0.word < Self.nearby && !$0.heads.isDisjoint(with: noun)
            }
            let ids = Set(near.map(\.id))
            guard ids.count == 1, let id = ids.first, let entity = byID[id] else { continue }
            let dropped = words.bytes(index).starts(with: OrganisationNouns.article) ? 0 : 2
            let start =
                words.words[index].isArabic && words.words[index].languages != .persian
                ? words.offset(inWord: index, dropping: dropped) : words.words[index].range.lowerBound
            var mention = Mention(
                range: start..<words.words[index].range.upperBound, kind: .organisation, entityID: id,
                form: .noun, block: words.words[index].block, confidence: 0.5, rule: "definite-noun")
            mention.reason = "definite noun for " + entity.label
            found.append(mention)
        }
        guard !found.isEmpty else { return }
        mentions = (mentions + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// What nouns may stand for an organisation: those in its names or before this one, and those of its subtype.
    private func heads(_ span: NameSpan, _ entity: Entity) -> OrganisationNouns {
        var heads = OrganisationNouns.ofSubtype(entity.subtype)
        let range = max(0, span.words.lowerBound - 1)..<span.words.upperBound
        for index in range where words.words[index].block == words.words[span.words.lowerBound].block {
            heads.formUnion(.of(words.bytes(index).dropFirst(traits[index].isEmpty ? 0 : dropped[index])))
        }
        return heads
    }

    /// The noun at a word that is definite and goes on with no adjective or name.
    private func noun(at index: Int) -> OrganisationNouns? {
        let word = words.words[index]
        let nouns: OrganisationNouns
        if !word.isArabic {
            nouns = isAfter("the", index) ? .of(words.bytes(index)) : []
        } else if word.languages == .persian {
            nouns = isAfter("اين", index) ? .of(words.bytes(index)) : []
        } else {
            nouns = .ofDefinite(words.bytes(index))
        }
        guard !nouns.isEmpty else { return nil }
        guard index + 1 < words.words.count, words.words[index + 1].gap == .space else { return nouns }
        let follower = words.bytes(index + 1)
        // An adjective agrees with its noun; what does not agree is another part of the sentence.
        if word.isArabic, word.languages != .persian, follower.count > 8,
            follower.starts(with: OrganisationNouns.article),
            Self.isFeminine(follower) == Self.isFeminine(words.bytes(index))
        {
            return nil
        }
        if words.words[index + 1].isCapital || follower.elementsEqual("of".utf8) { return nil }
        return nouns
    }

    private func isAfter(_ text: String, _ index: Int) -> Bool {
        index > 0 && words.words[index].gap == .space && words.bytes(index - 1).elementsEqual(text.utf8)
    }

    /// Whether the last letter is ة, folded.
    private static func isFeminine(_ folded: ArraySlice<UInt8>) -> Bool { folded.suffix(2) == [0xd9, 0x87] }
}
