import COpenSSL

/// What a bearer shows: 256 random bits. It is seen once, when the key is made.
package struct KeySecret: Sendable, Hashable {
    /// A prefix by which secrets are found where they should not be, and 52 digits of base 32 (Crockford's, in lower case).
    package let text: String

    package static let prefix = "tarikh_"
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// A new one, from the system's generator, which is a cryptographic one (getrandom(2)).
    package init() {
        var generator = SystemRandomNumberGenerator()
        var text = Array(Self.prefix.utf8)
        // 4 × 64 bits: 12 digits of 5 bits each and one of 4.
        for _ in 0..<4 {
            var bits = generator.next()
            for _ in 0..<13 {
                text.append(Self.digits[Int(bits & 31)])
                bits >>= 5
            }
        }
        self.text = String(decoding: text, as: UTF8.self)
    }

    /// What is kept of it.
    package var digest: KeyDigest { KeyDigest(of: text) }
}

/// SHA-256 (FIPS 180-4) of a secret. A secret has 256 random bits, so that nothing slower is needed to keep it from being guessed.
///
/// Keys are looked up by this value. How long that takes may tell of the digests that there are, but not of the secrets: who sends a
/// guess does not choose its digest, so that being nearer to a digest brings no one nearer to the secret.
package struct KeyDigest: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(of secret: String) {
        var digest = [UInt8](repeating: 0, count: 32)
        var secret = secret
        secret.withUTF8 { secret in
            let bytes = UnsafeRawBufferPointer(secret)
            _ = unsafe digest.withUnsafeMutableBufferPointer { digest in
                unsafe COpenSSL_sha256(bytes.baseAddress, bytes.count, digest.baseAddress)
            }
        }
        bytes = digest
    }

    /// One that was kept; `nil` unless there are 32 bytes.
    init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// In constant time, whatever the bytes are.
    package static func == (left: KeyDigest, right: KeyDigest) -> Bool {
        zip(left.bytes, right.bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
