import Fetching
import Testing

struct AddressReachTests {
    @Test(arguments: [
        ("8.8.8.8", AddressReach.global), ("1.1.1.1", .global), ("172.15.255.255", .global),
        ("172.32.0.0", .global), ("100.63.255.255", .global), ("100.128.0.0", .global),
        ("192.167.255.255", .global), ("223.255.255.255", .global), ("2606:4700::1111", .global),
        ("2a00:1450:4001::1", .global), ("2001:4860:4860::8888", .global), ("2003::1", .global),
        ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("10.0.0.1", .privateNetwork),
        ("10.255.255.255", .privateNetwork), ("172.16.0.0", .privateNetwork),
        ("172.31.255.255", .privateNetwork), ("192.168.1.1", .privateNetwork), ("127.0.0.1", .loopback),
        ("127.255.255.254", .loopback), ("169.254.169.254", .linkLocal), ("100.64.0.1", .shared),
        ("100.127.255.255", .shared), ("224.0.0.1", .multicast), ("239.255.255.255", .multicast),
        ("240.0.0.1", .reserved), ("255.255.255.255", .reserved), ("192.0.0.8", .reserved),
        ("192.0.2.1", .documentation), ("198.51.100.9", .documentation), ("203.0.113.1", .documentation),
        ("198.18.0.1", .benchmarking), ("198.19.255.255", .benchmarking), ("192.88.99.1", .sixToFour),
        ("::", .unspecified), ("::1", .loopback), ("::ffff:127.0.0.1", .mapped),
        ("::ffff:8.8.8.8", .mapped), ("::127.0.0.1", .compatible), ("64:ff9b::7f00:1", .translated),
        ("64:ff9b:1::1", .translated), ("::ffff:0:127.0.0.1", .translated), ("2002:7f00:1::", .sixToFour),
        ("2001::1", .teredo), ("2001:db8::1", .documentation), ("3fff::1", .documentation),
        ("2001:2::1", .benchmarking), ("2001:10::1", .reserved), ("fc00::1", .uniqueLocal),
        ("fd12:3456::1", .uniqueLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
        ("fec0::1", .reserved), ("ff02::1", .multicast), ("100::1", .reserved), ("4000::1", .reserved),
    ])
    func `every special block is told from what is reached from anywhere`(
        _ text: String, _ reach: AddressReach
    ) throws {
        #expect(try #require(IPAddress(text)).reach == reach)
    }

    @Test(arguments: [
        "127.1", "0177.0.0.1", "0x7f.0.0.1", "2130706433", "1.2.3.4.", "fe80::1%lo", "256.1.1.1",
    ])
    func `only the usual form is an address`(_ text: String) {
        #expect(IPAddress(text) == nil)
    }
}
