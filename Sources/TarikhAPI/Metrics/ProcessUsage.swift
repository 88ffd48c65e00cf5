import Foundation

/// What this process uses, as Linux tells it in proc(5); `nil` where it does not.
enum ProcessUsage {
    static var residentBytes: Int? {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
            // No proc file system: then it is not known.
            return nil
        }
        let fields = statm.split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * sysconf(Int32(_SC_PAGESIZE)) } : nil
    }

    static var openFiles: Int? {
        // No proc file system: then it is not known.
        try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
