/// Why HTML or XML is not read.
package enum MarkupError: Error, Hashable {
    /// More than `limit` bytes.
    case tooLarge(limit: Int)
    /// Elements stand in more than `limit` others.
    case tooDeep(limit: Int)
    /// More than `limit` elements and pieces of text.
    case tooManyNodes(limit: Int)
    /// An element has more than about `limit` attributes, or namespaces are declared as often.
    case tooManyAttributes(limit: Int)
    /// XML with a document type declaration, which could define entities.
    case documentType
    /// No XML 1.0 (or not with namespaces); from 1 each.
    case malformed(line: Int, column: Int)

    /// The name of the problem, as in `errors[].code`.
    package var code: String {
        switch self {
        case .tooLarge: "too_large"
        case .tooDeep: "too_deep"
        case .tooManyNodes: "too_many_nodes"
        case .tooManyAttributes: "too_many_attributes"
        case .documentType: "doctype_refused"
        case .malformed: "invalid_xml"
        }
    }

    package var detail: String {
        switch self {
        case .tooLarge(let limit): "Markup has at most \(limit) bytes."
        case .tooDeep(let limit): "Elements are nested at most \(limit) deep."
        case .tooManyNodes(let limit): "Markup has at most \(limit) elements and texts."
        case .tooManyAttributes(let limit): "An element has at most \(limit) attributes and namespaces."
        case .documentType: "XML with a document type declaration (<!DOCTYPE>) or entities is not read."
        case .malformed(let line, let column): "It is no XML: line \(line), column \(column)."
        }
    }
}
