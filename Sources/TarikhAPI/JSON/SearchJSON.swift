package import ArticleStore
import Articles
package import HTTPServer
package import SearchIndex
import TextAnalysis

/// Hits of a search with the words that were found.
package struct SearchJSON: Sendable {
    private static let maximumSnippets = 3

    private let highlighter: Highlighter?
    private let unit: OffsetUnit
    /// Code points.
    private let snippetLength: Int

    /// - Parameter highlights: without them hits have no snippets.
    package init(
        _ query: Query, highlights: Bool = true, unit: OffsetUnit = .codepoint, snippetLength: Int = 200
    ) {
        highlighter = highlights ? Highlighter(query) : nil
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
                        writer.arrayMember("aliases") { _ in }
                    }
                }
            }
            writer.nullMember("corrected")
        }
    }

    /// The object of one hit.
    package func write(
        _ hit: SearchResult.Hit, _ stored: StoredArticle, events: [String], to writer: inout JSONWriter
    ) {
        let article = stored.article
        writer.object { writer in
            writer.member("article_id", stored.id)
            writer.member("revision", stored.revision)
            writer.key("score")
            writer.float(hit.score)
            writer.key("title")
            if let title = article.title {
                let direction = LanguageDetector().direction(of: title.utf8)
                writer.object { $0.textMembers(title, article.language, direction) }
            } else {
                writer.null()
            }
            writer.arrayMember("snippets") { writeSnippets(article, to: &$0) }
            writer.member("events", events)
            writer.nullMember("explain")
        }
    }

    private func writeSnippets(_ article: Article, to writer: inout JSONWriter) {
        guard let highlighter else { return }
        let snippets = snippets(of: article, highlighter)
        guard !snippets.isEmpty else { return }
        let offsets = OffsetMap(article.text)
        for snippet in snippets {
            let block = article.blocks[snippet.block]
            writer.object { writer in
                writer.blockID("block_id", snippet.block)
                writer.span("span", unit.span(snippet.range, offsets))
                writer.textMembers(article.string(snippet.range), block.language, block.direction)
                writer.arrayMember("matches") { writer in
                    for match in snippet.matches {
                        writer.object { writer in
                            writer.span("span", unit.span(match.range, offsets))
                            writer.member("term", match.term)
                            writer.nullMember("by")
                        }
                    }
                }
            }
        }
    }

    /// A part of one block; ranges count bytes of the article's text.
    private struct Snippet {
        var block: Int
        var range: Range<Int>
        var matches: [Highlighter.Match]
    }

    /// Of the blocks with the most distinct terms; of the first block that is no title when none has any.
    private func snippets(of article: Article, _ highlighter: Highlighter) -> [Snippet] {
        let found = article.blocks.enumerated().compactMap {
            index, block -> (index: Int, matches: [Highlighter.Match])? in
            let matches = highlighter.matches(in: Array(article.text[block.range]), language: block.language)
            return matches.isEmpty ? nil : (index, matches)
        }
        let ranked = found.map { ($0.index, $0.matches, Set($0.matches.map(\.term)).count) }
            .sorted { ($1.2, $0.0) < ($0.2, $1.0) }.prefix(Self.maximumSnippets)
        if ranked.isEmpty {
            let first = article.blocks.firstIndex { $0.kind != .title } ?? article.blocks.indices.first
            return first.map { [snippet(of: article, block: $0, matches: [], highlighter)] } ?? []
        }
        return ranked.map { snippet(of: article, block: $0.0, matches: $0.1, highlighter) }
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
                    range: start + match.range.lowerBound..<start + match.range.upperBound, term: match.term)
            })
    }
}
