import GRDB

/// What a change made of what: the revision of an article, or the decision.
enum ChangeMigration {
    static func run(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    private static let statements = [
        "ALTER TABLE change ADD COLUMN revision INTEGER",
        // The operation of the decision in `curation`; changes from before have none.
        "ALTER TABLE change ADD COLUMN curation INTEGER",
    ]
}
