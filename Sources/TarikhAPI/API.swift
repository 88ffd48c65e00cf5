import AccessControl
import ArticleStore
import Articles
import Feeds
import HTTPServer
import HTTPTypes
import Synchronization

/// What all routes share. The routes themselves are in `API+Routes.swift`, their handlers in one file per resource.
final class API: Sendable {
    let configuration: Configuration
    let store: ArticleStore
    let ingestor: Ingestor
    let reannotation: ReannotationTask
    let cursors: CursorSigner
    let snapshots = SnapshotCache()
    let windows = WindowCache()
    let metrics = Metrics()
    let log: ServiceLog
    let disk: DiskWatch
    let lag = IndexLag()
    let gate: Gate
    let cache: ResponseCache
    let changeFeed: ChangeFeed
    let exports = ExportPermits(4)
    let inFlight = RequestsInFlight()
    /// The documentation, once it was asked for.
    let document = Mutex<WebAsset?>(nil)
    /// `nil` where nothing is fetched.
    let feeds: FeedPoller?
    /// Tells one start of the service from another.
    private let start = UInt64.random(in: 0...UInt64.max)
    private let draining = Atomic(false)
    private let server = Mutex(ServerSource(server: { nil }))

    init(
        configuration: Configuration, store: ArticleStore, ingestor: Ingestor, reannotator: Reannotator,
        cursors: CursorSigner, log: ServiceLog, keys: KeyRing?,
        feeds: FeedStore?
    ) {
        self.configuration = configuration
        self.store = store
        self.ingestor = ingestor
        reannotation = ReannotationTask(reannotator: reannotator, log: log)
        self.cursors = cursors
        self.log = log
        disk = DiskWatch(folder: configuration.data)
        gate = Gate(configuration, ring: keys)
        cache = ResponseCache(configuration, store, metrics)
        changeFeed = ChangeFeed(store: store)
        self.feeds = feeds.map { [metrics, disk] in
            FeedPoller(
                store: $0, configuration: configuration, ingestor: ingestor, metrics: metrics, disk: disk,
                log: log)
        }
    }

    var isDraining: Bool { draining.load(ordering: .relaxed) }

    func beginDraining() { draining.store(true, ordering: .relaxed) }

    /// What the routes are served by; `nil` where nothing listens.
    var servingServer: Server? { server.withLock { $0 }.server() }

    func observe(_ server: @escaping @Sendable () -> Server?) {
        self.server.withLock { $0 = ServerSource(server: server) }
    }

    // MARK: Answers

    func json(
        _ status: HTTPResponse.Status = .ok, fields: HTTPFields = [:],
        _ body: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        var writer = JSONWriter(reservingCapacity: 4096)
        try body(&writer)
        var fields = fields
        fields[.contentType] = "application/json"
        return Response(status: status, fields: fields, body: writer.bytes)
    }

    /// A validator of what `call` asks for as long as nothing in the store changes.
    func tag(of call: Call) throws -> EntityTag {
        // Answers may name the host that was asked.
        let variant = call.media.name + "\n" + (call.request.fields[.host] ?? "")
        return EntityTag(sequence: try store.sequence(), of: call.request, variant: variant, start: start)
    }

    /// A part of a list, unless the client has it already.
    func list<Item: Sendable>(
        _ call: Call, defaultLimit: Int = 20, _ page: (Paging) throws -> Page<Item>,
        item: (Item, inout JSONWriter) -> Void
    ) throws -> Response {
        let paging = try Paging(call, signer: cursors, defaultLimit: defaultLimit)
        return try call.unlessCached(try tag(of: call)) {
            let page = try page(paging)
            let names = try names(call)
            let next = page.next.map(paging.cursor)
            let fields: HTTPFields = next.map { [.link: paging.link(to: $0)] } ?? [:]
            return json(fields: fields) { writer in
                PageJSON.write(
                    page, limit: paging.limit, nextCursor: next, names: names, to: &writer, item: item)
            }
        }
    }

    /// Whom the names in `call` stand for; `nil` where no names are taken.
    func names(_ call: Call) throws -> NamesJSON? {
        guard call.query.allowed.contains("entity") else { return nil }
        return NamesJSON(names: try Filter.entityNames(call.query, store: store))
    }

    /// A part of what belongs to one article.
    func part<Item: Sendable>(
        _ call: Call, _ items: (ArticleDocument) throws -> [Item],
        item: (Item, ArticleDocument, inout JSONWriter) -> Void
    ) throws -> Response {
        let document = ArticleDocument(try article(call.id))
        return try list(call, defaultLimit: Paging.maximumLimit) { paging in
            paging.page(of: try items(document), sequence: try store.sequence())
        } item: { element, writer in
            item(element, document, &writer)
        }
    }

    // MARK: Things by id

    func article(_ id: String) throws -> StoredArticle {
        try found(store.article(id), "article")
    }

    func event(_ id: String) throws -> StoredEvent {
        guard let event = try store.event(id) else { throw Problem.notFound("event of this id") }
        return event
    }

    func entity(_ id: String) throws -> StoredEntity {
        guard let entity = try store.entity(id) else { throw Problem.notFound("entity of this id") }
        return entity
    }

    func found<Item>(_ lookup: ArticleStore.Lookup<Item>, _ what: String) throws(Problem) -> Item {
        switch lookup {
        case .found(let item): return item
        case .deleted: throw .deleted(what)
        case .unknown: throw .notFound(what + " of this id")
        }
    }
}

/// A mutex that held the function itself would wrap it once more at each look.
private struct ServerSource: Sendable {
    let server: @Sendable () -> Server?
}
