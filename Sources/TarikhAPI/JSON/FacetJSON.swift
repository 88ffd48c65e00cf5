import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// How many hits have each value.
enum FacetJSON {
    /// The member `facets` of an answer.
    static func write(_ facets: [(SearchFacet, [FacetReader.Value])], to writer: inout JSONWriter) {
        writer.objectMember("facets") { writer in
            for (facet, values) in facets {
                writer.key(facet.rawValue)
                writer.array { writer in
                    for value in values { write(value, to: &writer) }
                }
            }
        }
    }

    private static func write(_ value: FacetReader.Value, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("value", value.text)
            writer.member("count", value.count)
            guard let label = value.label else { return writer.nullMember("label") }
            writer.objectMember("label") { writer in
                writer.textMembers(
                    label.label, label.labelLanguage, LanguageDetector().direction(of: label.label.utf8))
            }
        }
    }
}
