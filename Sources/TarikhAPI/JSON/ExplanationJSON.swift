import ArticleStore
import HTTPServer
import SearchIndex

/// Why a hit has its score.
enum ExplanationJSON {
    /// The member `explain` of a hit: what the index gives it, and what its text does.
    static func write(_ explanation: Explanation?, of hit: SearchResult.Hit, to writer: inout JSONWriter) {
        guard let explanation else { return writer.nullMember("explain") }
        writer.objectMember("explain") { writer in
            writer.arrayMember("terms") { writer in
                for term in explanation.terms { write(term, to: &writer) }
            }
            writer.key("bonus")
            writer.float(explanation.bonus)
            writer.key("index")
            writer.float(explanation.score)
            writer.key("text")
            writer.float(hit.textScore)
            writer.key("score")
            writer.float(hit.score)
        }
    }

    private static func write(_ term: Explanation.Term, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", term.kind.rawValue)
            writer.member("text", term.text)
            writer.objectMember("frequency") { writer in
                for (field, count) in zip(ArticleStore.TextField.allCases, term.frequencies) {
                    writer.key(field == .title ? "title" : "body")
                    writer.integer(count)
                }
            }
            writer.member("documents", term.documentCount)
            writer.key("idf")
            writer.float(term.idf)
            writer.key("score")
            writer.float(term.score)
            writer.member("counted", term.isCounted)
        }
    }
}
