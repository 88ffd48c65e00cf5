import COpenSSL

/// The identity of a text: SHA-256 (FIPS 180-4) of its bytes.
package enum ContentHash {
    /// `sha256:` and 64 lower-case hexadecimal digits.
    package static func of(_ text: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        _ = unsafe text.withUnsafeBytes { bytes in
            unsafe digest.withUnsafeMutableBufferPointer { digest in
                unsafe COpenSSL_sha256(bytes.baseAddress, bytes.count, digest.baseAddress)
            }
        }
        let digits = Array("0123456789abcdef".utf8)
        var hash = Array("sha256:".utf8)
        for byte in digest {
            hash.append(digits[Int(byte >> 4)])
            hash.append(digits[Int(byte & 15)])
        }
        return String(decoding: hash, as: UTF8.self)
    }
}
