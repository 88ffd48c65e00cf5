import Articles
import GRDB

/// Keeps together the articles that are copies of one another, inside a transaction.
///
/// A cluster is all that hangs together by copies: it is the same in whatever order articles come, as long as no key is shared by more
/// than `mostCandidates` that are in different clusters. It is called by its first article.
struct ClusterWriter {
    /// Articles with a key in common that are looked at.
    private static let mostCandidates = 64
    /// Articles of a cluster that is put together anew when one of them goes; a larger one stays as it is.
    private static let mostAnew = 256

    let database: Database

    /// Takes an article up. Other articles may come into its cluster by it.
    func add(_ sketch: Sketch?, article: Int64) throws {
        guard let sketch else { return }
        let insert = try database.direct("INSERT INTO sketch_key (key, article) VALUES (?, ?)")
        for key in Set(sketch.keys) { try insert.run(key, article) }
        try database.direct("INSERT INTO sketch (article, sketch) VALUES (?, ?)").run(article, sketch.bytes)
        try join(article, sketch)
    }

    /// Takes an article away; what hung together by it alone does so no longer.
    func remove(article: Int64) throws {
        let bytes = try [UInt8].fetchOne(
            database.direct("SELECT sketch FROM sketch WHERE article = ?"), article)
        guard let sketch = bytes.flatMap(Sketch.init) else { return }
        let cluster = try cluster(of: article)
        let delete = try database.direct("DELETE FROM sketch_key WHERE key = ? AND article = ?")
        for key in sketch.keys { try delete.run(key, article) }
        try database.direct("DELETE FROM sketch WHERE article = ?").run(article)
        try database.direct("DELETE FROM cluster_member WHERE article = ?").run(article)
        guard let cluster else { return }
        let rest = try members(of: cluster)
        guard rest.count > 1, rest.count <= Self.mostAnew else { return try rename(cluster, rest) }
        try database.direct("DELETE FROM cluster_member WHERE cluster = ?").run(cluster)
        for member in rest {
            let bytes = try [UInt8].fetchOne(
                database.direct("SELECT sketch FROM sketch WHERE article = ?"), member)
            guard let sketch = bytes.flatMap(Sketch.init) else { continue }
            try join(member, sketch)
        }
    }

    private func rename(_ cluster: Int64, _ members: [Int64]) throws {
        guard members.count > 1, let first = members.first else {
            return try database.direct("DELETE FROM cluster_member WHERE cluster = ?").run(cluster)
        }
        try unite(cluster, as: first)
    }

    private func cluster(of article: Int64) throws -> Int64? {
        try Int64.fetchOne(
            database.direct("SELECT cluster FROM cluster_member WHERE article = ?"), article)
    }

    private func members(of cluster: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            database.direct("SELECT article FROM cluster_member WHERE cluster = ? ORDER BY article"), cluster)
    }

    private func join(_ article: Int64, _ sketch: Sketch) throws {
        var seen: Set<Int64> = [article]
        for key in sketch.keys {
            let candidates = try database.direct(
                """
                SELECT sketch_key.article, sketch.sketch FROM sketch_key
                JOIN sketch ON sketch.article = sketch_key.article
                WHERE sketch_key.key = ? ORDER BY sketch_key.article LIMIT ?
                """
            ).all(key, Int64(Self.mostCandidates)) { ($0[0] as Int64, $0[1] as [UInt8]) }
            for (other, bytes) in candidates where seen.insert(other).inserted {
                let (own, its) = (try cluster(of: article), try cluster(of: other))
                if own != nil, own == its { continue }
                guard let found = Sketch(bytes), sketch.isCopy(of: found) else { continue }
                try put(article, own, with: other, its)
            }
        }
    }

    /// Makes the clusters of two articles one, called by its first article.
    private func put(_ article: Int64, _ own: Int64?, with other: Int64, _ its: Int64?) throws {
        let first = min(own ?? article, its ?? other)
        for (row, cluster) in [(article, own), (other, its)] {
            if let cluster {
                try unite(cluster, as: first)
            } else {
                try database.direct("INSERT INTO cluster_member (article, cluster) VALUES (?, ?)").run(
                    row, first)
            }
        }
    }

    private func unite(_ cluster: Int64, as name: Int64) throws {
        guard cluster != name else { return }
        try database.direct("UPDATE cluster_member SET cluster = ? WHERE cluster = ?").run(name, cluster)
    }
}
