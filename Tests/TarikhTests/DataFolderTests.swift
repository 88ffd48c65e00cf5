import Foundation
import GRDB
import Testing

@Suite struct DataFolderTests {
    @Test func `a folder that another process writes to ends with 75, and can be read`() throws {
        let folder = try TemporaryFolder()
        let service = try RunningService(folder)
        let lines = try folder.write(GeneratedArticles.lines(0..<1), to: "a.ndjson")
        let ending = try RunningCommand.run("import", "--data", folder.data, lines)
        #expect(ending.status == 75)
        #expect(ending.error.contains("/v1/articles"))
        #expect(try RunningCommand.run("serve", "--port", "0", "--data", folder.data).status == 75)
        #expect(try RunningCommand.run("check", "--data", folder.data).status == 0)
        try service.stop()
    }

    @Test func `a folder of a newer version ends with 78`() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write(GeneratedArticles.lines(0..<1), to: "a.ndjson")
        #expect(try RunningCommand.run("import", "--data", folder.data, lines).status == 0)
        let database = try DatabaseQueue(path: folder.data + "/tarikh.sqlite")
        try database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of the future')") }
        try database.close()
        for arguments in [["import", lines], ["serve", "--port", "0"], ["search", "word"], ["check"]] {
            let ending = try RunningCommand(arguments + ["--data", folder.data]).wait()
            #expect(ending.status == 78)
            #expect(ending.error.contains("newer version"))
        }
    }

    @Test func `a folder that can't be written ends with 78 and the reason`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a file", to: "file")
        let ending = try RunningCommand.run("serve", "--port", "0", "--data", file + "/data")
        #expect(ending.status == 78)
        #expect(ending.error.contains("can't be written"))
    }

    @Test func `a folder without data has nothing to read`() throws {
        let folder = try TemporaryFolder()
        let ending = try RunningCommand.run("search", "--data", folder.data, "word")
        #expect(ending.status == 1)
        #expect(ending.error.contains("There is no data"))
        #expect(!FileManager.default.fileExists(atPath: folder.data))
    }

    @Test func `a damaged index is found, and repaired from the articles`() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write(GeneratedArticles.lines(0..<50), to: "a.ndjson")
        #expect(try RunningCommand.run("import", "--data", folder.data, lines).status == 0)
        let index = folder.data + "/index"
        let files = try FileManager.default.contentsOfDirectory(atPath: index).map { index + "/" + $0 }
        let sizes = try files.map { try Data(contentsOf: URL(filePath: $0)).count }
        let largest = try #require(zip(files, sizes).max { $0.1 < $1.1 }?.0)
        var bytes = try Data(contentsOf: URL(filePath: largest))
        bytes[bytes.count / 2] ^= 0xff
        try bytes.write(to: URL(filePath: largest))
        #expect(try RunningCommand.run("check", "--data", folder.data).status == 1)
        #expect(try RunningCommand.run("check", "--repair", "--data", folder.data).status == 0)
        #expect(try RunningCommand.run("check", "--data", folder.data).status == 0)
    }
}
