/// Arabic words written together with the next one: و ف ب ك ل س and the article ال.
package enum Clitics {
    /// The possible readings of a folded Arabic word without proclitics: byte counts to drop from its start, 0 first, then
    /// growing. `withArticle` tells whether the dropped part ends with the article.
    package static func readings(
        ofFolded word: some RandomAccessCollection<UInt8>
    ) -> [(dropped: Int, withArticle: Bool)] { [(0, false)] }
}
