package import HTTPServer
import HTTPTypes

extension IngestionError {
    /// What the sender is told; the command writes the same of a rejected line.
    package var problem: Problem {
        switch self {
        case .malformed(let code, let pointer, let detail):
            Problem(
                .badRequest, code: "bad_request", detail: detail,
                items: [Problem.Item(.pointer(pointer), code: code, detail: detail)])
        case .unsupported(let pointer, let detail):
            Problem(
                .unprocessableContent, code: "unprocessable", detail: detail,
                items: [Problem.Item(.pointer(pointer), code: "not_supported", detail: detail)])
        case .overLimit(let code, let pointer, let detail):
            Problem(
                .contentTooLarge, code: "too_large", detail: detail,
                items: [Problem.Item(.pointer(pointer), code: code, detail: detail)])
        case .tooLarge(let limit):
            Problem(
                .contentTooLarge, code: "too_large",
                detail: "An article's text has at most \(limit) bytes.")
        case .emptyText:
            Problem(
                .unprocessableContent, code: "empty_text",
                detail: "The text has no letter and no digit.",
                items: [Problem.Item(.pointer("/text"), code: "empty_text", detail: "no letter or digit")])
        case .invalidUTF8(let offset):
            Problem(
                .unprocessableContent, code: "invalid_utf8",
                detail: "The body is not UTF-8: byte \(offset) does not fit.")
        case .refusedWithOthers:
            Problem(
                .init(code: 424, reasonPhrase: "Failed Dependency"), code: "batch_refused",
                detail: "Nothing of the batch was stored, because of another article of it.")
        case .externalIDTaken(let id):
            Problem(
                .conflict, code: "external_id_taken",
                detail: "The external id belongs to \(id), which has another text.",
                items: [Problem.Item(.pointer("/external_id"), code: "external_id_taken", detail: id)])
        }
    }
}
