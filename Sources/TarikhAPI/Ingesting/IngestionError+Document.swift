import Articles

extension IngestionError {
    /// What the sender is told of a document, or of an article in one.
    init(_ error: DocumentError) {
        switch error {
        case .markup(let error): self.init(error)
        case .item(let error, let pointer): self.init(error, pointer: pointer)
        case .json(let failure): self.init(failure)
        case .unknownForm:
            self = .malformed(
                code: "unknown_form", pointer: "",
                detail: "It is no RSS, Atom, JSON Feed, JSON-LD with an article, or ninjs.")
        case .tooManyItems(let limit):
            self = .overLimit(
                code: "too_many_items", pointer: "", detail: "A document has at most \(limit) articles.")
        case .missing(let pointer):
            self = .malformed(
                code: "missing", pointer: pointer, detail: "The article has no text and no title.")
        }
    }

    init(_ failure: JSONReader.Failure) {
        switch failure {
        case .malformed(let offset):
            self = .malformed(
                code: "invalid_json", pointer: "", detail: "It is not JSON: byte \(offset) does not fit.")
        case .tooDeep(let limit):
            self = .overLimit(code: "too_deep", pointer: "", detail: "JSON is nested at most \(limit) deep.")
        case .tooManyValues(let limit):
            self = .overLimit(
                code: "too_many_values", pointer: "", detail: "JSON has at most \(limit) values.")
        }
    }
}
