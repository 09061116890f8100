package dev.ferry.cli;

import java.util.Optional;

/** Which Ferry this is, and on what it runs. */
final class Version {
    private Version() {}

    /** One line for people and for reports of bugs. */
    static String text() {
        return "Ferry " + number() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ")\n";
    }

    /** The version of the jar; outside of one it is not known. */
    private static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
