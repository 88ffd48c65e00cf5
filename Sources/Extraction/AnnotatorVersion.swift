import Foundation

/// Tells annotators apart that may read something else from the same article.
enum AnnotatorVersion {
    /// Raised when the code reads something else from the same article with the same models and lexicons.
    private static let code: UInt64 = 1

    /// Never 0, which stands for no annotator.
    static func number(_ gazetteer: Gazetteer) -> Int64 {
        let hash = NameKey.finished(resources ^ NameKey.finished(gazetteer.version &+ code))
        return Int64(bitPattern: hash == 0 ? 1 : hash)
    }

    /// Of the names and bytes of all models and lexicons.
    private static let resources: UInt64 = {
        let folder = Bundle.module.bundleURL.appending(path: "Resources").path
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var hash = NameKey.seed
        for name in names.sorted() {
            // What can't be read is no part of what annotators read with either; a folder has no bytes.
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            hash = NameKey.hash(name.utf8, from: hash)
            hash = NameKey.hash([UInt8](data), from: NameKey.adding(0, to: hash))
        }
        return hash
    }()
}
