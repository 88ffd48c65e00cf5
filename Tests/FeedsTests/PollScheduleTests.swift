import Feeds
import Testing

struct PollScheduleTests {
    @Test(arguments: [
        (0, Int64(900)), (1, 1800), (3, 7200), (6, 57_600), (7, 86_400), (50, 86_400), (1000, 86_400),
    ])
    func `the pause doubles with each failure, up to a day, and never more than a tenth longer`(
        _ failures: Int, _ pause: Int64
    ) {
        var generator = SystemRandomNumberGenerator()
        var seen: Set<Int64> = []
        for _ in 0..<200 {
            let drawn = PollSchedule.pause(interval: 900, failures: failures, using: &generator)
            #expect(drawn >= pause && drawn <= min(86_400, pause + pause / 10))
            seen.insert(drawn)
        }
        #expect(seen.count > 1 || pause == 86_400)
    }

    @Test func `a publisher may ask for more, not for less, and not for more than a day`() {
        var generator = SystemRandomNumberGenerator()
        func pause(_ asked: Int64) -> Int64 {
            PollSchedule.pause(interval: 60, failures: 1, retryAfter: asked, using: &generator)
        }
        #expect((3600...3960).contains(pause(3600)))
        #expect((120...132).contains(pause(1)))
        #expect((120...132).contains(pause(-5)))
        #expect(pause(.max) == 86_400)
    }
}
