import AccessControl
import ArticleStore
import Articles
import Feeds
import Foundation
import HTTPServer
import HTTPTypes
import Synchronization
import TarikhAPI
import TextAnalysis

/// A service over a new store in a temporary folder, asked without a socket.
final class Fixture: Sendable {
    let store: ArticleStore
    let service: Service
    let folder: String
    /// Of the keys that it was made with, in their order.
    let secrets: [String]
    let log: LogBook

    init(keys: [KeyGrant] = [], _ change: (inout Configuration) -> Void = { _ in }) throws {
        folder = FileManager.default.temporaryDirectory.path + "/tarikh-api-" + UUID().uuidString
        store = try ArticleStore(folder: folder, access: .readWrite)
        var configuration = Configuration()
        configuration.data = folder
        change(&configuration)
        let ring = try KeyRing(KeyStore(folder: folder))
        secrets = try keys.map { try ring.add($0, at: 0).secret.text }
        let log = LogBook()
        self.log = log
        service = try Service(
            configuration: configuration, store: store, log: log.serviceLog, keys: ring,
            feeds: configuration.fetchesAddresses ? FeedStore(folder: folder) : nil)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func send(
        _ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:], body: [UInt8] = []
    ) -> Response {
        var response = service.router.respond(
            to: Request(method: method, target: target, fields: fields, body: body))
        response.collect()
        return response
    }

    func get(_ target: String, _ fields: HTTPFields = [:]) -> Response {
        send(.get, target, fields)
    }

    /// With a key as a bearer shows it.
    func send(_ method: HTTPRequest.Method, _ target: String, key: String, json: String = "") -> Response {
        send(
            method, target, [.authorization: "Bearer " + key, .contentType: "application/json"],
            body: Array(json.utf8))
    }

    func get(_ target: String, requestID: String) -> Response {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Request-Id") { fields[name] = requestID }
        return get(target, fields)
    }

    func post(_ target: String, json: String) -> Response {
        send(.post, target, [.contentType: "application/json"], body: Array(json.utf8))
    }

    /// «أذربيجان WORD في عام YEAR» with one mention and one event, put in by hand.
    static func article(_ word: String, year: Int) -> (article: Article, annotations: Annotations) {
        let name = "أذربيجان"
        let text = Array("\(name) \(word) في عام \(year)".utf8)
        let all = 0..<text.count
        let names = 0..<name.utf8.count
        let dates = text.count - 4..<text.count
        let date = WorldDate(
            edtf: String(year), lower: CivilDate(year: year, month: 1, day: 1),
            upper: CivilDate(year: year, month: 12, day: 31), precision: .year)
        let entity = Entity(
            id: "n_aze", kind: .place, subtype: "country", label: name, labelLanguage: .arabic,
            aliases: [Entity.Alias(text: "Azerbaijan", language: .english, kind: .translation)],
            adjectives: ["أذربيجاني"], wikidata: "Q227", iso3166: "AZ", latitude: 40.3, longitude: 47.7)
        let article = Article(
            text: text, language: .arabic, direction: .rightToLeft,
            blocks: [Block(kind: .paragraph, range: all, language: .arabic, direction: .rightToLeft)],
            attributions: [Attribution(role: .origin, range: names)],
            repairs: [Repair(code: .htmlDebris, range: dates)])
        let claim = Claim(range: all, dateRange: dates, date: date, block: 0, relation: .states)
        let event = Event(
            titleRange: names, kind: "opening", date: date,
            participants: [Event.Participant(entityID: entity.id, role: "party")], placeID: entity.id,
            confidence: 0.5, claims: [claim])
        let mention = Mention(
            range: names, kind: .place, entityID: entity.id, form: .name, block: 0, confidence: 0.9,
            rule: "gazetteer")
        return (article, Annotations(entities: [entity], mentions: [mention], events: [event]))
    }
}

/// What a service logged.
final class LogBook: Sendable {
    private let accesses = Mutex<[ServiceLog.Access]>([])
    private let failures = Mutex<[String]>([])

    var last: ServiceLog.Access? { accesses.withLock(\.last) }
    var allAccesses: [ServiceLog.Access] { accesses.withLock { $0 } }
    var allFailures: [String] { failures.withLock { $0 } }

    var serviceLog: ServiceLog {
        ServiceLog { [self] access in
            accesses.withLock { $0.append(access) }
        } failure: { [self] line in
            failures.withLock { $0.append(line) }
        }
    }
}

extension Response {
    /// Makes a streamed body a whole one: all that there is without waiting. One that fails is a failure of the answer.
    mutating func collect() {
        guard let source else { return }
        self.source = nil
        var isEnding = false
        while true {
            do {
                switch try source.next(ResponsePull(limit: 65_536, isEnding: isEnding)) {
                case .bytes(let bytes): body += bytes
                case .waiting where isEnding: return
                case .waiting: isEnding = true
                case .end: return
                }
            } catch {
                failure = String(describing: error)
                return
            }
        }
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON.
    func object() throws -> JSON { try JSON(body) }
}

/// JSON to look into.
struct JSON {
    let value: Any?

    init(_ bytes: [UInt8]) throws {
        value = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    }

    private init(value: Any?) { self.value = value is NSNull ? nil : value }

    subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }
    subscript(index: Int) -> JSON {
        let array = value as? [Any] ?? []
        return JSON(value: array.indices.contains(index) ? array[index] : nil)
    }

    var array: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
    var string: String? { value as? String }
    var integer: Int? { (value as? NSNumber)?.intValue }
    var double: Double? { (value as? NSNumber)?.doubleValue }
    var flag: Bool? { value as? Bool }
    var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
    var span: Range<Int>? {
        guard array.count == 2, let start = self[0].integer, let end = self[1].integer else { return nil }
        return start..<end
    }
}
