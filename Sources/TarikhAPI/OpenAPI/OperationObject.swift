import AccessControl
import HTTPServer
import HTTPTypes

/// An operation of the document (OpenAPI 3.1, 4.8.10).
struct OperationObject: Sendable {
    private let guarded: GuardedRoute
    private let shared: SharedParameters

    init(_ guarded: GuardedRoute, _ shared: SharedParameters) {
        self.guarded = guarded
        self.shared = shared
    }

    private var route: Route { guarded.route }
    private var description: RouteDescription { guarded.description }
    /// The names in the path's braces.
    private var names: [String] {
        route.pattern.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            String($0.dropFirst().dropLast())
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("operationId", identifier)
            if let tag = RouteTag.of(route.pattern) { writer.member("tags", [tag.name]) }
            writer.member("summary", description.summary)
            writeSecurity(to: &writer)
            writer.arrayMember("parameters") { writeParameters(to: &$0) }
            writeBody(to: &writer)
            writer.objectMember("responses") { writeResponses(to: &$0) }
        }
    }

    /// `getArticlesIdText` of `GET /v1/articles/{id}/text`.
    private var identifier: String {
        let words = route.pattern.split { !$0.isLetter && !$0.isNumber }.filter { $0 != "v1" }
        return route.method.rawValue.lowercased()
            + (words.isEmpty ? "Root" : words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
    }

    private func writeSecurity(to writer: inout JSONWriter) {
        writer.arrayMember("security") { writer in
            guard let scope = guarded.access.scope else { return }
            writer.object { $0.member("bearer", [scope.rawValue]) }
            writer.object { $0.member("key", [scope.rawValue]) }
        }
    }

    private func writeParameters(to writer: inout JSONWriter) {
        for name in names {
            writer.object { writer in
                writer.member("name", name)
                writer.member("in", "path")
                writer.member("required", true)
                writer.objectMember("schema") { writer in
                    description.identifier.writeMembers(to: &writer)
                }
            }
        }
        if description.body?.needsMatch == true {
            writer.object { writer in
                writer.member("name", "If-Match")
                writer.member("in", "header")
                writer.member("required", true)
                writer.member("description", "The ETag of what was seen, or '*'.")
                writer.objectMember("schema") { Schema("string").writeMembers(to: &$0) }
            }
        }
        if description.isRepeatable { Self.writeKey(to: &writer) }
        if description.isInBody { return }
        for parameter in description.query {
            if let name = shared.names[parameter] {
                writer.object { $0.member("$ref", "#/components/parameters/" + name) }
            } else {
                parameter.write(to: &writer)
            }
        }
    }

    private static func writeKey(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", "Idempotency-Key")
            writer.member("in", "header")
            writer.member(
                "description", "Sent again with it, the request gets the answer that it got, for 24 hours.")
            writer.objectMember("schema") { writer in
                Schema(#"{"type":"string","pattern":"^[!-~]{1,255}$"}"#).writeMembers(to: &writer)
            }
        }
    }

    private func writeBody(to writer: inout JSONWriter) {
        guard description.isInBody || description.body != nil else { return }
        writer.objectMember("requestBody") { writer in
            writer.member("required", description.body?.isRequired ?? true)
            writer.objectMember("content") { writer in
                for (media, schema) in description.body?.forms ?? [] {
                    writer.key(media)
                    writer.object { writer in
                        writer.key("schema")
                        Schema(schema).write(to: &writer)
                    }
                }
                guard description.isInBody else { return }
                writer.objectMember("application/json") { writer in
                    writer.key("schema")
                    Parameter.body(of: description.query).write(to: &writer)
                }
            }
        }
    }

    // MARK: Answers

    private func writeResponses(to writer: inout JSONWriter) {
        for status in description.answer.statuses { writeAnswer(status, to: &writer) }
        if route.method == .get {
            Self.writeEmpty("304", "The client has it already ('If-None-Match').", nil, to: &writer)
        }
        if description.answer.moves {
            Self.writeEmpty("308", "It is part of another now.", "Location", to: &writer)
        }
        for status in problems {
            writer.key(String(status))
            writer.object { $0.member("$ref", "#/components/responses/Problem\(status)") }
        }
        writer.objectMember("default") { $0.member("$ref", "#/components/responses/ProblemOther") }
    }

    private static func writeEmpty(
        _ status: String, _ description: String, _ field: String?, to writer: inout JSONWriter
    ) {
        writer.key(status)
        writer.object { writer in
            writer.member("description", description)
            if let field { writeFields([field], to: &writer) }
        }
    }

    private static func writeFields(_ names: [String], to writer: inout JSONWriter) {
        guard !names.isEmpty else { return }
        writer.objectMember("headers") { writer in
            for name in names {
                writer.key(name)
                writer.object { writer in
                    writer.objectMember("schema") { Schema("string").writeMembers(to: &$0) }
                }
            }
        }
    }

    private func writeAnswer(_ status: Int, to writer: inout JSONWriter) {
        writer.key(String(status))
        writer.object { writer in
            writer.member("description", Self.meaning(of: status))
            let isOne = description.media != [.ndjson]
            var fields = isOne && (status == 201 || status == 202) ? ["Location"] : []
            if description.parameters.contains(where: { $0.name == "cursor" }) { fields.append("Link") }
            Self.writeFields(fields, to: &writer)
            guard status != 204 else { return }
            writer.objectMember("content") { writer in
                var written: Set<String> = []
                for media in media(with: status) where written.insert(media.name).inserted {
                    writer.key(media.name)
                    writer.object { writer in
                        writer.key("schema")
                        schema(of: media).write(to: &writer)
                        guard media == .ndjson, let line = description.answer.line else { return }
                        writer.key("x-item-schema")
                        line.write(to: &writer)
                    }
                }
                if status == 422 { Self.writeProblem(to: &writer) }
            }
        }
    }

    private func media(with status: Int) -> [MediaType] {
        description.answer.line != nil && status == 200 ? description.media + [.ndjson] : description.media
    }

    /// What is wrong with a request as a whole, where the answer may be of its parts.
    private static func writeProblem(to writer: inout JSONWriter) {
        writer.objectMember("application/problem+json") { writer in
            writer.key("schema")
            Schema.reference("Problem").write(to: &writer)
        }
    }

    private static func meaning(of status: Int) -> String {
        switch status {
        case 201: "It was made."
        case 202: "It has begun."
        case 204: "It is done."
        case 422: "Nothing was stored; the lines say which of the articles can't be."
        case 503: "It can't serve now."
        default: "What was asked for."
        }
    }

    private func schema(of media: MediaType) -> Schema {
        switch media {
        case .json: answer
        case .jsonFeed where description.media.first == .jsonFeed: answer
        case .timelineJS: .reference("TimelineJS")
        case .jsonFeed: .reference("JSONFeed")
        case .geoJSON: .reference("FeatureCollection")
        // One media type that two forms have.
        case .linkedData: Schema("LinkedArticle|AnnotationPage")
        case .ninjs3: Schema("NinjsArticle3|NinjsArticle2")
        // Of an event, not of the text.
        case .eventStream: Schema("any")
        default: Schema("string")
        }
    }

    /// Lists that are filtered by names say whom these stand for.
    private var answer: Schema {
        guard case .object(var members, let isClosed, let needs) = description.answer.schema,
            description.parameters.contains(where: { $0.name == "entity" })
        else { return description.answer.schema }
        members.append(Schema.Member(name: "matched_by", schema: .array(.reference("NameReading"))))
        return .object(members, isClosed: isClosed, needs: needs)
    }

    /// The statuses of errors that one has to reckon with here.
    private var problems: [Int] {
        var statuses: Set<Int> = [400, 406]
        if guarded.access.scope != nil { statuses.formUnion([401, 403, 429]) }
        if !names.isEmpty { statuses.insert(404) }
        if names.contains("id") { statuses.insert(410) }
        if description.parameters.contains(where: { ["cursor", "since"].contains($0.name) }) {
            statuses.insert(410)
        }
        if description.body != nil { statuses.formUnion([409, 413, 415, 422]) }
        if description.isInBody { statuses.formUnion([413, 415]) }
        if description.body?.needsMatch == true { statuses.formUnion([412, 428]) }
        return statuses.subtracting(description.answer.statuses).sorted()
    }
}
