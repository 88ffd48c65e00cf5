import Foundation
import Testing

@testable import TarikhAPI

struct StreamDecoderTests {
    private func compressed(_ bytes: [UInt8], _ command: String, _ arguments: [String]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.path + "/tarikh-decoder-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = URL(filePath: folder + "/input")
        try Data(bytes).write(to: file)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [command, "-c"] + arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        try process.run()
        let result = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return result
    }

    /// Decompresses, with pieces of `size` bytes coming in.
    private func decode(
        _ bytes: [UInt8], _ coding: StreamDecoder.Coding, size: Int
    ) throws -> Result<[UInt8], StreamDecoder.Failure> {
        var decoder = try #require(StreamDecoder(coding))
        var position = 0
        var all: [UInt8] = []
        while true {
            let result = decoder.next { () throws(Never) in
                let end = min(position + size, bytes.count)
                defer { position = end }
                return Array(bytes[position..<end])
            }
            switch result {
            case .success(let piece) where piece.isEmpty: return .success(all)
            case .success(let piece):
                #expect(piece.count <= 256 << 10)
                all += piece
            case .failure(let failure): return .failure(failure)
            }
        }
    }

    private static let tools: [(StreamDecoder.Coding, String)] = [
        (.gzip, "gzip"), (.xz, "xz"), (.zstandard, "zstd"),
    ]

    @Test(arguments: tools)
    func `what tools compress is read, in parts and one after another`(
        _ coding: StreamDecoder.Coding, _ command: String
    ) throws {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<700_000).map { _ in UInt8.random(in: 0...15, using: &random) }
        let one = try compressed(bytes, command, [])
        for size in [7, 4096, 1 << 20] { #expect(try decode(one, coding, size: size) == .success(bytes)) }
        #expect(try decode(one + one, coding, size: 1000) == .success(bytes + bytes))
        #expect(try decode(try compressed([], command, []), coding, size: 10) == .success([]))
        #expect(try decode(Array(one.dropLast(5)), coding, size: 1000) == .failure(.damaged))
        #expect(try decode(Array(one.prefix(one.count / 2)), coding, size: 1 << 20) == .failure(.damaged))
        var damaged = one
        for index in 20..<40 { damaged[index] ^= 0x55 }
        #expect(try decode(damaged, coding, size: 1000) == .failure(.damaged))
        #expect(try decode(Array("not compressed at all".utf8), coding, size: 1000) == .failure(.damaged))
    }

    @Test(arguments: tools)
    func `a bomb is not read to its end`(_ coding: StreamDecoder.Coding, _ command: String) throws {
        let bytes = [UInt8](repeating: 0x20, count: 100 << 20)
        let bomb = try compressed(bytes, command, ["-9"])
        #expect(try decode(bomb, coding, size: 1 << 18) == .failure(.bomb(ratio: 250)))
    }
}
