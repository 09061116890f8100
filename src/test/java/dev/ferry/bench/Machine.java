package dev.ferry.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the figures were measured on. */
final class Machine {
    /** The load of a core by others from which on nothing can be measured. */
    private static final double BUSY = 0.3;

    private Machine() {}

    static void tell(Report report, Target target) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        report.line(
                "%s, %s %s, %d cores, %s MiB of memory, load %s at the start",
                LocalDate.now(ZoneOffset.UTC),
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                Report.mebibytes(system.getTotalMemorySize()),
                Report.decimals(system.getSystemLoadAverage()));
        report.line(
                "PostgreSQL %s with its default settings, Java %s, \\copy by %s",
                target.version(), System.getProperty("java.version"), Way.copier());
        if (system.getSystemLoadAverage() > BUSY * system.getAvailableProcessors()) {
            report.line("the machine does other work: these figures are no measurement");
        }
    }
}
