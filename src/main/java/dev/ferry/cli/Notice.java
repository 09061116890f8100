package dev.ferry.cli;

import dev.ferry.cli.setting.NotifySettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.notify.Delivery;
import dev.ferry.notify.Webhook;
import dev.ferry.redaction.RedactedJson;
import dev.ferry.redaction.Redactor;
import dev.ferry.report.Attempt;
import dev.ferry.report.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a web hook how a command ended, where one is asked for. It gathers what there is to tell while the command runs, and
 * sends it once, after the result is printed; the exit code stays whatever becomes of it.
 */
final class Notice {
    private static final Logger LOG = LoggerFactory.getLogger(Notice.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Less after an interrupt: the process is given ten seconds, and looking at what is left may have taken six. */
    private static final Duration LIMIT_WHEN_INTERRUPTED = Duration.ofSeconds(2);

    private final Optional<URI> address;
    private final Redactor redactor;
    private final Messages messages;
    private Optional<String> target = Optional.empty();
    private Optional<Notification> notification = Optional.empty();
    private boolean begun;

    private Notice(Optional<URI> address, Redactor redactor, Messages messages) {
        this.address = address;
        this.redactor = redactor;
        this.messages = messages;
    }

    /**
     * What a command's settings ask for; nothing where the command knows no web hook.
     *
     * @throws UsageException where the address is none
     */
    static Notice of(Command command, Settings settings, Redactor redactor, Messages messages) {
        Optional<URI> address = NotifySettings.NOTIFY.belongsTo(command.name())
                ? settings.value(NotifySettings.NOTIFY)
                : Optional.empty();
        return new Notice(address, redactor, messages);
    }

    /** The work begins; a mistake in the command line is not told before. */
    void begin() {
        begun = true;
    }

    /** The work begins in this database. */
    void begin(String description) {
        begin();
        target = Optional.of(description);
    }

    /** The command ended like this. */
    void ended(Notification ending) {
        notification = Optional.of(ending);
    }

    /** The command failed. */
    void failed(Attempt attempt, FerryException failure) {
        if (begun || !(failure instanceof UsageException)) {
            notification = Optional.of(Notification.ofFailure(attempt, target, failure));
        }
    }

    /** Sends what there is to tell; a failure to do so is a warning. */
    void send(ExitCode exitCode, Cancellation cancellation) {
        if (address.isEmpty() || notification.isEmpty()) {
            return;
        }
        boolean interrupted = cancellation.isRequested();
        if (interrupted) {
            // The interrupt has done its work; the message must not stumble over it.
            Thread.interrupted();
        }
        Webhook webhook = new Webhook(address.get(), interrupted ? LIMIT_WHEN_INTERRUPTED : LIMIT);
        if (webhook.post(document(notification.get(), exitCode)) instanceof Delivery.Undelivered undelivered) {
            String warning = "the notification to " + webhook.shown() + " was not delivered: " + undelivered.reason();
            LOG.warn("{}", warning);
            messages.warning(warning);
        } else {
            LOG.info("notified {}", webhook.shown());
        }
    }

    private String document(Notification ending, ExitCode exitCode) {
        StringBuilder document = new StringBuilder();
        try (RedactedJson json = redactor.json(document)) {
            ending.write(json, exitCode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document.toString();
    }
}
