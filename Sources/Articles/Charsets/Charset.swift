/// A character encoding by the names that documents have for it (WHATWG Encoding, 4.2).
package struct Charset: Sendable, Hashable {
    /// The name of the standard, in small letters, such as `windows-1256`.
    package let name: String
    /// What the C library calls it.
    let converter: String

    package static let utf8 = Charset(name: "utf-8", converter: "UTF-8")
    static let utf16LittleEndian = Charset(name: "utf-16le", converter: "UTF-16LE")
    static let utf16BigEndian = Charset(name: "utf-16be", converter: "UTF-16BE")
    static let windows1252 = Charset(name: "windows-1252", converter: "CP1252")

    private init(name: String, converter: String) {
        self.name = name
        self.converter = converter
    }

    /// The encoding of a label; `nil` for one that is not known.
    package init?(label: String) {
        let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard label.utf8.count <= 40, let charset = Self.byLabel[label] else { return nil }
        self = charset
    }

    private static let byLabel: [String: Charset] = {
        var charsets: [String: Charset] = [:]
        for line in labels.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 2 else { continue }
            let charset = Charset(name: words[0], converter: words[1])
            for label in [words[0]] + words.dropFirst(2) { charsets[label] = charset }
        }
        return charsets
    }()

    /// A line each: the name, what the C library calls it, other labels. ISO 8859-1 and US-ASCII are windows-1252 there.
    private static let labels = """
        utf-8 UTF-8 utf8 unicode-1-1-utf-8
        utf-16le UTF-16LE utf-16 utf16 ucs-2 unicode iso-10646-ucs-2
        utf-16be UTF-16BE unicodefffe
        windows-1256 CP1256 cp1256 x-cp1256
        iso-8859-6 ISO-8859-6 iso8859-6 iso88596 arabic asmo-708 ecma-114 csisolatinarabic iso-ir-127
        windows-1252 CP1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 latin1 l1 us-ascii ascii
        windows-1250 CP1250 cp1250 x-cp1250
        windows-1251 CP1251 cp1251 x-cp1251
        windows-1253 CP1253 cp1253 x-cp1253
        windows-1254 CP1254 cp1254 x-cp1254 iso-8859-9 latin5
        windows-1255 CP1255 cp1255 x-cp1255
        windows-1257 CP1257 cp1257 x-cp1257
        windows-1258 CP1258 cp1258 x-cp1258
        iso-8859-2 ISO-8859-2 iso8859-2 latin2
        iso-8859-5 ISO-8859-5 iso8859-5 cyrillic
        iso-8859-7 ISO-8859-7 iso8859-7 greek
        iso-8859-8 ISO-8859-8 iso8859-8 hebrew
        iso-8859-15 ISO-8859-15 iso8859-15 latin9
        koi8-r KOI8-R koi8 koi
        koi8-u KOI8-U
        gb18030 GB18030
        gbk GBK gb2312 x-gbk
        big5 BIG5 big5-hkscs
        euc-jp EUC-JP x-euc-jp
        shift_jis CP932 sjis shift-jis windows-31j
        euc-kr CP949 ks_c_5601-1987 windows-949
        """
}
