import AccessControl
import ArticleStore
import HTTPServer
import TarikhAPI

/// Why a command ends without having done its work: one line for people, and the exit status.
struct CommandFailure: Error {
    var status: ExitStatus
    var message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

extension CommandFailure {
    init(_ error: StoreError, hint: String = "") {
        switch error {
        case .busy(let folder):
            self.init(.tryAgain, "Another process writes to the data folder \(folder). \(hint)")
        case .newerVersion(let folder):
            self.init(
                .badConfiguration,
                "The data folder \(folder) was written by a newer version of Tarikh; use that version.")
        case .missing(let folder):
            self.init(.failed, "There is no data in \(folder); 'tarikh import' or 'tarikh serve' makes it.")
        case .notWritable(let folder, let reason):
            self.init(.badConfiguration, "The data folder \(folder) can't be written: \(reason).")
        case .full: self.init(.failed, "No space is left; nothing was written.")
        case .readOnly: self.init(.failed, "The data folder is open for reading only.")
        case .notAll: self.init(.failed, "Not all articles could be stored, so none was.")
        case .failed(let reason): self.init(.failed, "The data folder can't be used: \(reason)")
        }
    }

    init(_ error: ServerError) {
        switch error {
        case .badAddress(let host):
            self.init(.badConfiguration, "'\(host)' is no address that this machine can listen on.")
        case .addressInUse(let host, let port):
            self.init(.tryAgain, "Another process listens on \(host), port \(port); choose another --port.")
        case .oldHTTP2Library(let version):
            self.init(
                .badConfiguration,
                "libnghttp2 \(version) is too old: 1.52.0 or newer is needed to serve safely.")
        case .badCertificate(let file, let reason):
            self.init(.badConfiguration, "TLS can't use \(file): \(reason).")
        case .badSocketPath(let path, let errno):
            self.init(.badConfiguration, "The service can't listen on \(path): \(SystemError.text(errno)).")
        case .system(let call, let errno):
            self.init(.failed, "The service can't start: \(call): \(SystemError.text(errno)).")
        }
    }

    init(_ error: AccessError) {
        self.init(error == .newerVersion ? .badConfiguration : .failed, error.description)
    }

    init(_ error: ConfigurationError) {
        self.init(.badConfiguration, error.description)
    }
}
