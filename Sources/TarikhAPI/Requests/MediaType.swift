import HTTPServer
import HTTPTypes

/// A form that answers come in.
struct MediaType: Sendable, Hashable {
    static let json = MediaType(type: "application", subtype: "json", format: "json")
    static let plainText = MediaType(
        type: "text", subtype: "plain", format: "text", parameters: "; charset=utf-8")
    static let metrics = MediaType(
        type: "text", subtype: "plain", format: "text", parameters: "; version=0.0.4; charset=utf-8")

    let type: String
    let subtype: String
    /// The name that `?format=` has for it.
    let format: String
    var parameters = ""

    var name: String { type + "/" + subtype }

    /// Throws 406 when the request wants something else; `format` wins over `Accept`.
    func require(in request: Request, format: String?) throws(Problem) {
        if let format {
            guard format == self.format else { throw notAcceptable(.parameter("format")) }
            return
        }
        guard let accept = request.fields[.accept], !isAccepted(by: accept) else { return }
        throw notAcceptable(.header("Accept"))
    }

    private func notAcceptable(_ place: Problem.Item.Place) -> Problem {
        Problem(
            .notAcceptable, code: "not_acceptable", detail: "The answer is available as \(name) only.",
            items: [Problem.Item(place, code: "not_acceptable", detail: "available: " + name)])
    }

    /// Whether the most specific range that covers this type has a weight over 0 (RFC 9110, 12.5.1).
    private func isAccepted(by accept: String) -> Bool {
        var best = (specificity: 0, isAccepted: false)
        for part in accept.lowercased().split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let range = pieces.first else { continue }
            let specificity = range == name ? 3 : range == type + "/*" ? 2 : range == "*/*" ? 1 : 0
            guard specificity > best.specificity else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            best = (specificity, (weight ?? 1) > 0)
        }
        // An empty field says nothing.
        return best.isAccepted || accept.allSatisfy { $0 == " " }
    }
}
