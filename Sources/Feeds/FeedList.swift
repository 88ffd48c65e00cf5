package import Fetching
import Foundation

/// The feeds that a file names: a JSON5 array of objects `{url, source, interval, pages}`, or lines of the same in this order with
/// tabs between them, of which only the address must be there; lines that begin with `#` are for people.
package enum FeedList {
    package struct Failure: Error, Hashable, CustomStringConvertible {
        /// From 1: the line, or the object of the array; `nil` where it is the file.
        package var number: Int?
        package var reason: String

        /// For people.
        package var description: String {
            (number.map { "Feed \($0): " } ?? "") + reason
        }
    }

    /// - Parameter policy: says what may be asked.
    package static func read(_ bytes: [UInt8], policy: FetchPolicy) throws(Failure) -> [FeedEntry] {
        let blanks = Set(" \t\r\n".utf8)
        let first = bytes.first { !blanks.contains($0) }
        // A JSON5 file may begin with a comment.
        let isJSON = first == UInt8(ascii: "[") || first == UInt8(ascii: "/") || first == UInt8(ascii: "{")
        let parts = isJSON ? try objects(bytes) : try lines(bytes)
        guard parts.count <= FeedStore.maximumFeeds else {
            throw Failure(reason: "There are at most \(FeedStore.maximumFeeds) feeds.")
        }
        var entries: [FeedEntry] = []
        var addresses: Set<String> = []
        for (number, part) in parts {
            do throws(FeedEntryError) {
                let entry = try FeedEntry(
                    address: part.url, source: part.source,
                    interval: part.interval ?? FeedEntry.defaultInterval,
                    pages: part.pages ?? false, policy: policy)
                guard addresses.insert(entry.address).inserted else {
                    throw FeedEntryError(part: .url, reason: "Its address stands there twice.")
                }
                entries.append(entry)
            } catch {
                throw Failure(number: number, reason: error.reason)
            }
        }
        return entries
    }

    private static func objects(_ bytes: [UInt8]) throws(Failure) -> [(Int, Part)] {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            let parts = try decoder.decode([Part].self, from: Data(bytes))
            return parts.enumerated().map { ($0 + 1, $1) }
        } catch let DecodingError.typeMismatch(_, context) {
            throw Failure(
                number: context.codingPath.first?.intValue.map { $0 + 1 }, reason: mismatch(context))
        } catch let DecodingError.keyNotFound(key, context) {
            throw Failure(
                number: context.codingPath.first?.intValue.map { $0 + 1 },
                reason: "'\(key.stringValue)' is missing.")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(reason: "The file of feeds is no JSON5.")
        }
    }

    private static func mismatch(_ context: DecodingError.Context) -> String {
        guard let key = context.codingPath.last, key.intValue == nil else {
            return "The file of feeds is an array of objects."
        }
        return "'\(key.stringValue)' has the wrong type."
    }

    private static func lines(_ bytes: [UInt8]) throws(Failure) -> [(Int, Part)] {
        var parts: [(Int, Part)] = []
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard let url = fields.first, !url.hasPrefix("#"), !fields.allSatisfy(\.isEmpty) else { continue }
            var part = Part(url: url)
            for (place, field) in fields.enumerated().dropFirst() where !field.isEmpty {
                guard part.set(field, at: place) else {
                    throw Failure(
                        number: index + 1,
                        reason: "A line is: address, source, seconds, 'pages', with tabs between them.")
                }
            }
            parts.append((index + 1, part))
        }
        return parts
    }

    /// A feed as it is written.
    private struct Part: Decodable {
        var url: String
        var source: String?
        var interval: Int64?
        var pages: Bool?

        init(url: String) { self.url = url }

        private enum Key: String, CodingKey, CaseIterable {
            case url, source, interval, pages
        }

        private struct Name: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
            if let unknown = names.filter({ Key(rawValue: $0) == nil }).min() {
                throw Failure(
                    number: decoder.codingPath.first?.intValue.map { $0 + 1 },
                    reason: "There is no member '\(unknown.prefix(64))'.")
            }
            let members = try decoder.container(keyedBy: Key.self)
            url = try members.decode(String.self, forKey: .url)
            source = try members.decodeIfPresent(String.self, forKey: .source)
            interval = try members.decodeIfPresent(Int64.self, forKey: .interval)
            pages = try members.decodeIfPresent(Bool.self, forKey: .pages)
        }

        /// False when the field can't stand at this place of a line.
        mutating func set(_ field: String, at place: Int) -> Bool {
            switch place {
            case 1: source = field
            case 2:
                interval = Int64(field)
                return interval != nil
            case 3:
                pages = true
                return field == "pages"
            default: return false
            }
            return true
        }
    }
}
