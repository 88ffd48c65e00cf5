import Articles
import Foundation
import GRDB
import Timeline

/// Keeps the timeline in step with the articles of one transaction: what is added and removed is looked at at once, and written
/// by `finish`.
///
/// Events of articles with the same date are one when a chain of pairs that are the same (`PairRules.isSame`) joins them: a
/// core. A core with a coarse date belongs to the one finer core that it fits, if there is one. Both depend on what is stored,
/// not on the order in which it came. Only events that share a blocking key are compared; of those that share one with
/// many, only with the `anchorCount` of least rank, its anchors.
final class TimelineWriter {
    /// How many events of a blocking key all others of it are compared to.
    static let anchorCount = 32
    /// A key of more events than this says too little about events of other dates.
    static let onceLimit = 48

    let database: Database
    /// What was read of articles' events, by row.
    var features: [Int64: ArticleEvent]

    var states: [Int64: TimelineState] = [:]
    var cores: [Int64: Set<Int64>] = [:]
    /// Of the events that were read, the rows that they had.
    var events: [Int64: [Int64]] = [:]
    var pending: [Int64: PendingArticleEvent] = [:]
    /// Rows whose cores may fall apart.
    var doubtful: Set<Int64> = []
    /// Rows whose core changed, other than by one new row joining it.
    var moved: Set<Int64> = []
    /// Rows with a coarse date whose cores must look anew for the finer one that they belong to.
    var unsettled: Set<Int64> = []
    var removed: Set<Int64> = []
    /// Rows whose links must be read anew.
    var relinked: Set<Int64> = []
    /// Rows that got or lost links.
    var linked: Set<Int64> = []
    /// The events that rows were part of before and that are written anew.
    var affected: Set<Int64> = []
    /// Entities that lost an event, and the days that it had.
    var shrunk: [Int64: [DayInterval]] = [:]
    /// How far the events that were written reach, of each entity.
    var reach: [Int64: EntityReach] = [:]
    /// Added rows may hold ids already.
    var holdsIDs = false
    /// Of rows that go, those that come in their place.
    var heirs: [Int64: Int64] = [:]
    /// Ids that went over to an heir, which may be of another event than the rest.
    var inherited: Set<Int64> = []
    /// What people decided, as far as it was met, by operation.
    var curations: [Int64: Curation] = [:]
    /// The operations that a row is named in.
    var namedIn: [Int64: [Int64]] = [:]
    /// Events that the rules alone may not have made.
    var curatedEvents: Set<Int64> = []
    /// Of cores of `curatedEvents`, what the rules alone say that they belong to.
    var ruledRoots: [Int64: Int64] = [:]
    /// Whether anything that people decided holds.
    var isCurated: Bool
    private var nextRow: Int64?

    /// `isCurated`: the database has decisions of people that hold.
    init(database: Database, features: [Int64: ArticleEvent], isCurated: Bool) {
        self.database = database
        self.features = features
        self.isCurated = isCurated
    }

    /// Adds the events of one article, whose `records` are kept beside them. `rows` are given where they have some already.
    func add(
        _ added: [ArticleEvent], records: [[UInt8]], follows: [[Int]], article: Int64, rows: [Int64]? = nil
    ) throws {
        guard !added.isEmpty else { return }
        if rows != nil { holdsIDs = true }
        let rows = try rows ?? takeRows(added.count)
        if isCurated { try meetCurations(ofArticle: article, rows: rows) }
        for (ordinal, event) in added.enumerated() {
            let row = rows[ordinal]
            features[row] = event
            states[row] = TimelineState(
                article: article, ordinal: ordinal, core: row, event: 0, written: nil)
            cores[row] = [row]
            if event.days.isPeriod { unsettled.insert(row) }
            pending[row] = PendingArticleEvent(
                article: article, ordinal: ordinal, features: ArticleEventRecord.encode(event),
                record: records[ordinal])
            try insertKeys(of: row, event)
            try join(row, event)
            try unsettleNeighbours(of: row, event)
            try linkOwn(row, to: follows[ordinal].compactMap { rows.indices.contains($0) ? rows[$0] : nil })
            try link(row, event)
        }
    }

    /// Numbers for rows to come.
    func takeRows(_ count: Int) throws -> [Int64] {
        let first =
            try nextRow
            ?? (Int64.fetchOne(
                database.direct("SELECT seq FROM sqlite_sequence WHERE name = 'article_event'")) ?? 0) + 1
        nextRow = first + Int64(count)
        return (0..<count).map { first + Int64($0) }
    }

    // MARK: Reading

    /// What merging knows of a row.
    func event(_ row: Int64) throws -> ArticleEvent {
        if let known = features[row] { return known }
        let bytes = try [UInt8].fetchOne(
            database.direct("SELECT features FROM article_event WHERE row = ?"), row)
        let event = try ArticleEventRecord.decode(bytes ?? [])
        features[row] = event
        return event
    }

    /// Where a row stands, with all others of its event.
    func state(_ row: Int64) throws -> TimelineState {
        if let known = states[row] { return known }
        let event = try Int64.fetchOne(database.direct("SELECT event FROM article_event WHERE row = ?"), row)
        if let event { try load(event) }
        guard let state = states[row] else { throw RecordError() }
        return state
    }

    /// Reads an event, with those that people's decisions tie to it.
    func load(_ event: Int64) throws {
        var open = [event]
        while let event = open.popLast() {
            guard events[event] == nil else { continue }
            try read(event)
            if isCurated { open += try meetCurations(ofEvent: event) }
        }
    }

    private func read(_ event: Int64) throws {
        events[event] = try database.direct(
            "SELECT row, article, ordinal, core FROM article_event WHERE event = ?"
        ).all(event) { row in
            let number: Int64 = row[0]
            let core: Int64 = row[3]
            states[number] = TimelineState(
                article: row[1], ordinal: row[2], core: core, event: event,
                written: TimelineState.Written(core: core, event: event))
            cores[core, default: []].insert(number)
            return number
        }
    }

    /// The article that a row is from, without reading its event.
    func article(of row: Int64) throws -> Int64 {
        if let known = states[row] { return known.article }
        return try Int64.fetchOne(database.direct("SELECT article FROM article_event WHERE row = ?"), row)
            ?? 0
    }
}
