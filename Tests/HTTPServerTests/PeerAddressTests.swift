import HTTPServer
import Testing

struct PeerAddressTests {
    private static func groups(_ groups: [UInt16]) -> [UInt8] {
        groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }

    @Test(arguments: [
        ([192, 0, 2, 1], "192.0.2.1"), (groups([0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]), "2001:db8::1"),
        (groups([0, 0, 0, 0, 0, 0, 0, 1]), "::1"), (groups([0, 0, 0, 0, 0, 0, 0, 0]), "::"),
        (groups([0x2001, 0, 0, 1, 0, 0, 0, 1]), "2001:0:0:1::1"),
        (groups([0x2001, 0xdb8, 0, 1, 1, 1, 1, 1]), "2001:db8:0:1:1:1:1:1"),
        (groups([0xfe80, 0, 0, 0, 0, 0, 0, 0]), "fe80::"),
        (groups([0, 0, 0, 0, 0, 0xffff, 0xc000, 0x201]), "192.0.2.1"),
    ])
    func `addresses are written as RFC 5952 wants them`(_ bytes: [UInt8], _ text: String) {
        #expect(PeerAddress(bytes: bytes)?.description == text)
    }

    @Test func `other bytes are no address`() {
        for count in [0, 3, 5, 15, 17] {
            #expect(PeerAddress(bytes: [UInt8](repeating: 1, count: count)) == nil)
        }
    }
}
