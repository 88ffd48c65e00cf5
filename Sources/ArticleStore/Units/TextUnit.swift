/// A part of articles in which names stand together.
package enum TextUnit: String, Sendable, Hashable, CaseIterable {
    case sentence, block, article
}
