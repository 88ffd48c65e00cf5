import Foundation

/// Reads XML 1.0 strictly, as far as documents without a DTD go: well-formed or not at all.
struct XMLValidator {
    final class Element {
        let name: String
        let attributes: [String: String]
        var children: [Element] = []
        var text = ""

        init(name: String, attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    private var scalars: ArraySlice<Unicode.Scalar>

    /// The root element of a document; throws at the first thing that is not well-formed.
    static func document(_ bytes: [UInt8]) throws -> Element {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure("not UTF-8") }
        var reader = XMLValidator(scalars: Array(text.unicodeScalars)[...])
        // XML 1.0, 2.2.
        for scalar in reader.scalars {
            switch scalar.value {
            case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: break
            default: throw Failure("character \(scalar.value)")
            }
        }
        if reader.skip("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") { reader.skipSpace() }
        let root = try reader.element()
        reader.skipSpace()
        guard reader.scalars.isEmpty else { throw Failure("content after the root") }
        return root
    }

    private mutating func element() throws -> Element {
        guard skip("<") else { throw Failure("no element") }
        let name = try self.name()
        var attributes: [String: String] = [:]
        while true {
            let hadSpace = skipSpace()
            if skip("/>") { return Element(name: name, attributes: attributes) }
            if skip(">") { break }
            guard hadSpace else { throw Failure("no space before an attribute of \(name)") }
            let key = try self.name()
            guard skip("=\"") else { throw Failure("attribute \(key)") }
            let value = try text(until: "\"")
            guard skip("\""), attributes.updateValue(value, forKey: key) == nil else {
                throw Failure("attribute \(key) twice")
            }
        }
        let element = Element(name: name, attributes: attributes)
        while !skip("</") {
            guard let next = scalars.first else { throw Failure("no end of \(name)") }
            if next == "<" {
                element.children.append(try self.element())
            } else {
                element.text += try text(until: "<")
            }
        }
        guard try self.name() == name else { throw Failure("another end than of \(name)") }
        skipSpace()
        guard skip(">") else { throw Failure("end of \(name)") }
        return element
    }

    /// Character data with its references replaced.
    private mutating func text(until end: Unicode.Scalar) throws -> String {
        var text = String.UnicodeScalarView()
        let raw = scalars.prefix { $0 != end }
        // XML 1.0, 2.4.
        guard end != "<" || !String(String.UnicodeScalarView(raw)).contains("]]>") else {
            throw Failure("]]> in text")
        }
        while let next = scalars.first, next != end {
            guard next != "<" else { throw Failure("< in text") }
            guard next == "&" else {
                text.append(next)
                scalars.removeFirst()
                continue
            }
            let known: [(String, Unicode.Scalar)] = [
                ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
            ]
            guard let reference = known.first(where: { skip($0.0) }) else { throw Failure("reference") }
            text.append(reference.1)
        }
        return String(text)
    }

    private mutating func name() throws -> String {
        let name = scalars.prefix { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "_:-.".unicodeScalars.contains(scalar)
        }
        guard let first = name.first, first.properties.isAlphabetic || first == "_" else {
            throw Failure("name")
        }
        scalars = scalars.dropFirst(name.count)
        return String(String.UnicodeScalarView(name))
    }

    private mutating func skip(_ text: String) -> Bool {
        guard scalars.starts(with: text.unicodeScalars) else { return false }
        scalars = scalars.dropFirst(text.unicodeScalars.count)
        return true
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let rest = scalars.drop { [" ", "\t", "\r", "\n"].contains($0) }
        defer { scalars = rest }
        return rest.count < scalars.count
    }
}
