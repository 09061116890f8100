package dev.ferry.selftest;

import dev.ferry.failure.ExitCode;
import java.util.List;

/**
 * What became of a profile's promises.
 *
 * @param profile the profile's name
 * @param version the version of its mapping
 * @param checks the promises, in the order in which they were tried
 */
public record SelfTestReport(String profile, String version, List<Check> checks) {
    public SelfTestReport {
        checks = List.copyOf(checks);
    }

    /** How many promises came out like this. */
    public long count(Check.Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }

    /** 5 where a promise was not kept. */
    public ExitCode exitCode() {
        return count(Check.Outcome.BROKEN) == 0 ? ExitCode.DONE : ExitCode.MISMATCH;
    }
}
