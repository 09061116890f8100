package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.Profile;
import dev.ferry.selftest.Check;
import dev.ferry.selftest.SelfTestReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code selftest}: whether profiles keep what every profile promises. */
final class SelfTest implements Command {
    @Override
    public String name() {
        return "selftest";
    }

    @Override
    public String summary() {
        return "Takes a profile's samples, good and broken, through everything, on a database that is thrown away.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("selftest -p courses", "one profile; of all profiles where none is given"),
                new Example(
                        "selftest -p orders --plugin-path orders-profile.jar", "a profile of your own, from its jar"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        List<Profile> profiles = invocation.findProfile().map(List::of).orElseGet(invocation::profiles);
        List<SelfTestReport> reports = new ArrayList<>();
        for (Profile profile : profiles) {
            invocation.messages().line("Trying profile " + profile.name() + " on a database of its own");
            reports.add(invocation.stages().selfTest(profile, check -> tell(invocation, profile, check)));
        }
        invocation.messages().erase();
        invocation.renderer().selfTest(reports);
        return reports.stream()
                .map(SelfTestReport::exitCode)
                .filter(code -> code != ExitCode.DONE)
                .findFirst()
                .orElse(ExitCode.DONE);
    }

    private static void tell(Invocation invocation, Profile profile, Check check) {
        invocation.cancellation().check();
        if (invocation.session().terminal().is(Terminal.Stream.ERR)) {
            invocation.messages().draw(profile.name() + ": " + check.promise());
        }
    }
}
