package import ArticleStore
import Articles
package import HTTPServer
package import SearchIndex
import TextAnalysis

/// Hits of a search with the words that were found.
package struct SearchJSON: Sendable {
    /// How what was found is shown.
    package enum Highlighting: String, Sendable, CaseIterable {
        /// By the places of matches.
        case offsets
        /// Also as HTML, escaped, with `<mark>`.
        case html
        case none
    }

    private static let maximumSnippets = 3

    private let highlighter: Highlighter?
    private let unit: OffsetUnit
    private let isHTML: Bool
    /// Code points.
    private let snippetLength: Int

    /// - Parameter highlighting: with `none` hits have no snippets.
    package init(
        _ query: Query, highlighting: Highlighting = .offsets, unit: OffsetUnit = .codepoint,
        snippetLength: Int = 200
    ) {
        highlighter = highlighting != .none ? Highlighter(query) : nil
        isHTML = highlighting == .html
        self.unit = unit
        self.snippetLength = snippetLength
    }

    /// The member `query` of an answer.
    package static func write(_ query: Query, to writer: inout JSONWriter) {
        writer.objectMember("query") { writer in
            writer.member("text", query.text)
            writer.member("parsed", query.description)
            writer.arrayMember("terms") { writer in
                for term in query.terms {
                    writer.object { writer in
                        writer.member("in", term.word)
                        writer.member("folded", term.folded)
                        writer.member("aliases", query.aliases[term.number] ?? [])
                    }
                }
            }
            writer.member("corrected", query.corrected)
        }
    }

    /// The object of one hit. `named` gives the places where the article names an entity that is asked for; it is called when no
    /// word of the query stands in it.
    package func write(
        _ hit: SearchResult.Hit, _ stored: StoredArticle, events: [String], others: Int? = nil,
        explanation: Explanation? = nil, named: () throws -> [Highlighter.Match] = { [] },
        to writer: inout JSONWriter
    ) rethrows {
        let article = stored.article
        let snippets = try highlighter.map { try self.snippets(of: article, $0, named) } ?? []
        writer.object { writer in
            writer.member("article_id", stored.id)
            writer.member("revision", stored.revision)
            writer.key("score")
            writer.float(hit.score)
            writeTitle(article, to: &writer)
            writer.arrayMember("snippets") { write(snippets, of: article, to: &$0) }
            writer.member("events", events)
            writer.member("others", others)
            ExplanationJSON.write(explanation, of: hit, to: &writer)
        }
    }

    private func writeTitle(_ article: Article, to writer: inout JSONWriter) {
        guard let title = article.title else { return writer.nullMember("title") }
        writer.objectMember("title") { writer in
            let direction = LanguageDetector().direction(of: title.utf8)
            writer.textMembers(title, article.language, direction)
            guard isHTML, let highlighter else { return writer.nullMember("html") }
            let bytes = Array(title.utf8)
            let matches = highlighter.matches(in: bytes, language: article.language)
            writer.member("html", MarkedHTML.text(bytes, 0..<bytes.count, marks: matches.map(\.range)))
        }
    }

    private func write(_ snippets: [Snippet], of article: Article, to writer: inout JSONWriter) {
        guard !snippets.isEmpty else { return }
        let offsets = OffsetMap(article.text)
        for snippet in snippets {
            let block = article.blocks[snippet.block]
            writer.object { writer in
                writer.blockID("block_id", snippet.block)
                writer.span("span", unit.span(snippet.range, offsets))
                writer.textMembers(article.string(snippet.range), block.language, block.direction)
                writer.member(
                    "html",
                    isHTML
                        ? MarkedHTML.text(article.text, snippet.range, marks: snippet.matches.map(\.range))
                        : nil)
                writer.arrayMember("matches") { writer in
                    for match in snippet.matches {
                        writer.object { writer in
                            writer.span("span", unit.span(match.range, offsets))
                            writer.member("term", match.term)
                            writer.member("by", match.reason)
                        }
                    }
                }
            }
        }
    }

    // MARK: Snippets

    /// A part of one block; ranges count bytes of the article's text.
    private struct Snippet {
        var block: Int
        var range: Range<Int>
        var matches: [Highlighter.Match]
    }

    /// Of the blocks with the most distinct terms; of the first block that is no title when none has any.
    private func snippets(
        of article: Article, _ highlighter: Highlighter, _ named: () throws -> [Highlighter.Match]
    ) rethrows -> [Snippet] {
        var found = article.blocks.enumerated().compactMap {
            index, block -> (index: Int, matches: [Highlighter.Match])? in
            let matches = highlighter.matches(in: Array(article.text[block.range]), language: block.language)
            return matches.isEmpty ? nil : (index, matches)
        }
        if found.isEmpty { found = Self.byBlock(try named(), article) }
        let ranked = found.map { ($0.index, $0.matches, Set($0.matches.map(\.term)).count) }
            .sorted { ($1.2, $0.0) < ($0.2, $1.0) }.prefix(Self.maximumSnippets)
        if ranked.isEmpty {
            let first = article.blocks.firstIndex { $0.kind != .title } ?? article.blocks.indices.first
            return first.map { [snippet(of: article, block: $0, matches: [], highlighter)] } ?? []
        }
        return ranked.map { snippet(of: article, block: $0.0, matches: $0.1, highlighter) }
    }

    /// Matches of the whole text as such of each block, none inside another.
    private static func byBlock(
        _ matches: [Highlighter.Match], _ article: Article
    ) -> [(index: Int, matches: [Highlighter.Match])] {
        article.blocks.enumerated().compactMap { index, block in
            var end = block.range.lowerBound
            var own: [Highlighter.Match] = []
            for match in matches.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
            where match.range.lowerBound >= end && match.range.upperBound <= block.range.upperBound {
                end = match.range.upperBound
                let start = match.range.lowerBound - block.range.lowerBound
                own.append(
                    Highlighter.Match(
                        range: start..<start + match.range.count, term: match.term, reason: match.reason))
            }
            return own.isEmpty ? nil : (index, own)
        }
    }

    private func snippet(
        of article: Article, block: Int, matches: [Highlighter.Match], _ highlighter: Highlighter
    ) -> Snippet {
        let start = article.blocks[block].range.lowerBound
        let text = Array(article.text[article.blocks[block].range])
        let part = highlighter.snippet(of: text, matches: matches, length: snippetLength)
        let shown = matches.filter {
            $0.range.lowerBound >= part.lowerBound && $0.range.upperBound <= part.upperBound
        }
        return Snippet(
            block: block, range: start + part.lowerBound..<start + part.upperBound,
            matches: shown.map { match in
                Highlighter.Match(
                    range: start + match.range.lowerBound..<start + match.range.upperBound, term: match.term,
                    reason: match.reason)
            })
    }
}
