import GRDB

/// Which annotator read each article, so that those that an older one read can be read anew. Those that are not in it were read
/// before there was a number for it.
enum ReannotationMigration {
    static func run(_ database: Database) throws {
        try database.execute(
            sql: "CREATE TABLE article_annotator (article INTEGER PRIMARY KEY, version INTEGER NOT NULL)")
    }
}
