/// Identifiers of entities: the same entity has the same one in every article and on every run.
package enum EntityID {
    /// `n_` and 13 letters of base 32 for an entity's key: its Wikidata item, or its kind and name.
    package static func make(wikidata: String?, kind: String, name: String) -> String {
        guard let wikidata, !wikidata.isEmpty else {
            return make(key: kind + ":" + NameKey.text(of: name))
        }
        return make(key: wikidata)
    }

    private static func make(key: String) -> String {
        var rest = NameKey.finished(NameKey.hash(key.utf8))
        let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)  // Crockford's base 32
        var letters: [UInt8] = []
        for _ in 0..<13 {
            letters.append(digits[Int(rest & 31)])
            rest >>= 5
        }
        return "n_" + String(decoding: letters, as: UTF8.self)
    }
}
