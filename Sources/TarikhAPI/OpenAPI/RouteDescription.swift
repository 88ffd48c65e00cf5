/// What a route is for, what it takes and what it gives: all that its documentation is made of besides its pattern and scope.
struct RouteDescription: Sendable {
    /// One line.
    var summary: String
    var parameters: [Parameter] = []
    var body: RequestBody?
    var answer: Answer
    /// The forms that it answers in.
    var media: [MediaType] = [.json]
    /// Of the names in the path.
    var identifier = Schema("string(1..)")
    /// Whether 'Idempotency-Key' may say that it is the same request again.
    var isRepeatable: Bool { body?.isRepeatable ?? false }
    /// Whether the parameters stand in the body (RFC 10008).
    var isInBody = false

    /// All parameters that it takes, with that which every route has.
    var query: [Parameter] {
        parameters + [
            Parameter(
                "format", .words(media.map(\.format)), default: media.first?.format,
                "The form of the answer; wins over 'Accept'.")
        ]
    }
}

/// What a request carries.
struct RequestBody: Sendable {
    /// The schema of each media type, in short (see `Schema`).
    var forms: [(media: String, schema: String)]
    var isRequired = true
    /// Whether 'If-Match' must say what the client saw.
    var needsMatch = false
    /// Whether 'Idempotency-Key' may say that it is the same request again.
    var isRepeatable = false

    static func json(_ schema: String) -> RequestBody {
        RequestBody(forms: [("application/json", schema)])
    }

    static func mergePatch(_ schema: String) -> RequestBody {
        RequestBody(forms: [(API.mergePatch, schema)])
    }

    static func form(_ schema: String) -> RequestBody {
        RequestBody(forms: [("application/x-www-form-urlencoded", schema)])
    }

    /// A document of one article or of many.
    static let article = RequestBody(
        forms: ReceivedDocument.mediaTypes.map { ($0, document($0)) })

    /// A document that is not made to hold many.
    static let oneArticle = RequestBody(
        forms: article.forms.filter { !["JSONFeedDocument", "FeedText"].contains($0.schema) })

    /// Lines of JSON, or a document.
    static let batch = RequestBody(forms: API.lineTypes.map { ($0, "ArticleLines") } + article.forms)

    private static func document(_ media: String) -> String {
        switch media {
        case "application/json": "ArticleInput"
        case "text/plain": "ArticleText"
        case "text/html", "application/xhtml+xml": "PageText"
        case "application/ld+json": "LinkedDocument"
        case "application/vnd.iptc.ninjs+json": "NinjsDocument"
        case "application/feed+json": "JSONFeedDocument"
        default: "FeedText"
        }
    }

    var ifMatch: RequestBody {
        var body = self
        body.needsMatch = true
        return body
    }

    var repeatable: RequestBody {
        var body = self
        body.isRepeatable = true
        return body
    }

    var optional: RequestBody {
        var body = self
        body.isRequired = false
        return body
    }
}

/// What a route answers when all is well.
struct Answer: Sendable, ExpressibleByStringLiteral {
    /// Of its JSON, in short (see `Schema`).
    var schema: Schema
    /// The first is the usual one; 204 comes without a body.
    var statuses = [200]
    /// It may lead to what took the place of the thing that was asked for.
    var moves = false
    /// Of each line of NDJSON, in which the answer to a request of many comes.
    var line: Schema?

    init(_ schema: Schema) { self.schema = schema }

    init(stringLiteral notation: String) { self.init(Schema(notation)) }

    /// A part of a list.
    static func page(_ item: String) -> Answer {
        Answer(
            .object([
                Schema.Member(name: "items", schema: .array(Schema(item))),
                Schema.Member(name: "page", schema: .reference("Page")),
            ]))
    }

    /// Something that was made.
    static func created(_ notation: String, orKnown: Bool = false) -> Answer {
        var answer = Answer(Schema(notation))
        answer.statuses = orKnown ? [201, 200] : [201]
        return answer
    }

    /// Something that was there, or was made.
    static func stored(_ notation: String) -> Answer {
        var answer = Answer(Schema(notation))
        answer.statuses = [200, 201]
        return answer
    }

    /// NDJSON, with these lines.
    static func lines(_ notation: String, statuses: [Int]) -> Answer {
        var answer = Answer("string").orLines(notation)
        answer.statuses = statuses
        return answer
    }

    /// With 200 also NDJSON, where the request was of many.
    func orLines(_ notation: String) -> Answer {
        var answer = self
        answer.line = Schema(notation)
        return answer
    }

    static let health: Answer = {
        var answer = Answer("Health")
        answer.statuses = [200, 503]
        return answer
    }()

    static func accepted(_ notation: String) -> Answer {
        var answer = Answer(Schema(notation))
        answer.statuses = [202]
        return answer
    }

    static let nothing: Answer = {
        var answer = Answer(.any)
        answer.statuses = [204]
        return answer
    }()

    var moving: Answer {
        var answer = self
        answer.moves = true
        return answer
    }
}
