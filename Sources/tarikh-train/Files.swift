import Extraction
import Foundation

/// What commands read and where they report.
enum Files {
    /// `set=path` in its parts; the set of a path alone is empty.
    static func set(_ argument: String) -> (set: String, path: String) {
        guard let sign = argument.firstIndex(of: "="), !argument[..<sign].contains("/") else {
            return ("", argument)
        }
        return (String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        path == "-"
            ? Array(FileHandle.standardInput.readDataToEndOfFile())
            : Array(try Data(contentsOf: URL(filePath: path)))
    }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    static func gazetteer(_ path: String?) throws -> Gazetteer {
        guard let path else { return Gazetteer() }
        return try Gazetteer().extended(with: try bytes(path), name: path)
    }

    /// A line on standard error.
    static func report(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
