import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI

/// A question to the API, answered in this process from the data folder, beside a service that may be running.
struct APIQuestion {
    var path: String
    var parameters: [(String, String?)]

    /// The answer's JSON.
    func answer(_ configuration: Configuration) throws(CommandFailure) -> [UInt8] {
        var answer: [UInt8] = []
        try self.answer(configuration) { part throws(CommandFailure) in answer += part }
        return answer
    }

    /// The answer's body, part by part.
    func answer(
        _ configuration: Configuration, write: ([UInt8]) throws(CommandFailure) -> Void
    ) throws(CommandFailure) {
        var configuration = configuration
        // No one is let in: nothing listens.
        configuration.host = "127.0.0.1"
        let store = try Store.open(configuration, access: .readOnly)
        let service: Service
        do {
            service = try Service(configuration: configuration, store: store)
        } catch {
            throw CommandFailure(error)
        }
        let response = service.router.respond(to: Request(method: .get, target: target))
        guard response.status == .ok else { throw Self.failure(response) }
        if let source = response.source {
            try Self.write(source, write)
        } else {
            try write(response.body)
        }
        try Store.close(store)
    }

    private static func write(
        _ source: any ResponseSource, _ write: ([UInt8]) throws(CommandFailure) -> Void
    ) throws(CommandFailure) {
        while true {
            let piece: ResponsePiece
            do {
                piece = try source.next(ResponsePull(limit: 256 << 10, isEnding: true))
            } catch {
                throw CommandFailure(.failed, "Not all can be read: \(error).")
            }
            guard case .bytes(let part) = piece else { return }
            try write(part)
        }
    }

    private var target: String {
        let query = parameters.compactMap { name, value in value.map { name + "=" + PercentCoding.encode($0) }
        }
        return path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private struct Explanation: Decodable {
        let detail: String
    }

    private static func failure(_ response: Response) -> CommandFailure {
        let status: ExitStatus = (400..<500).contains(response.status.code) ? .usage : .failed
        // What can't be read has its status to tell of.
        let explanation = try? JSONDecoder().decode(Explanation.self, from: Data(response.body))
        return CommandFailure(status, explanation?.detail ?? "The answer was \(response.status.code).")
    }
}
