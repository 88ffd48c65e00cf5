import Foundation
import HTTPServer
import Logging
import TarikhAPI

/// Writes a line of JSON for every event on standard error: `time`, `level`, `msg` and the event's metadata.
struct JSONLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let metadata = metadata.merging(event.metadata ?? [:]) { _, new in new }
        var writer = JSONWriter(reservingCapacity: 256)
        writer.object { writer in
            writer.member("time", Timestamp.string(Int64(Date().timeIntervalSince1970)))
            writer.member("level", event.level.rawValue)
            writer.member("msg", event.message.description)
            for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
                writer.key(key)
                Self.write(value, to: &writer)
            }
        }
        writer.newline()
        StandardError.write(bytes: writer.bytes)
    }

    private static func write(_ value: Logger.Metadata.Value, to writer: inout JSONWriter) {
        switch value {
        case .string(let text): writer.string(text)
        case .stringConvertible(let value as Int): writer.integer(value)
        case .stringConvertible(let value as Double): writer.double(value)
        case .stringConvertible(let value): writer.string(value.description)
        case .array(let values):
            writer.array { writer in for value in values { write(value, to: &writer) } }
        case .dictionary(let members):
            writer.object { writer in
                for (key, value) in members.sorted(by: { $0.key < $1.key }) {
                    writer.key(key)
                    write(value, to: &writer)
                }
            }
        }
    }
}
