/// Why a document with articles, or one of its articles, is not read.
package enum DocumentError: Error, Hashable {
    case markup(MarkupError)
    case json(JSONReader.Failure)
    /// JSON or XML of none of the known forms.
    case unknownForm
    /// More than `limit` articles.
    case tooManyItems(limit: Int)
    /// It has neither a title nor a text; `pointer` is where the text would be.
    case missing(pointer: String)
    /// The text's markup, at `pointer`.
    case item(MarkupError, pointer: String)
}
