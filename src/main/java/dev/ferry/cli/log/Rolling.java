package dev.ferry.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.TriggeringPolicy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Follows a full log file by a new one and keeps three predecessors: {@code ferry.log.1} is the youngest. Unlike Logback's own
 * policies it looks at every event, and takes a folder's name as it is, percent signs included.
 */
final class Rolling extends RollingPolicyBase implements TriggeringPolicy<ILoggingEvent> {
    private static final long FULL = 20 << 20;
    private static final int KEPT = 5;

    private final Path file;

    Rolling(Path file) {
        this.file = file;
    }

    @Override
    public boolean isTriggeringEvent(File active, ILoggingEvent event) {
        return active.length() >= FULL;
    }

    @Override
    public void rollover() throws RolloverFailure {
        try {
            for (int i = KEPT - 1; i >= 0; i--) {
                if (Files.exists(numbered(i))) {
                    Files.move(numbered(i), numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new RolloverFailure("the log file stays as it is", e);
        }
    }

    @Override
    public String getActiveFileName() {
        return file.toString();
    }

    private Path numbered(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }
}
