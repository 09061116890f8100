package dev.ferry.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the figures were measured on. */
final class Machine {
    /** The part of the processor's time that others take from which on nothing can be measured. */
    private static final double BUSY = 0.1;

    private static final long A_WHILE_MILLIS = 2_000;

    private Machine() {}

    static void tell(Report report, Target target) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double busy = busy(system);
        report.line(
                "%s, %s %s, %d cores of whose time others take %.0f %%, %s MiB of memory",
                LocalDate.now(ZoneOffset.UTC),
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                100 * busy,
                Report.mebibytes(system.getTotalMemorySize()));
        report.line(
                "PostgreSQL %s with its default settings, Java %s, \\copy by %s",
                target.version(), System.getProperty("java.version"), Way.copier());
        if (busy > BUSY) {
            report.line("the machine does other work: these figures are no measurement");
        }
    }

    /** Of a while before anything is measured: the average load would still tell of Ferry's own build. */
    private static double busy(OperatingSystemMXBean system) {
        system.getCpuLoad();
        try {
            Thread.sleep(A_WHILE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return system.getCpuLoad();
    }
}
