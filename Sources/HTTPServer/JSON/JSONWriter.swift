/// Writes JSON (RFC 8259) as UTF-8 bytes: no escapes but the required ones, no white space.
package struct JSONWriter: ~Copyable {
    package private(set) var bytes: [UInt8] = []

    package init() {}
}
