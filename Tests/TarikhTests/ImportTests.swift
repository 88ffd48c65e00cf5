import Foundation
import Testing

@Suite struct ImportTests {
    @Test func `importing twice changes nothing`() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write(GeneratedArticles.lines(0..<300), to: "a.ndjson")
        let first = try RunningCommand.run("import", "--data", folder.data, lines)
        #expect(first.status == 0)
        #expect(first.output == "created 300, unchanged 0, rejected 0\n")
        let second = try RunningCommand.run("import", "--data", folder.data, lines)
        #expect(second.status == 0)
        #expect(second.output == "created 0, unchanged 300, rejected 0\n")
        #expect(try Self.count(in: folder) == 300)
    }

    @Test func `a file of another kind is refused`() throws {
        let folder = try TemporaryFolder()
        let picture = try folder.write("not an article", to: "picture.png")
        let ending = try RunningCommand.run("import", "--data", folder.data, picture)
        #expect(ending.status == 2)
        #expect(ending.error.contains(".ndjson"))
    }

    @Test func `folders are read with all they hold, and other files are counted`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/in/deeper", withIntermediateDirectories: true)
        _ = try folder.write("The treaty was signed in 1990.", to: "in/one.txt")
        _ = try folder.write(#"{"text":"The bridge was opened in 1991."}"#, to: "in/deeper/two.json")
        _ = try folder.write(GeneratedArticles.lines(0..<2), to: "in/three.jsonl")
        _ = try folder.write("not an article", to: "in/picture.png")
        let ending = try RunningCommand.run("import", "--data", folder.data, folder.path + "/in")
        #expect(ending.status == 0)
        #expect(ending.output == "created 4, unchanged 0, rejected 0, ignored files 1\n")
    }

    @Test func `rejected lines are written down with their number, and the others are taken`() throws {
        let folder = try TemporaryFolder()
        let rejects = folder.path + "/rejects.ndjson"
        let input = GeneratedArticles.lines(0..<2) + "\n{\"title\":\"no text\"}\n{\"text\":\" \"}\n{\n"
        let ending = try RunningCommand.run(
            "import", "--data", folder.data, "--rejects", rejects, "-", input: input)
        #expect(ending.status == 1)
        #expect(ending.output == "created 2, unchanged 0, rejected 3\n")
        let lines = String(decoding: try Data(contentsOf: URL(filePath: rejects)), as: UTF8.self)
        let problems = try lines.split(separator: "\n").map(JSONAnswer.object)
        #expect(problems.map { $0["line"] as? Int } == [4, 5, 6])
        #expect(problems.map { $0["code"] as? String } == ["missing", "empty_text", "invalid_json"])
    }

    @Test func `an import killed in the middle is continued without loss and without doubles`() throws {
        let folder = try TemporaryFolder()
        let total = 3000
        let killed = try RunningCommand(["import", "--data", folder.data, "-"], input: nil)
        // Its input stays open, so it never comes to the end: when the first articles are there, others are on their way.
        killed.sendInBackground(GeneratedArticles.lines(0..<total))
        #expect(try Self.waitForArticles(in: folder) > 0)
        killed.send(signal: SIGKILL)
        #expect(try killed.wait().status == SIGKILL)
        let stored = try Self.count(in: folder)
        #expect(stored > 0 && stored < total)

        let file = try folder.write(GeneratedArticles.lines(0..<total), to: "all.ndjson")
        let ending = try RunningCommand.run("import", "--data", folder.data, file)
        #expect(ending.status == 0)
        #expect(
            ending.output == "created \(total - stored), unchanged \(stored), rejected 0\n")
        #expect(try Self.count(in: folder) == total)
        let check = try RunningCommand.run("check", "--data", folder.data)
        #expect(check.status == 0, "\(check.output)")
    }

    private static func waitForArticles(in folder: TemporaryFolder) throws -> Int {
        for _ in 0..<200 {
            if let count = try? count(in: folder), count > 0 { return count }
            Thread.sleep(forTimeInterval: 0.1)
        }
        return 0
    }

    private static func count(in folder: TemporaryFolder) throws -> Int {
        try JSONAnswer.total(
            try RunningCommand.run(
                "search", "--data", folder.data, "--json", GeneratedArticles.commonWord
            ).output)
    }
}
