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
        try Store.close(store)
        guard response.status == .ok else { throw Self.failure(response) }
        return response.body
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
