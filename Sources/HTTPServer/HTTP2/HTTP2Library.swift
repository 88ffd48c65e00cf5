import CNGHTTP2
import Glibc

/// The nghttp2 that the program runs with.
package enum HTTP2Library {
    /// 1.52.0 as `nghttp2_version` counts.
    private static let oldest = 0x01_34_00
    /// 1.68.1, the first without the known faults that a peer can use (the last: CVE-2026-27135).
    private static let fixed = 0x01_44_01

    /// Such as `1.52.0`.
    package static var version: String {
        guard let info = unsafe nghttp2_version(0) else { return "0" }
        return unsafe String(cString: info.pointee.version_str)
    }

    private static var number: Int {
        guard let info = unsafe nghttp2_version(0) else { return 0 }
        return Int(unsafe info.pointee.version_num)
    }

    /// - Throws: `ServerError.oldHTTP2Library` when it is older than 1.52.0.
    static func check() throws(ServerError) {
        guard number >= oldest else { throw .oldHTTP2Library(version) }
    }

    /// What to tell who runs the service when this build is not known to be safe; `nil` when it is.
    package static var warning: String? {
        isKnown(number: number, debianVersion: debianVersion())
            ? nil
            : "libnghttp2 \(version) is not known to have the fixes against floods of resets and continuations; "
                + "Debian's 1.52.0-1+deb12u3 and nghttp2 1.68.1 have them."
    }

    /// Whether a build has the fixes: by its number, or by that of Debian's package.
    static func isKnown(number: Int, debianVersion: String?) -> Bool {
        if number >= fixed { return true }
        let prefix = "1.52.0-1+deb12u"
        guard let debianVersion, debianVersion.hasPrefix(prefix) else { return false }
        return (Int(debianVersion.dropFirst(prefix.count)) ?? 0) >= 3
    }

    /// The version of the package as the package system of Debian knows it.
    private static func debianVersion() -> String? {
        for path in ["/var/lib/dpkg/status", "/var/lib/dpkg/status.d/libnghttp2-14"] {
            if let text = read(path), let version = debianVersion(in: text) { return version }
        }
        return nil
    }

    static func debianVersion(in status: String) -> String? {
        var isPackage = false
        for line in status.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
            if line.isEmpty { isPackage = false }
            if line.elementsEqual("Package: libnghttp2-14".utf8) { isPackage = true }
            if isPackage, line.starts(with: "Version: ".utf8) { return String(Substring(line.dropFirst(9))) }
        }
        return nil
    }

    private static func read(_ path: String) -> String? {
        guard let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, file)
            guard count > 0, bytes.count < 64 << 20 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
