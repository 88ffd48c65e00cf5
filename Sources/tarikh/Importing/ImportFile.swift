import Foundation
import TarikhAPI

/// A file that articles are read from.
struct ImportFile: Sendable, Hashable {
    enum Kind: String, CaseIterable, Sendable {
        /// One article: its text.
        case text = "txt"
        /// One article: an object; or a document of many in one of the forms of JSON.
        case json
        /// An object a line.
        case lines = "ndjson"
        /// One article: a page.
        case page = "html"
        /// RSS or Atom.
        case feed = "xml"
        case linkedData = "jsonld"

        /// The kind of a suffix without its dot.
        fileprivate init?(suffix: String) {
            switch suffix {
            case "jsonl": self = .lines
            case "htm", "xhtml": self = .page
            case "rss", "atom": self = .feed
            default: self.init(rawValue: suffix)
            }
        }

        var mediaType: String {
            switch self {
            case .text: "text/plain"
            case .json: "application/json"
            case .lines: "application/x-ndjson"
            case .page: "text/html"
            case .feed: "application/xml"
            case .linkedData: "application/ld+json"
            }
        }
    }

    var path: String
    var kind: Kind
    /// How it is compressed, if it is.
    var coding: StreamDecoder.Coding?
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
            } else if let file = file(path, size: try attributes(path).size) {
                files.append(file)
            } else {
                let kinds = Kind.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
                let codings = StreamDecoder.Coding.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
                throw CommandFailure(
                    .usage,
                    "\(path) can't be imported; these can: \(kinds), also with \(codings); folders, '-'.")
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
            } else if attributes.type == .typeRegular, let file = file(path, size: attributes.size) {
                files.append(file)
            } else {
                // Links are not followed: they may lead back.
                ignored += 1
            }
        }
    }

    /// `nil` for one of another kind.
    private static func file(_ path: String, size: Int?) -> ImportFile? {
        var suffixes =
            path.split(separator: "/").last.map { $0.lowercased().split(separator: ".").dropFirst() } ?? []
        let coding = suffixes.last.flatMap { StreamDecoder.Coding(rawValue: String($0)) }
        if coding != nil { suffixes.removeLast() }
        guard let kind = suffixes.last.flatMap({ Kind(suffix: String($0)) }) else { return nil }
        return ImportFile(path: path, kind: kind, coding: coding, size: size)
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
