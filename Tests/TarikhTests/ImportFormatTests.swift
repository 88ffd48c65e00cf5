import Foundation
import Testing

@Suite struct ImportFormatTests {
    private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> RunningCommand.Ending {
        try RunningCommand(["import", "--data", folder.data] + arguments).wait()
    }

    @Test func `pages, feeds and documents are taken in`() throws {
        let folder = try TemporaryFolder()
        let paths = [
            try folder.write("<title>A</title><p>The bridge was opened in 1990.</p>", to: "page.html"),
            try folder.write(
                "<rss><channel><item><title>One</title></item><item/><item><title>Two</title></item></channel></rss>",
                to: "feed.rss"),
            try folder.write(
                #"{"@type":"NewsArticle","headline":"B","articleBody":"It was dug in 1950."}"#,
                to: "data.jsonld"),
            try folder.write(
                #"{"uri":"https://a.example/1","headlines":[{"value":"C"}],"bodies":[{"value":"It rained in 1951."}]}"#,
                to: "ninjs.json"),
        ]
        let rejects = folder.path + "/rejects.ndjson"
        let ending = try RunningCommand(["import", "--data", folder.data, "--rejects", rejects] + paths)
            .wait()
        #expect(ending.output == "created 5, unchanged 0, rejected 1\n")
        let line = try JSONAnswer.object(
            String(decoding: try Data(contentsOf: URL(filePath: rejects)), as: UTF8.self))
        #expect(line["item"] as? Int == 2 && line["code"] as? String == "missing")
    }

    @Test(arguments: [("gzip", "gz"), ("xz", "xz"), ("zstd", "zst")])
    func `compressed files are read`(_ command: String, _ suffix: String) throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write(GeneratedArticles.lines(0..<300), to: "a.ndjson")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [command, "-q", lines]
        try process.run()
        process.waitUntilExit()
        let path = lines + "." + suffix
        #expect(try run(folder, path).output == "created 300, unchanged 0, rejected 0\n")
        let whole = try Data(contentsOf: URL(filePath: path))
        try whole.dropLast(whole.count / 3).write(to: URL(filePath: path))
        let cut = try run(folder, path)
        #expect(cut.status == 1 && cut.error.contains("damaged or cut off"))
    }

    @Test func `a bomb is refused`() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let path = folder.path + "/bomb.ndjson.gz"
        process.arguments = ["-c", "head -c 200000000 /dev/zero | tr '\\0' ' ' | gzip -9 > '\(path)'"]
        try process.run()
        process.waitUntilExit()
        let ending = try run(folder, path)
        #expect(ending.status == 1 && ending.error.contains("250 times"))
    }
}
