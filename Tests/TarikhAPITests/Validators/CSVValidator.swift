/// Reads a file by the grammar of RFC 4180, section 2, with UTF-8 letters as text (RFC 7111).
enum CSVValidator {
    struct Failure: Error {
        var reason: String
    }

    /// The records; throws at the first thing that the grammar has no place for. All have as many fields as the first.
    static func records(_ bytes: [UInt8]) throws -> [[String]] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure(reason: "no UTF-8") }
        var scalars = Array(text.unicodeScalars)[...]
        var records: [[String]] = []
        while !scalars.isEmpty {
            var record = [try field(&scalars)]
            while scalars.first == "," {
                scalars.removeFirst()
                record.append(try field(&scalars))
            }
            guard scalars.popFirst() == "\r", scalars.popFirst() == "\n" else {
                throw Failure(reason: "a record that CR LF does not end: \(record)")
            }
            guard record.count == records.first?.count ?? record.count else {
                throw Failure(reason: "\(record.count) fields in \(record)")
            }
            records.append(record)
        }
        return records
    }

    private static func field(_ scalars: inout ArraySlice<Unicode.Scalar>) throws -> String {
        var field = String.UnicodeScalarView()
        guard scalars.first == "\"" else {
            while let scalar = scalars.first, scalar != ",", scalar != "\r" {
                guard isText(scalar) else {
                    throw Failure(reason: "U+\(String(scalar.value, radix: 16)) bare")
                }
                field.append(scalar)
                scalars.removeFirst()
            }
            return String(field)
        }
        scalars.removeFirst()
        while let scalar = scalars.popFirst() {
            if scalar == "\"" {
                guard scalars.first == "\"" else { return String(field) }
                scalars.removeFirst()
            } else if !isText(scalar), !",\r\n".unicodeScalars.contains(scalar) {
                throw Failure(reason: "U+\(String(scalar.value, radix: 16)) quoted")
            }
            field.append(scalar)
        }
        throw Failure(reason: "a quotation mark that is not closed")
    }

    /// TEXTDATA, and what is not ASCII.
    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x21, 0x23...0x2b, 0x2d...0x7e: true
        default: scalar.value >= 0xa0
        }
    }
}
