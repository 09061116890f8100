package dev.ferry.cli;

import dev.ferry.cli.log.Log;
import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.ColorMode;
import dev.ferry.cli.setting.Level;
import dev.ferry.cli.setting.SecretArguments;
import dev.ferry.cli.setting.Setting;
import dev.ferry.cli.setting.SettingReader;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.profile.Profile;
import dev.ferry.redaction.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From words to an exit status: parses, reads settings, logs, runs the command, and explains what went wrong. */
final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final Session session;
    private final Stages stages;
    private final Cancellation cancellation;
    private final Redactor redactor = new Redactor();
    private final Output output;
    private final Messages messages;
    private final Failure failure;
    private final List<String> words;

    Execution(List<String> words, Session session, Stages stages, Cancellation cancellation) {
        this.words = List.copyOf(words);
        this.session = session;
        this.stages = stages;
        this.cancellation = cancellation;
        output = new Output(session.out(), redactor);
        messages = new Messages(session.err(), redactor);
        failure = new Failure(stages, output, messages, Set.copyOf(words));
    }

    /** Does what the words say; whatever goes wrong is explained and becomes an exit code. */
    ExitCode run() {
        redactor.learn(session.environment(), words);
        SecretArguments.in(words).forEach(this::learn);
        messages.dress(Invocation.style(ColorMode.AUTO, Terminal.Stream.ERR, session));
        cancellation.begin();
        try {
            ExitCode code = perform();
            output.flush();
            return code;
        } catch (Exception | Error e) {
            // Whatever is thrown from here the JVM would print as it is.
            return failure.tell(e);
        } finally {
            output.end();
        }
    }

    private ExitCode perform() throws IOException {
        CommandTree tree = Commands.tree();
        words.stream().findFirst().filter(tree::knows).ifPresent(failure::of);
        Request request = tree.parse(words, Invocation.style(ColorMode.AUTO, Terminal.Stream.OUT, session));
        if (request instanceof Request.Answer answer) {
            output.append(answer.text());
            return ExitCode.DONE;
        }
        Request.Call call = (Request.Call) request;
        failure.of(call.command().name());
        SettingReader reader = new SettingReader(session.folder(), session.environment());
        Settings settings = reader.read(call.options());
        redactor.publish(stages.profiles(List.of()).stream().map(Profile::name).toList())
                .learn(settings.environment(), settings.texts(Setting.Trait.SENSITIVE));
        settings.texts(Setting.Trait.SECRET).forEach(this::learn);
        failure.as(settings);
        if (settings.on(Catalog.QUIET) && settings.on(Catalog.VERBOSE)) {
            throw new UsageException("--quiet and --verbose contradict each other", "Keep one of them.");
        }
        messages.dress(Invocation.style(settings.get(Catalog.COLOR), Terminal.Stream.ERR, session));
        reader.warnings().forEach(messages::warning);
        Notice notice = Notice.of(call.command(), settings, redactor, messages);
        failure.heardBy(notice);
        Invocation invocation = new Invocation(
                settings, call.argument(), stages, session, output, messages, failure, redactor, cancellation, notice);
        return logged(call.command(), invocation);
    }

    /** Learns the value of a setting that is a secret as a whole. */
    private void learn(String secret) {
        if (secret.startsWith("http://") || secret.startsWith("https://")) {
            redactor.webAddress(secret);
        } else {
            redactor.secret(secret);
        }
    }

    private ExitCode logged(Command command, Invocation invocation) throws IOException {
        Settings settings = invocation.settings();
        Path file = invocation.path(settings.get(Catalog.LOG_FILE));
        try (Log log = Log.at(settings.get(Catalog.LOG_LEVEL), redactor)) {
            if (settings.find(Catalog.LOG_FILE).stream()
                    .anyMatch(found -> found.entry().level() == Level.DEFAULT)) {
                log.toFileInOwnFolder(file);
            } else {
                log.toFile(file);
            }
            log.problem().ifPresent(messages::warning);
            if (settings.on(Catalog.VERBOSE)) {
                log.toStream(session.err());
            }
            long start = System.nanoTime();
            // The texts of a filter may be secret.
            String call = String.join(" ", words).replaceAll("'[^']*'", "'…'");
            LOG.info("begin: ferry {} (user {}, host {})", call, user(), host());
            ExitCode code = run(command, invocation);
            LOG.info("end: {}, {}, exit {}, {} ms", command.name(), code, code.status(), millisSince(start));
            invocation.notice().send(code, cancellation);
            if (log.problem().isEmpty()) {
                log.loss().ifPresent(messages::warning);
            }
            return code;
        }
    }

    private ExitCode run(Command command, Invocation invocation) {
        try {
            ExitCode code = command.run(invocation);
            output.flush();
            return code;
        } catch (FerryException e) {
            LOG.error("failed", e);
            return failure.tell(e);
        } catch (Exception | Error e) {
            LOG.error("failed unexpectedly", e);
            return failure.tell(e);
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static String user() {
        return System.getProperty("user.name", "unknown");
    }

    /** From the environment, where the launcher puts it: asking the network for it may take seconds. */
    private String host() {
        String host = session.environment()
                .getOrDefault("HOSTNAME", session.environment().get("COMPUTERNAME"));
        return host == null ? "unknown" : host.toLowerCase(Locale.ROOT);
    }
}
