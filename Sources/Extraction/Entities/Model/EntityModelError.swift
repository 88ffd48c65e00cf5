/// Why a file is no model.
package enum EntityModelError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It does not begin as a model does.
    case foreign
    /// Of another version of the format than this program reads.
    case version(UInt32)
    /// Cut off, or its checksum is wrong.
    case damaged
    /// Two models of one language.
    case twice(String)

    package var description: String {
        switch self {
        case .foreign: "it is no model of Tarikh"
        case .version(let version):
            "it has format \(version), and this program reads format \(EntityModel.version)"
        case .damaged: "it is damaged or incomplete"
        case .twice(let language): "it has two models of the language '\(language)'"
        }
    }
}
