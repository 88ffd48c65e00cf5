import Articles
import TextAnalysis

extension ArticleLinker {
    /// Brings spans of the same words together.
    mutating func collect(_ settled: [NameSpan]) {
        let order = settled.indices.filter { !isGeneric(settled[$0]) }
            .sorted { settled[$0].words.lowerBound < settled[$1].words.lowerBound }
        spans = order.map { settled[$0] }
        var positions = [Int](repeating: -1, count: settled.count)
        for (position, old) in order.enumerated() { positions[old] = position }
        var nodeOfWords: [UInt64: Int] = [:]
        for (position, span) in spans.enumerated() {
            let hash = hash(span)
            if let node = nodeOfWords[hash] {
                nodes[node].spans.append(position)
                nodeOfSpan.append(node)
            } else {
                nodeOfWords[hash] = nodes.count
                nodeOfSpan.append(nodes.count)
                nodes.append(node(span, position))
            }
        }
        for (position, span) in spans.enumerated() {
            if let origin = span.repeats, span.form == .acronym, positions.indices.contains(origin),
                positions[origin] >= 0
            {
                pair(nodeOfSpan[positions[origin]], nodeOfSpan[position])
            } else if position > 0, isInParentheses(position) {
                pair(nodeOfSpan[position - 1], nodeOfSpan[position])
            }
        }
    }

    /// «البلدين», «النظام» and the like alone.
    private func isGeneric(_ span: NameSpan) -> Bool {
        span.known == nil && span.words.count == 1 && traits[span.words.lowerBound].contains(.generic)
    }

    private func hash(_ span: NameSpan) -> UInt64 {
        var hash = NameKey.seed
        for byte in span.kind.rawValue.utf8 { hash = NameKey.adding(byte, to: hash) }
        hash = NameKey.adding(span.form == .adjective ? 1 : 0, to: hash)
        if let known = span.known { hash = NameKey.finished(hash &+ UInt64(truncatingIfNeeded: known) &+ 1) }
        return NameKey.hash(folded(span).bytes, from: hash)
    }

    /// The folded words of a span, without clitics.
    private func folded(_ span: NameSpan) -> NameTable.Folded {
        var folded = NameTable.Folded()
        for word in span.words {
            let range = words.words[word].range
            folded.append(words.text, max(range.lowerBound, span.range.lowerBound)..<range.upperBound)
        }
        return folded
    }

    private func node(_ span: NameSpan, _ position: Int) -> NameNode {
        let text = NameText.text(of: span, in: words)
        let word = words.words[span.words.lowerBound]
        let isAcronym = !word.isArabic && span.words.allSatisfy { words.words[$0].isAllCapitals }
        let isPersian = word.languages == .persian || NameText.hasPersianLetter(text)
        let language: Language = !word.isArabic ? .english : isPersian ? .persian : .arabic
        let isCut = span.words.count == 1 && span.range.lowerBound > word.range.lowerBound
        let wholeWord = isCut ? String(decoding: words.text[word.range], as: UTF8.self) : nil
        return NameNode(
            kind: span.kind, subtype: span.subtype, known: known(span), text: text, spans: [position],
            isArabic: word.isArabic,
            language: language, wordCount: span.words.count,
            isAcronym: span.form == .acronym || isAcronym && text.utf8.count < 9, wholeWord: wholeWord)
    }

    /// What the tagger found in the gazetteer; else the entity of this kind that has the very name.
    private func known(_ span: NameSpan) -> Int32? {
        if span.known != nil || span.form == .adjective { return span.known }
        let folded = folded(span)
        var target = gazetteer.names.target(NameKey.hash(folded.bytes))
        while let found = target {
            let kind = gazetteer.entities.kind(at: Int(found.entity))
            let word = words.words[span.words.lowerBound]
            if kind == span.kind, found.form != .adjective, !found.isHomonym,
                !found.languages.isDisjoint(with: word.languages),
                found.form != .acronym || word.isAllCapitals,
                gazetteer.names.bytes(of: found).elementsEqual(folded.bytes)
            {
                return found.entity
            }
            target = gazetteer.names.next(after: found)
        }
        return nil
    }

    /// Whether a name stands alone in parentheses after the one before it and is another name of the same kind: in another
    /// script, a kunya or an acronym.
    private func isInParentheses(_ position: Int) -> Bool {
        let (before, span) = (spans[position - 1], spans[position])
        guard before.words.upperBound == span.words.lowerBound, before.kind == span.kind,
            before.form != .adjective, span.form != .adjective,
            words.words[span.words.lowerBound].gap == .openParenthesis,
            span.range.upperBound < words.text.count, words.text[span.range.upperBound] == 0x29
        else { return false }
        let node = nodes[nodeOfSpan[position]]
        let isKunya =
            span.kind == .person && node.text.utf8.count > 8
            && ComparisonKey(node.text).words.first?.hasPrefix("ابو") == true
        return node.isArabic != nodes[nodeOfSpan[position - 1]].isArabic || node.isAcronym || isKunya
            || node.language != nodes[nodeOfSpan[position - 1]].language
            || Transliteration.isSameName(node.text, nodes[nodeOfSpan[position - 1]].text)
    }

    private mutating func pair(_ long: Int, _ short: Int) {
        guard long != short, partners[long] == nil, partners[short] == nil,
            nodes[long].known == nil || nodes[short].known == nil || nodes[long].known == nodes[short].known
        else { return }
        partners[long] = short
        partners[short] = long
    }
}
