package dev.ferry.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The original way: an {@code INSERT … ON CONFLICT} for each record, all in one transaction: {@code SHAPE URL SOURCE}. */
final class InsertEach {
    private final Connection connection;

    private InsertEach(Connection connection) {
        this.connection = connection;
    }

    /** Writes the source. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[1])) {
            connection.setAutoCommit(false);
            InsertEach program = new InsertEach(connection);
            Path source = Path.of(arguments[2]);
            switch (Shape.valueOf(arguments[0])) {
                case COURSES -> program.courses(source);
                case USERS -> program.users(source);
            }
            connection.commit();
        }
    }

    private void courses(Path folder) throws SQLException {
        try (PreparedStatement insert = insert(Shape.COURSES.tables().get(0))) {
            SourceRows.metadata(
                    folder,
                    row -> execute(
                            insert,
                            row.courseCode,
                            row.lastPeriodGathered,
                            row.lastPeriodFailed,
                            row.relevantPeriods,
                            row.lastScrapeDuringGracePeriod));
        }
        try (PreparedStatement insert = insert(Shape.COURSES.tables().get(1), "data")) {
            SourceRows.courses(
                    folder,
                    row -> execute(insert, row.instanceKey, Objects.requireNonNull(row.metadata).courseCode, row.data));
        }
    }

    private void users(Path file) throws SQLException {
        List<UserRow> users = SourceRows.users(file);
        try (PreparedStatement insert = insert(Shape.USERS.tables().get(0))) {
            for (UserRow user : users) {
                execute(
                        insert,
                        user.id,
                        user.userId,
                        user.faceitPlayerId,
                        user.faceitNickname,
                        user.lastCheckedMatchId,
                        user.waitingForNickname,
                        user.language,
                        user.notificationsEnabled,
                        user.totalRequests,
                        user.createdAt,
                        user.lastActiveAt);
            }
        }
        try (PreparedStatement insert = insert(Shape.USERS.tables().get(1), "tier")) {
            for (UserRow user : users) {
                SubscriptionRow row = user.subscription;
                execute(
                        insert,
                        row.id,
                        user.id,
                        row.tier.name(),
                        row.expiresAt,
                        row.autoRenew,
                        row.paymentMethod,
                        row.dailyRequests,
                        row.lastResetDate,
                        row.referredByUserId,
                        row.referralCode,
                        row.referralsCount);
            }
        }
    }

    /** @param cast columns of types that the driver does not know */
    private PreparedStatement insert(Shape.Table table, String... cast) throws SQLException {
        String values = Arrays.stream(table.columns().split(", ", -1))
                .map(column -> !Arrays.asList(cast).contains(column)
                        ? "?"
                        : column.equals("data") ? "?::jsonb" : "?::subscriptions.subscription_tier")
                .collect(Collectors.joining(", "));
        return connection.prepareStatement(
                "INSERT INTO " + table.withColumns() + " VALUES (" + values + ") ON CONFLICT DO NOTHING");
    }

    private static void execute(PreparedStatement insert, @Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                insert.setObject(
                        i + 1, value instanceof Instant time ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC) : value);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
