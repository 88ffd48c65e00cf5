import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import Testing

@testable import TarikhAPI

struct ContentCodingTests {
    @Test(arguments: [
        (nil, nil), ("", nil), ("identity", nil), ("br", nil), ("gzip", ContentCoding.gzip),
        ("x-gzip", .gzip),
        ("gzip, deflate, br, zstd", .zstd), ("GZIP;q=1.0, zstd;q=0.5", .gzip), ("gzip;q=0, zstd;q=0", nil),
        ("*", .zstd), ("*;q=0", nil), ("zstd;q=0, *", .gzip), ("identity;q=1, gzip;q=0.5", nil),
        ("gzip;q=2", nil), ("gzip;q=x", nil), (",;,gzip ; q=0.3", .gzip),
    ])
    func `the client's weights choose`(_ field: String?, _ expected: ContentCoding?) {
        #expect(ContentCoding.chosen(by: field) == expected)
    }

    @Test(arguments: ContentCoding.allCases)
    func `what is compressed comes back`(_ coding: ContentCoding) throws {
        for count in [1, 2, 1000, 65_535, 65_536, 65_537, 400_000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7 &* $0) & 15 }
            guard let compressed = coding.compressed(bytes) else {
                #expect(count < 100)
                continue
            }
            #expect(compressed.count < count)
            #expect(try coding.decompressed(compressed, limit: count) == bytes)
            #expect(throws: CodingError.tooLarge) { try coding.decompressed(compressed, limit: count - 1) }
            // One after the other.
            #expect(try coding.decompressed(compressed + compressed, limit: 2 * count) == bytes + bytes)
        }
    }

    @Test(arguments: ContentCoding.allCases)
    func `damaged bytes are refused`(_ coding: ContentCoding) throws {
        let bytes = Array(String(repeating: "تاريخ ", count: 300).utf8)
        let compressed = try #require(coding.compressed(bytes))
        for count in 0..<compressed.count {
            #expect(throws: CodingError.damaged) {
                try coding.decompressed(Array(compressed.prefix(count)), limit: 1 << 20)
            }
        }
        #expect(throws: CodingError.damaged) {
            try coding.decompressed(compressed + [1, 2, 3], limit: 1 << 20)
        }
        // Never a crash, and never more than the limit.
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var damaged = compressed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let result = try? coding.decompressed(damaged, limit: 4096)
            #expect(result?.count ?? 0 <= 4096)
        }
    }

    @Test(arguments: ContentCoding.allCases)
    func `long answers are compressed, short ones are not`(_ coding: ContentCoding) throws {
        let fixture = try Fixture()
        _ = try fixture.store.insert((0..<8).map { Fixture.article("word\($0)", year: 1990 + $0) })
        let fields: HTTPFields = [.acceptEncoding: coding.rawValue]
        let plain = fixture.get("/v1/articles")
        let compressed = fixture.get("/v1/articles", fields)
        #expect(plain.fields[.contentEncoding] == nil)
        #expect(compressed.fields[.contentEncoding] == coding.rawValue)
        #expect(try coding.decompressed(compressed.body, limit: 1 << 20) == plain.body)
        #expect(compressed.fields[.vary]?.contains("Accept-Encoding") == true)
        #expect(fixture.get("/v1/version", fields).fields[.contentEncoding] == nil)

        // Each form has a validator of its own.
        let tag = try #require(compressed.fields[.eTag])
        #expect(tag != plain.fields[.eTag])
        for hasCache in [true, false] {
            let fixture = hasCache ? fixture : try Fixture { $0.cacheBytes = 0 }
            if !hasCache {
                _ = try fixture.store.insert((0..<8).map { Fixture.article("word\($0)", year: 1990 + $0) })
            }
            let tag = try #require(fixture.get("/v1/articles", fields).fields[.eTag])
            var again = fields
            again[.ifNoneMatch] = tag
            let response = fixture.get("/v1/articles", again)
            #expect(response.status == .notModified)
            #expect(response.fields[.eTag] == tag)
            #expect(fixture.get("/v1/articles", [.ifNoneMatch: tag]).status == .ok)
        }
    }

    @Test(arguments: ContentCoding.allCases)
    func `bodies may be compressed`(_ coding: ContentCoding) throws {
        let fixture = try Fixture { $0.maximumBodyBytes = 2048 }
        func post(_ bytes: [UInt8], _ name: String) -> Response {
            fixture.send(
                .post, "/v1/articles", [.contentType: "text/plain", .contentEncoding: name], body: bytes)
        }
        let text = Array(String(repeating: "زار الوزير بغداد في 3 مايو 2005. ", count: 20).utf8)
        #expect(post(try #require(coding.compressed(text)), coding.rawValue).status == .created)
        #expect(post(text, coding.rawValue).status == .badRequest)
        let large = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(post(try #require(coding.compressed(large)), coding.rawValue).status == .contentTooLarge)
        let unknown = post(text, "br")
        #expect(unknown.status == .unsupportedMediaType)
        #expect(unknown.fields[.acceptEncoding] == "zstd, gzip")
    }

    @Test func `others read what was compressed`() throws {
        let bytes = Array(String(repeating: "Tarikh ", count: 500).utf8)
        for (coding, command) in [(ContentCoding.gzip, "/usr/bin/gzip"), (.zstd, "/usr/bin/zstd")]
        where FileManager.default.isExecutableFile(atPath: command) {
            let folder = FileManager.default.temporaryDirectory.path + "/tarikh-coding-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let file = URL(fileURLWithPath: folder + "/answer." + coding.rawValue)
            try Data(try #require(coding.compressed(bytes))).write(to: file)
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: command)
            process.arguments = ["-d", "-c"]
            process.standardInput = try FileHandle(forReadingFrom: file)
            process.standardOutput = output
            try process.run()
            #expect([UInt8](output.fileHandleForReading.readDataToEndOfFile()) == bytes)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }
}
