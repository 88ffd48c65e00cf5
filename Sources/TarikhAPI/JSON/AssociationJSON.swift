import ArticleStore
import HTTPServer

/// How strongly two entities belong together.
enum AssociationJSON {
    /// In an open object.
    static func writeMembers(_ association: Association, to writer: inout JSONWriter) {
        writer.member("count", association.both)
        writer.member("expected", rounded(association.expected))
        writer.member("pmi", rounded(association.mutualInformation))
        writer.member("chi2", rounded(association.chiSquare))
    }

    /// To four places: more is noise.
    static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
