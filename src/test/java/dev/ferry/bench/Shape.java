package dev.ferry.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is loaded. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of.
enum Shape {
    /** Few columns and 900 bytes of {@code jsonb} in each row; a metadata record for each 30. */
    COURSES(
            "courses",
            List.of(
                    new Table(
                            "courses.course_metadata",
                            "course_code, last_period_gathered, last_period_failed, relevant_periods,"
                                    + " last_scrape_during_grace_period"),
                    new Table("courses.courses", "instance_key, course_code, data"))),
    /** Ten columns in each of two rows, with two foreign keys and six indexes. */
    USERS(
            "subscriptions",
            List.of(
                    new Table(
                            "subscriptions.users",
                            "id, user_id, faceit_player_id, faceit_nickname, last_checked_match_id, waiting_for_nickname,"
                                    + " language, notifications_enabled, total_requests, created_at, last_active_at"),
                    new Table(
                            "subscriptions.user_subscriptions",
                            "id, user_id, tier, expires_at, auto_renew, payment_method, daily_requests, last_reset_date,"
                                    + " referred_by_user_id, referral_code, referrals_count")));

    private static final int COURSES_OF_A_CODE = 30;
    private static final Path GENERATORS = Path.of("src/bench").toAbsolutePath();

    private final String profile;
    private final List<Table> tables;

    Shape(String profile, List<Table> tables) {
        this.profile = profile;
        this.tables = tables;
    }

    /**
     * A table, in foreign-key order.
     *
     * @param columns those that a source has values for
     */
    record Table(String name, String columns) {
        String withColumns() {
            return name + " (" + columns + ")";
        }

        /** Where its rows stand for COPY. */
        Path file(Path folder, String format) {
            return folder.resolve(name + "." + format);
        }
    }

    String profile() {
        return profile;
    }

    List<Table> tables() {
        return tables;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many rows come of this many records. */
    long rows(int records) {
        return this == COURSES ? records + codes(records) : 2L * records;
    }

    private static int codes(int courses) {
        return (courses + COURSES_OF_A_CODE - 1) / COURSES_OF_A_CODE;
    }

    /** A source with this many courses or users, as the command line takes it; written where it is not there yet. */
    Path generate(Target target, int records) {
        try {
            Path place = target.folder().resolve(profile + "-" + records);
            Path source = this == COURSES ? place : place.resolve("data.json");
            if (Files.exists(place)) {
                return source;
            }
            Files.createDirectories(place);
            if (this == COURSES) {
                Command.source(GENERATORS.resolve("GenerateCourses.java"), records, place, codes(records))
                        .measure(target);
            } else {
                Command.source(GENERATORS.resolve("GenerateUsers.java"), records, source)
                        .measure(target);
            }
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a source. */
    static long size(Path source) {
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
