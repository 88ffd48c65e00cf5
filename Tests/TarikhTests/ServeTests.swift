import Foundation
import Testing

@Suite struct ServeTests {
    @Test func `it imports, says that it listens, answers, and ends with 0 when told to`() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write(GeneratedArticles.lines(0..<5), to: "a.ndjson")
        let service = try RunningService(folder, ["--import", lines])
        let live = try RawConnection.get("/livez", port: service.port)
        #expect(live.hasPrefix("HTTP/1.1 200 "))
        let articles = try RawConnection.get("/v1/articles?limit=1", port: service.port)
        #expect(articles.contains(#""total":5,"#))
        #expect(try RunningCommand.run("health", "--port", String(service.port)).status == 0)
        try service.stop()
        #expect(try RunningCommand.run("health", "--port", String(service.port)).status == 1)
    }

    @Test func `a port that is taken ends with 75 and one line`() throws {
        let folder = try TemporaryFolder()
        let service = try RunningService(folder)
        let ending = try RunningCommand.run(
            "serve", "--data", folder.path + "/other", "--port", String(service.port))
        #expect(ending.status == 75)
        #expect(ending.error.contains("port \(service.port)"))
        #expect(ending.error.split(separator: "\n").count == 1)
        try service.stop()
    }

    @Test func `without keys it listens on loopback addresses only`() throws {
        let folder = try TemporaryFolder()
        let ending = try RunningCommand.run(
            "serve", "--data", folder.data, "--host", "0.0.0.0", "--port", "0")
        #expect(ending.status == 78)
        #expect(ending.error.contains("TARIKH_ANONYMOUS"))
    }

    @Test func `tables and JSON of the command are answered while it runs`() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write(GeneratedArticles.lines(0..<5), to: "a.ndjson")
        let service = try RunningService(folder, ["--import", lines])
        let word = GeneratedArticles.commonWord
        let table = try RunningCommand.run("search", word, "--data", folder.data)
        #expect(table.status == 0)
        #expect(table.output.hasSuffix("\n5 of 5\n"))
        // Arabic in a cell is isolated from the order of the columns.
        #expect(table.output.contains("\u{2068}") && table.output.contains("\u{2069}"))
        for arguments in [["search", word], ["timeline"], ["entities"]] {
            let ending = try RunningCommand(arguments + ["--json", "--data", folder.data]).wait()
            #expect(ending.status == 0)
            #expect(try JSONAnswer.object(ending.output)["items"] is [Any])
        }
        try service.stop()
    }
}
