/// How the command ends, after sysexits.h where it has a number for it.
enum ExitStatus: Int32 {
    case done = 0
    case failed = 1
    case usage = 2
    /// EX_TEMPFAIL
    case tryAgain = 75
    /// EX_CONFIG
    case badConfiguration = 78
}
