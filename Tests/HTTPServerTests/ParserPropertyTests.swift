import Foundation
import Testing

@testable import HTTPServer

struct ParserPropertyTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures/fuzz/"

    /// The inputs that a fuzzer began with, and those that broke something once.
    static func fixtures(_ name: String) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder + name).sorted().map {
            Array(try Data(contentsOf: URL(fileURLWithPath: folder + name + "/" + $0)))
        }
    }

    @Test(arguments: ParserProperties.all.map(\.name)) func `kept inputs hold`(_ name: String) throws {
        let fixtures = try Self.fixtures(name)
        #expect(!fixtures.isEmpty)
        let check = try #require(ParserProperties.all.first { $0.name == name }?.check)
        for bytes in fixtures { #expect(check(bytes) == nil, "\(bytes)") }
    }

    /// TARIKH_FUZZ_ROUNDS makes it longer; the seed is fixed, so that a failure comes again.
    @Test(arguments: ParserProperties.all.map(\.name)) func `changed inputs hold`(_ name: String) throws {
        let rounds = ProcessInfo.processInfo.environment["TARIKH_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1_500
        let fixtures = try Self.fixtures(name)
        let check = try #require(ParserProperties.all.first { $0.name == name }?.check)
        var random = Seeded(state: 0x7461_7269_6b68)
        for _ in 0..<rounds {
            var bytes = try #require(fixtures.randomElement(using: &random))
            for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes, &random) }
            if let failure = check(bytes) {
                Issue.record("\(name): \(failure): \(Data(bytes).base64EncodedString())")
                return
            }
        }
    }

    private func change(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let tokens: [String] = [
            "\r\n", "\n", "\r", ":", " ", "0", "%", "\r\n\r\n", ";", ",", "chunked", "\u{0}",
        ]
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where place < bytes.count: bytes[place] = .random(in: 0...255, using: &random)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
        case 3:
            let end = Int.random(in: place...bytes.count, using: &random)
            bytes.insert(contentsOf: Array(bytes[place..<end].prefix(200)), at: place)
        default: bytes.removeSubrange(place..<min(place + 3, bytes.count))
        }
    }

    /// SplitMix64.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var value = state
            value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            return value ^ (value >> 31)
        }
    }
}
