package dev.ferry.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Hibernate as most projects set it: {@code persist} in batches of 50, one transaction: {@code SHAPE URL SOURCE}. */
final class PersistEach {
    private static final int BATCH = 50;

    private final Session session;
    private int persisted;

    private PersistEach(Session session) {
        this.session = session;
    }

    /** Writes the source. */
    public static void main(String[] arguments) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(CourseRow.class)
                .addAnnotatedClass(MetadataRow.class)
                .addAnnotatedClass(UserRow.class)
                .addAnnotatedClass(SubscriptionRow.class)
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty(AvailableSettings.JAKARTA_JDBC_URL, arguments[1])
                .setProperty(AvailableSettings.JAKARTA_VALIDATION_MODE, "none")
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, Integer.toString(BATCH))
                .setProperty(AvailableSettings.ORDER_INSERTS, "true")
                .setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        Path source = Path.of(arguments[2]);
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            factory.inTransaction(session -> {
                PersistEach program = new PersistEach(session);
                switch (Shape.valueOf(arguments[0])) {
                    case COURSES -> program.courses(source);
                    case USERS -> program.users(source);
                }
            });
        }
    }

    private void courses(Path folder) {
        SourceRows.metadata(folder, this::persist);
        SourceRows.courses(folder, row -> {
            row.metadata = session.getReference(MetadataRow.class, Objects.requireNonNull(row.metadata).courseCode);
            persist(row);
        });
    }

    private void users(Path file) {
        List<UserRow> users = SourceRows.users(file);
        users.forEach(this::persist);
        users.forEach(user -> {
            user.subscription.user = session.getReference(UserRow.class, user.id);
            persist(user.subscription);
        });
    }

    private void persist(Object row) {
        session.persist(row);
        persisted++;
        if (persisted % BATCH == 0) {
            session.flush();
            session.clear();
        }
    }
}
