import AccessControl
import Foundation
import TarikhAPI

/// The keys of the data folder, as the command reads and changes them.
enum Keys {
    /// All keys; none where there is no database of them.
    static func all(_ configuration: Configuration) throws(CommandFailure) -> [AccessKey] {
        do {
            guard try KeyStore.hasKeys(folder: configuration.data) else { return [] }
            return try KeyStore(folder: configuration.data).keys()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Changes the keys and writes down that the command did: `body` says of which key, and with what status the API would have
    /// answered.
    static func change<Value>(
        _ configuration: Configuration, _ method: String, _ route: String,
        _ body: (KeyStore, _ now: Int64) throws(AccessError) -> (Value, subject: String, status: Int)
    ) throws(CommandFailure) -> Value {
        let now = Int64(Date().timeIntervalSince1970)
        do {
            let store = try KeyStore(folder: configuration.data)
            let (value, subject, status) = try body(store, now)
            try store.append(
                AuditEntry(
                    at: now, actor: .command, method: method, route: route,
                    subject: String(subject.prefix(64)), status: status))
            return value
        } catch {
            throw CommandFailure(error)
        }
    }
}
