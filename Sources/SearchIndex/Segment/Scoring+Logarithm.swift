import Glibc

extension Scoring {
    static func logarithm(_ value: Double) -> Double { log(value) }
}
