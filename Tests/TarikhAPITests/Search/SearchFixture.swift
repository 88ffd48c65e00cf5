import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import TestSupport
import TextAnalysis

/// A service over articles that are made by hand.
struct SearchFixture {
    static let azerbaijan = Entity(
        id: "n_aze", kind: .place, subtype: "country", label: "أذربيجان", labelLanguage: .arabic,
        aliases: [
            Entity.Alias(text: "Azerbaijan", language: .english, kind: .translation),
            Entity.Alias(text: "آذربایجان", language: .persian, kind: .translation),
        ])
    static let states = Entity(
        id: "n_usa", kind: .place, subtype: "country", label: "الولايات المتحدة", labelLanguage: .arabic,
        aliases: [
            Entity.Alias(text: "United States", language: .english, kind: .translation),
            Entity.Alias(text: "US", language: .english, kind: .acronym),
        ])
    static let minister = Entity(
        id: "n_min", kind: .person, label: "جيهون بيراموف", labelLanguage: .arabic,
        aliases: [Entity.Alias(text: "Jeyhun Bayramov", language: .english, kind: .translation)])

    let fixture: Fixture

    init(_ articles: [(article: Article, annotations: Annotations)]) throws {
        fixture = try Fixture()
        _ = try fixture.store.insert(articles)
    }

    /// Articles of one paragraph each.
    init(texts: [String]) throws {
        try self.init(texts.map { (Self.article($0), Annotations()) })
    }

    /// Those that name the entities above.
    static func named() throws -> SearchFixture {
        let lists: [[Entity]] = [
            [azerbaijan, states], [azerbaijan], [states, minister], [minister], [azerbaijan, minister],
        ]
        return try SearchFixture(
            lists.enumerated().map { index, entities in
                NamedSamples.article(
                    [[entities]], number: index, metadata: ArticleMetadata(source: index < 2 ? "أ" : "ب"))
            })
    }

    static func article(
        _ text: String, _ language: Language = .arabic, source: String? = nil
    ) -> Article {
        let bytes = Array(text.utf8)
        return Article(
            text: bytes, metadata: ArticleMetadata(source: source), language: language,
            direction: language == .english ? .leftToRight : .rightToLeft,
            blocks: [
                Block(
                    kind: .paragraph, range: 0..<bytes.count, language: language,
                    direction: language == .english ? .leftToRight : .rightToLeft)
            ])
    }

    /// The answer to a search with these parameters.
    func search(_ parameters: (String, String)...) throws -> JSON { try respond(parameters).object() }

    func respond(_ parameters: [(String, String)]) -> Response {
        fixture.get("/v1/search?" + parameters.map { $0 + "=" + Self.encoded($1) }.joined(separator: "&"))
    }

    func total(_ parameters: (String, String)...) throws -> Int? {
        try respond(parameters).object()["page"]["total"].integer
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
