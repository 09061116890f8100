package dev.ferry.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import dev.ferry.cli.setting.FileProblem;
import dev.ferry.cli.setting.LogLevel;
import dev.ferry.redaction.Redactor;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Where log events go while a command runs; {@link #close} puts back what was there before.
 *
 * <p>A file that cannot be written, now or later, never fails the command. It rolls at 20 MB and keeps five predecessors.
 */
public final class Log implements AutoCloseable {
    /** Quotes rows in its messages. */
    private static final String QUOTES_ROWS = "org.hibernate.orm.jdbc";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = context.getLogger("dev.ferry");
    private final Level rootBefore = root.getLevel();
    private final @Nullable Level ownBefore = own.getLevel();
    private final List<Appender<ILoggingEvent>> before = new ArrayList<>();
    private final List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    private final Redactor redactor;
    private final StatusListener losses = this::note;
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private String loss = "";
    private Optional<String> problem = Optional.empty();

    private Log(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Sends the events of this level and above to nowhere yet. */
    public static Log at(LogLevel level, Redactor redactor) {
        Log log = new Log(redactor);
        log.root.iteratorForAppenders().forEachRemaining(log.before::add);
        log.before.forEach(log.root::detachAppender);
        log.own.setLevel(Level.toLevel(level.name()));
        // Libraries tell little that a user of ours can act on.
        log.root.setLevel(Level.WARN);
        log.context.getLogger(QUOTES_ROWS).setLevel(Level.OFF);
        return log;
    }

    /** As {@link #toFile}, in a folder that is made where it is not there. */
    public Log toFileInOwnFolder(Path file) {
        try {
            OwnerOnlyFile.createFolder(file);
        } catch (IOException e) {
            problem = Optional.of("the log file " + file + " cannot be written: " + FileProblem.of(e));
            return this;
        }
        return toFile(file);
    }

    /** Sends events to a file as well; {@link #problem} says why not, where it cannot be. */
    public Log toFile(Path file) {
        try {
            OwnerOnlyFile.create(file);
            if (!Files.isWritable(file) || Files.isDirectory(file)) {
                throw new IOException(Files.isDirectory(file) ? "it is a folder" : "permission denied");
            }
        } catch (IOException e) {
            problem = Optional.of("the log file " + file + " cannot be written: " + FileProblem.of(e));
            return this;
        }
        OwnerOnlyFile appender = new OwnerOnlyFile();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder());
        Rolling rolling = new Rolling(file);
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.start();
        appender.setRollingPolicy(rolling);
        context.getStatusManager().add(losses);
        loss = "the log file " + file + " is incomplete: ";
        add(appender);
        return this;
    }

    /** Sends events to a stream as well, which is not closed. */
    public Log toStream(OutputStream stream) {
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder());
        appender.setOutputStream(new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
        add(appender);
        return this;
    }

    /** Why the file is not written. */
    public Optional<String> problem() {
        return problem;
    }

    /** Why the file lacks events, where it does by now. */
    public Optional<String> loss() {
        return lost.stream().findFirst().map(reason -> loss + reason);
    }

    private void note(Status status) {
        if (status.getLevel() == Status.ERROR) {
            lost.add(status.getThrowable() instanceof IOException e ? FileProblem.of(e) : status.getMessage());
        }
    }

    @Override
    public void close() {
        context.getStatusManager().remove(losses);
        appenders.forEach(appender -> {
            root.detachAppender(appender);
            appender.stop();
        });
        before.forEach(root::addAppender);
        root.setLevel(rootBefore);
        own.setLevel(ownBefore);
        context.getLogger(QUOTES_ROWS).setLevel(null);
    }

    private LineEncoder encoder() {
        LineEncoder encoder = new LineEncoder(redactor);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private void add(Appender<ILoggingEvent> appender) {
        LibraryEvents filter = new LibraryEvents();
        filter.start();
        appender.addFilter(filter);
        appender.start();
        appenders.add(appender);
        root.addAppender(appender);
    }
}
