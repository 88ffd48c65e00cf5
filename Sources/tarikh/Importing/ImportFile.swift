import Foundation

/// A file that articles are read from.
struct ImportFile: Sendable, Hashable {
    enum Kind: String, CaseIterable, Sendable {
        /// One article: its text.
        case text = "txt"
        /// One article: an object.
        case json
        /// An object a line.
        case lines = "ndjson"
    }

    var path: String
    var kind: Kind
    /// Bytes; `nil` for standard input.
    var size: Int?

    /// The files of `paths` and of the folders among them, in order of their names; `-` is NDJSON on standard input.
    /// Files of other kinds in folders are counted in `ignored`.
    static func find(_ paths: [String], ignored: inout Int) throws(CommandFailure) -> [ImportFile] {
        var files: [ImportFile] = []
        for path in paths {
            if path == "-" {
                files.append(ImportFile(path: path, kind: .lines))
            } else if try attributes(path).type == .typeDirectory {
                try addContents(of: path, to: &files, ignored: &ignored)
            } else if let kind = kind(of: path) {
                files.append(ImportFile(path: path, kind: kind, size: try attributes(path).size))
            } else {
                let kinds = Kind.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
                throw CommandFailure(.usage, "\(path) can't be imported; these can: \(kinds), folders, '-'.")
            }
        }
        return files
    }

    private static func addContents(
        of folder: String, to files: inout [ImportFile], ignored: inout Int
    ) throws(CommandFailure) {
        for name in try names(in: folder) where !name.hasPrefix(".") {
            let path = folder + "/" + name
            let attributes = try attributes(path)
            if attributes.type == .typeDirectory {
                try addContents(of: path, to: &files, ignored: &ignored)
            } else if attributes.type == .typeRegular, let kind = kind(of: path) {
                files.append(ImportFile(path: path, kind: kind, size: attributes.size))
            } else {
                // Links are not followed: they may lead back.
                ignored += 1
            }
        }
    }

    private static func kind(of path: String) -> Kind? {
        let suffix = URL(filePath: path).pathExtension.lowercased()
        return suffix == "jsonl" ? .lines : Kind(rawValue: suffix)
    }

    private static func names(in folder: String) throws(CommandFailure) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw CommandFailure(.failed, "\(folder) can't be read: \(SystemError.text(error)).")
        }
    }

    private static func attributes(
        _ path: String
    ) throws(CommandFailure) -> (type: FileAttributeType?, size: Int?) {
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return (attributes[.type] as? FileAttributeType, attributes[.size] as? Int)
        } catch {
            throw CommandFailure(.failed, "\(path) can't be read: \(SystemError.text(error)).")
        }
    }
}
