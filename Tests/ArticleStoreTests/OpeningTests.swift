import ArticleStore
import Articles
import Foundation
import GRDB
import SearchIndex
import Testing

struct OpeningTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    func fill(_ count: Int) throws {
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert((0..<count).map { Samples.article("كلمة\($0)", year: 1990 + $0) })
        try store.close()
    }

    @Test func `what was acknowledged is there after a restart`() throws {
        try fill(3)
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        #expect(try store.statistics().articles == 3)
        #expect(try store.statistics().indexLag == 0)
        #expect(try store.searchSnapshot().keys().count == 3)
        #expect(try store.check() == [])
    }

    @Test func `a store that was not closed opens with all that was acknowledged`() throws {
        var store: ArticleStore? = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store?.insert([Samples.article("كلمة", year: 1990)])
        store = nil
        let again = try ArticleStore(folder: folder.path, access: .readWrite)
        #expect(try again.searchSnapshot().keys().count == 1)
        #expect(try again.check() == [])
    }

    @Test(arguments: [nil, "manifest"]) func `a missing or damaged index is rebuilt`(_ damage: String?) throws
    {
        try fill(4)
        let index = folder.path + "/index"
        if damage != nil {
            for file in try FileManager.default.contentsOfDirectory(atPath: index) {
                try Data("no index".utf8).write(to: URL(fileURLWithPath: index + "/" + file))
            }
        } else {
            try FileManager.default.removeItem(atPath: index)
        }
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        #expect(try store.searchSnapshot().keys().count == 4)
        #expect(try store.check() == [])
    }

    @Test func `an index can be rebuilt while open`() throws {
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let id = try store.insert((0..<3).map { Samples.article("كلمة\($0)", year: 1990 + $0) })[0].id
        _ = try store.delete(id)
        try store.rebuildIndex()
        #expect(try store.searchSnapshot().keys().count == 2)
        _ = try store.insert([Samples.article("أخرى", year: 2020)])
        #expect(try store.searchSnapshot().keys().count == 3)
        #expect(try store.check() == [])
    }

    @Test func `there is one writer and any number of readers`() throws {
        let writer = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try writer.insert([Samples.article("كلمة", year: 1990)])
        #expect(throws: StoreError.busy(folder: folder.path)) {
            try ArticleStore(folder: folder.path, access: .readWrite)
        }
        let reader = try ArticleStore(folder: folder.path, access: .readOnly)
        #expect(try reader.statistics().articles == 1)
        #expect(try reader.searchSnapshot().keys().count == 1)
        #expect(throws: StoreError.readOnly) {
            try reader.insert([Samples.article("أخرى", year: 1991)])
        }
    }

    @Test func `a folder without data can't be read`() {
        #expect(throws: StoreError.missing(folder: folder.path)) {
            try ArticleStore(folder: folder.path, access: .readOnly)
        }
    }

    @Test func `a folder that can't be made is refused with the reason`() throws {
        let file = folder.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        #expect {
            try ArticleStore(folder: file + "/data", access: .readWrite)
        } throws: { error in
            guard case StoreError.notWritable(_, let reason) = error else { return false }
            return !reason.isEmpty
        }
    }

    @Test func `a folder of a newer version is refused and left alone`() throws {
        try fill(1)
        let database = try DatabaseQueue(path: folder.path + "/tarikh.sqlite")
        try database.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('2099-01 the future')")
        }
        try database.close()
        for access in [ArticleStore.Access.readWrite, .readOnly] {
            #expect(throws: StoreError.newerVersion(folder: folder.path)) {
                try ArticleStore(folder: folder.path, access: access)
            }
        }
    }

    @Test func `a commit waits for the disk`() throws {
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        #expect(try store.synchronousMode() == 2)
    }

    @Test func `check finds what does not fit`() throws {
        try fill(2)
        let database = try DatabaseQueue(path: folder.path + "/tarikh.sqlite")
        try database.write { database in
            try database.execute(sql: "UPDATE article_text SET text = text || X'21' WHERE article = 1")
            try database.execute(sql: "UPDATE entity SET mentions = 7")
            try database.execute(sql: "UPDATE article SET record = X'FFFFFF' WHERE row = 2")
        }
        try database.close()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let problems = try store.check().joined(separator: "\n")
        #expect(problems.contains("content hash"))
        #expect(problems.contains("counts are wrong"))
        #expect(problems.contains("record can't be read"))
    }
}
