import Articles
import Foundation

/// Tells annotators apart that may read something else from the same article.
enum AnnotatorVersion {
    /// Raised when the code reads something else from the same article with the same models and lexicons.
    private static let code: UInt64 = 2

    /// Of what an annotator is made with.
    static func given(_ gazetteer: Gazetteer, _ model: EntityModel) -> UInt64 {
        NameKey.finished(gazetteer.version &+ code) ^ model.checksum
    }

    /// Never 0, which stands for no annotator.
    static func number(_ given: UInt64) -> Int64 {
        let hash = NameKey.finished(resources ^ NameKey.finished(given))
        return Int64(bitPattern: hash == 0 ? 1 : hash)
    }

    /// Of the names and contents of all lexicons; models have checksums of their own.
    private static let resources: UInt64 = {
        let folder = Bundle.module.bundleURL.appending(path: "Resources").path
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var hash = NameKey.seed
        for name in names.sorted() where !name.hasSuffix(".bin") {
            // What can't be read is no part of what annotators read with either; a folder has no contents.
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            hash = NameKey.hash((name + " " + ContentHash.of([UInt8](data)) + "\n").utf8, from: hash)
        }
        return hash
    }()
}
