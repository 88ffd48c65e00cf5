import HTTPServer
import HTTPTypes

/// Keeps a request to the articles of some sources.
enum SourceRestriction {
    /// The request with one more parameter `source`, unless it has just that, as the link to a next page does.
    static func apply(_ sources: [String], to request: Request) -> Request {
        let parameter = "source=" + sources.map(PercentCoding.encode).joined(separator: ",")
        guard !(request.query ?? "").split(separator: "&").contains(parameter[...]) else { return request }
        var request = request
        request.target += (request.query == nil ? "?" : "&") + parameter
        return request
    }
}
