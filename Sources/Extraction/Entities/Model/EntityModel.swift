import Foundation

/// A trained model of one or more languages, as it stands in a file.
///
/// The file begins with `TARIKHNE`, the format's version (UInt32), how many languages it has (UInt32) and a checksum
/// (UInt64) of all that follows; numbers are little-endian.
package struct EntityModel: Sendable {
    package static let version: UInt32 = 1
    private static let magic = Array("TARIKHNE".utf8)
    private static let headerSize = 24

    package let languages: [SequenceModel]
    /// Of all that stands in the file behind its header.
    let checksum: UInt64
    let decoders: DecoderPool

    /// - Throws: `.twice` when two models have one language.
    package init(languages: [SequenceModel]) throws(EntityModelError) {
        try self.init(languages: languages, checksum: Self.checksum(Self.body(languages), from: 0))
    }

    private init(languages: [SequenceModel], checksum: UInt64) throws(EntityModelError) {
        var seen: Set<String> = []
        for model in languages where !seen.insert(model.language).inserted {
            throw .twice(model.language)
        }
        self.languages = languages
        self.checksum = checksum
        decoders = DecoderPool()
    }

    /// No languages: nothing is found by a model.
    package static let none: EntityModel = EntityModel()

    private init() {
        languages = []
        checksum = 0
        decoders = DecoderPool()
    }

    /// Reads a file. A file that is damaged anywhere is refused.
    package init(file: [UInt8]) throws(EntityModelError) {
        guard file.count >= Self.headerSize, file.starts(with: Self.magic) else { throw .foreign }
        var reader = ModelReader(file, from: Self.magic.count)
        let version = try reader.uint32()
        guard version == Self.version else { throw .version(version) }
        let count = try reader.uint32()
        let checksum = try reader.uint64()
        guard checksum == Self.checksum(file, from: Self.headerSize), count <= 64 else {
            throw .damaged
        }
        var languages: [SequenceModel] = []
        for _ in 0..<count { languages.append(try SequenceModel(&reader)) }
        guard reader.isAtEnd else { throw .damaged }
        try self.init(languages: languages, checksum: checksum)
    }

    package var file: [UInt8] {
        var writer = ModelWriter()
        writer.append(Self.magic)
        writer.append(Self.version)
        writer.append(UInt32(clamping: languages.count))
        writer.append(checksum)
        writer.append(Self.body(languages))
        return writer.bytes
    }

    private static func body(_ languages: [SequenceModel]) -> [UInt8] {
        var writer = ModelWriter()
        for model in languages { model.write(to: &writer) }
        return writer.bytes
    }

    /// FNV-1a over words of eight bytes, the last filled up with zeros.
    private static func checksum(_ bytes: [UInt8], from start: Int) -> UInt64 {
        unsafe bytes.withUnsafeBytes { buffer in
            var hash = NameKey.seed ^ UInt64(bytes.count - start)
            var offset = start
            while offset + 8 <= buffer.count {
                let word = unsafe UInt64(
                    littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                hash = NameKey.finished((hash ^ word) &* 0x100_0000_01b3)
                offset += 8
            }
            while offset < buffer.count {
                hash = NameKey.adding(unsafe buffer[offset], to: hash)
                offset += 1
            }
            return hash
        }
    }

    /// Where the built-in model stands.
    static var resource: URL { Bundle.module.bundleURL.appending(path: "Resources/entities/model.bin") }

    /// The built-in model; `none` when the package is without its resources.
    package static let builtIn: EntityModel = {
        // A package without its resources still finds what its rules find; the test of the built-in file is that it reads.
        guard let data = try? Data(contentsOf: resource) else { return .none }
        return (try? EntityModel(file: [UInt8](data))) ?? .none
    }()
}
