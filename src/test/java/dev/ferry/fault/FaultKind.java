package dev.ferry.fault;

import dev.ferry.fault.Moment.Stage;
import java.util.List;
import java.util.Random;

/** What goes wrong, and how near to a COMMIT. */
enum FaultKind {
    KILL("kill -9", Place.ANYWHERE, Stage.NOT_SENT, Stage.SENT),
    KILL_AT_COMMIT("kill -9 at COMMIT", Place.COMMIT, Stage.NOT_SENT, Stage.SENT),
    TERMINATE("SIGTERM", Place.ANYWHERE, Stage.NOT_SENT, Stage.SENT),
    INTERRUPT("SIGINT", Place.ANYWHERE, Stage.NOT_SENT, Stage.SENT),
    INTERRUPT_AT_COMMIT("SIGINT at COMMIT", Place.COMMIT, Stage.NOT_SENT, Stage.SENT),
    BACKEND("backend terminated", Place.ANYWHERE, Stage.NOT_SENT, Stage.SENT),
    BACKEND_AT_COMMIT("backend terminated at COMMIT", Place.COMMIT, Stage.NOT_SENT, Stage.SENT),
    REQUEST_LOST("request lost", Place.MESSAGE, Stage.NOT_SENT, Stage.NOT_SENT),
    REPLY_LOST("reply lost", Place.MESSAGE, Stage.UNHEARD, Stage.UNHEARD),
    COMMIT_LOST("COMMIT lost", Place.COMMIT, Stage.NOT_SENT, Stage.NOT_SENT),
    COMMIT_REPLY_LOST("reply to COMMIT lost", Place.COMMIT, Stage.UNHEARD, Stage.UNHEARD),
    COMMIT_LATE("COMMIT late, client cut off", Place.COMMIT, Stage.NOT_SENT, Stage.NOT_SENT),
    STALL("stall, then cut", Place.MESSAGE, Stage.NOT_SENT, Stage.UNHEARD),
    RESTART_FAST("server restarted", Place.ANYWHERE, Stage.SENT, Stage.SENT),
    RESTART_IMMEDIATE("server crashed", Place.ANYWHERE, Stage.SENT, Stage.SENT),
    RESTART_AT_COMMIT("server restarted at COMMIT", Place.COMMIT, Stage.SENT, Stage.SENT),
    CRASH_AT_COMMIT("server crashed at COMMIT", Place.COMMIT, Stage.SENT, Stage.SENT);

    private final String title;
    private final Place place;
    private final Stage early;
    private final Stage late;

    /** Where in a run. */
    enum Place {
        /** At a message, or at a time of any other work. */
        ANYWHERE,
        /** At a message. */
        MESSAGE,
        /** At a COMMIT. */
        COMMIT
    }

    FaultKind(String title, Place place, Stage early, Stage late) {
        this.title = title;
        this.place = place;
        this.early = early;
        this.late = late;
    }

    String title() {
        return title;
    }

    Place place() {
        return place;
    }

    /** How far the message has come that it strikes at. */
    Stage stage(Random random) {
        return random.nextBoolean() ? early : late;
    }

    /** The exit statuses of a process that this ended. */
    List<Integer> exits() {
        return switch (this) {
            case KILL, KILL_AT_COMMIT -> List.of(137);
            case TERMINATE -> List.of(143);
            case INTERRUPT, INTERRUPT_AT_COMMIT -> List.of(130);
            default -> List.of(6);
        };
    }

    /** Whether the server is away for a while, so that nobody can ask it what became of a COMMIT. */
    boolean stopsServer() {
        return switch (this) {
            case RESTART_FAST, RESTART_IMMEDIATE, RESTART_AT_COMMIT, CRASH_AT_COMMIT -> true;
            default -> false;
        };
    }
}
