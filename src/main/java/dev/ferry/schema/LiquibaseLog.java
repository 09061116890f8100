package dev.ferry.schema;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends what Liquibase has to say to the log: its warnings, and its steps at debug.
 *
 * <p>SQL, which may hold values, comes at finer levels and is dropped; errors are thrown as well and are reported
 * there.
 */
final class LiquibaseLog extends AbstractLogService {
    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Liquibase declares it
    public Logger getLog(Class source) {
        return new Slf4jLogger(LoggerFactory.getLogger(source));
    }

    @SuppressWarnings("try") // Liquibase's loggers are AutoCloseable; there is nothing to close
    private static final class Slf4jLogger extends AbstractLogger {
        private final org.slf4j.Logger logger;

        Slf4jLogger(org.slf4j.Logger logger) {
            this.logger = logger;
        }

        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable failure) {
            if (level.equals(Level.WARNING)) {
                logger.warn("{}", message);
            } else if (level.equals(Level.INFO)) {
                logger.debug("{}", message);
            }
        }
    }
}
