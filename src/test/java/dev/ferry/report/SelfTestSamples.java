package dev.ferry.report;

import dev.ferry.selftest.Check;
import dev.ferry.selftest.Check.Outcome;
import dev.ferry.selftest.SelfTestReport;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What self-tests give. */
@NullMarked
final class SelfTestSamples {
    private SelfTestSamples() {}

    static List<SelfTestReport> reports() {
        return List.of(
                new SelfTestReport(
                        "courses", "1", List.of(new Check("the sample has no violation", Outcome.HELD, "", 312))),
                new SelfTestReport(
                        "orders",
                        "2",
                        List.of(
                                new Check("the sample has no violation", Outcome.HELD, "", 290),
                                new Check(
                                        "a second migration writes nothing",
                                        Outcome.BROKEN,
                                        "2 rows were written",
                                        1_204),
                                new Check("an update mends it", Outcome.UNTRIED, "no value was changed\u202E", 1))));
    }
}
