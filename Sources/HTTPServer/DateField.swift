import Glibc

/// The value of the field Date (RFC 9110, 5.6.7), made once a second.
struct DateField {
    private(set) var bytes: [UInt8] = []
    private var second: time_t = -1

    mutating func update() {
        let now = time(nil)
        guard now != second else { return }
        second = now
        var seconds = now
        var parts = unsafe tm()
        unsafe gmtime_r(&seconds, &parts)
        let day = unsafe Self.days[Int(parts.tm_wday)]
        let month = unsafe Self.months[Int(parts.tm_mon)]
        let date = unsafe "\(Self.two(parts.tm_mday)) \(month) \(parts.tm_year + 1900)"
        let time = unsafe "\(Self.two(parts.tm_hour)):\(Self.two(parts.tm_min)):\(Self.two(parts.tm_sec))"
        bytes = Array("\(day), \(date) \(time) GMT".utf8)
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func two(_ number: Int32) -> String {
        (number < 10 ? "0" : "") + String(number)
    }
}
