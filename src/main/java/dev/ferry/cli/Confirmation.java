package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.RollbackSettings;
import dev.ferry.failure.RefusalException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The yes without which nothing that is there is taken away or replaced. */
final class Confirmation {
    private final Invocation invocation;

    Confirmation(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Writes a plan for a person. */
    @FunctionalInterface
    interface Plan {
        void write(Renderer text) throws IOException;
    }

    /**
     * Shows a plan and asks, unless {@code --yes} is given.
     *
     * @param what is to be done: "a rollback"
     * @param question what to ask: "Take this back?"
     * @param otherwise what is then the case: "nothing was taken back"
     * @throws RefusalException where nobody says yes
     */
    void require(Plan plan, String what, String question, String otherwise) throws IOException {
        if (invocation.settings().on(RollbackSettings.YES)) {
            return;
        }
        StringBuilder text = new StringBuilder();
        Style style =
                Invocation.style(invocation.settings().get(Catalog.COLOR), Terminal.Stream.ERR, invocation.session());
        plan.write(invocation.stages().text(text, style));
        invocation.messages().line(text.toString().stripTrailing());
        if (!invocation.session().terminal().canAsk()) {
            throw new RefusalException(
                    what + " is not done without a yes, and there is no terminal to ask at", "Add --yes.");
        }
        invocation.messages().question(question + " [y/N] ");
        if (!invocation.cancellation().idle(this::saidYes)) {
            throw new RefusalException("not confirmed; " + otherwise, null);
        }
    }

    private boolean saidYes() {
        try {
            String answer = new BufferedReader(
                            new InputStreamReader(invocation.session().in(), StandardCharsets.UTF_8))
                    .readLine();
            return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
