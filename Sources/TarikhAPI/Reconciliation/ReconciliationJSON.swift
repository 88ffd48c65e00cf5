import ArticleStore
import Articles
import HTTPServer

/// The answers of the reconciliation service.
enum ReconciliationJSON {
    /// A service manifest (Reconciliation Service API 0.2, 3.1).
    static func writeManifest(_ addresses: Addresses, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("versions", ["0.2"])
            writer.member("name", "Tarikh entities")
            writer.member("identifierSpace", addresses.url("/v1/entities/"))
            writer.member("schemaSpace", addresses.url("/v1/entities?type="))
            writer.member("serviceVersion", Build.version)
            writer.arrayMember("defaultTypes") { writer in
                for kind in Entity.Kind.allCases { writeType(kind, to: &writer) }
            }
            writer.objectMember("view") { $0.member("url", addresses.url("/v1/entities/{{id}}")) }
            writer.objectMember("suggest") { writer in
                writer.objectMember("entity") { writer in
                    writer.member("service_url", addresses.url("/v1/reconcile"))
                    writer.member("service_path", "/suggest/entity")
                }
            }
            writer.member("batchSize", ReconciliationBatch.maximumCount)
        }
    }

    /// A candidate with what its score is made of (4.3).
    static func write(
        _ candidate: ReconciliationCandidate, isMatch: Bool, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("id", candidate.entity.entity.id)
            writer.member("name", candidate.entity.entity.label)
            writer.member("description", description(of: candidate.entity))
            writer.arrayMember("type") { writeType(candidate.entity.entity.kind, to: &$0) }
            writer.member("score", AssociationJSON.rounded(candidate.score))
            writer.member("match", isMatch)
            writer.arrayMember("features") { writer in
                feature("exact_name", candidate.isExact, to: &writer)
                feature("name_similarity", candidate.similarity, to: &writer)
                feature("sounds_alike", candidate.soundsAlike, to: &writer)
                feature("type_match", candidate.hasType, to: &writer)
                feature("popularity", candidate.popularity, to: &writer)
                feature("property_agreement", Double(candidate.agreement), to: &writer)
            }
        }
    }

    /// An entity of the suggest service (5.1).
    static func write(_ suggestion: ArticleStore.Suggestion, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", suggestion.entity.entity.id)
            writer.member("name", suggestion.entity.entity.label)
            writer.member("description", description(of: suggestion.entity))
            writer.arrayMember("notable") { writeType(suggestion.entity.entity.kind, to: &$0) }
        }
    }

    private static func writeType(_ kind: Entity.Kind, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", kind.rawValue)
            writer.member("name", name(of: kind))
        }
    }

    private static func name(of kind: Entity.Kind) -> String {
        switch kind {
        case .person: "Person"
        case .organisation: "Organisation"
        case .place: "Place"
        case .product: "Product"
        case .event: "Event"
        }
    }

    private static func description(of stored: StoredEntity) -> String {
        let kind =
            stored.entity.subtype?.replacing("_", with: " ") ?? name(of: stored.entity.kind).lowercased()
        return kind + ", in \(stored.articleCount) article" + (stored.articleCount == 1 ? "" : "s")
    }

    private static func feature(_ name: String, _ value: Bool, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", name)
            writer.member("value", value)
        }
    }

    private static func feature(_ name: String, _ value: Double, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", name)
            writer.member("value", AssociationJSON.rounded(value))
        }
    }
}
