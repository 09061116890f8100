package dev.ferry.write;

import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** A profile's entities in one schema, as Hibernate understands them. Needs no database until a session is opened. */
public final class HibernateModel implements AutoCloseable {
    /** Statements keep to what the oldest server that Ferry knows understands. */
    private static final String OLDEST_POSTGRESQL = "14";

    private final CompletableFuture<Mapping> mapping;

    /**
     * Begins to read the mapping of a profile's entities. That takes about half a second, in which the caller can connect to
     * the database; the first method that needs it waits, and throws what went wrong.
     */
    public HibernateModel(Profile profile, String schema) {
        mapping = CompletableFuture.supplyAsync(() -> read(profile, schema), HibernateModel::startThread);
    }

    private static void startThread(Runnable reading) {
        Thread thread = new Thread(reading, "ferry-mapping");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param session for what needs the mapping only */
    private record Mapping(SessionFactory factory, StatelessSession session, Map<Class<?>, EntityTable<?>> tables) {}

    private static Mapping read(Profile profile, String schema) {
        Properties settings = new Properties();
        // The connection is ours: Hibernate is told what it would ask the database at its start.
        settings.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, "false");
        settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL");
        settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, OLDEST_POSTGRESQL);
        settings.put(AvailableSettings.CONNECTION_PROVIDER, new NoConnections());
        settings.put(AvailableSettings.DEFAULT_SCHEMA, schema);
        settings.put(AvailableSettings.GLOBALLY_QUOTED_IDENTIFIERS, "true");
        // The DTOs are validated already, and their places are known there.
        settings.put(AvailableSettings.JAKARTA_VALIDATION_MODE, "none");
        settings.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        // Dates and times of day go to the driver as they are: as java.sql.Date and Time a time zone would move them.
        settings.put(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, "true");
        // As java.sql.Timestamp a point in time before 1582 would go through the Julian calendar.
        settings.put(MappingSettings.PREFERRED_INSTANT_JDBC_TYPE, "TIMESTAMP_WITH_TIMEZONE");
        settings.put(AvailableSettings.ORDER_INSERTS, "true");
        // The server's messages hold values of rows; what becomes of a failure is ours to say.
        settings.put(JdbcSettings.LOG_JDBC_ERRORS, "false");
        settings.put(JdbcSettings.LOG_JDBC_WARNINGS, "false");
        // The profile may be in a jar of somebody else's.
        BootstrapServiceRegistry loading = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(profile.getClass().getClassLoader())
                .build();
        Configuration configuration = new Configuration(loading);
        profile.entities().forEach(configuration::addAnnotatedClass);
        configuration.addProperties(settings);
        SessionFactory factory = configuration.buildSessionFactory(new StandardServiceRegistryBuilder(loading)
                .applySettings(settings)
                .build());
        Map<Class<?>, EntityTable<?>> tables = new HashMap<>();
        for (Step step : profile.steps()) {
            tables.computeIfAbsent(step.table().entity(), entity -> table(factory, step.table(), schema));
        }
        return new Mapping(factory, factory.openStatelessSession(), tables);
    }

    private static <E> EntityTable<E> table(SessionFactory factory, Table<E> table, String schema) {
        EntityPersister persister = factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(table.entity());
        return new EntityTable<>(table, persister, schema);
    }

    private Mapping mapping() {
        try {
            return mapping.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // Nothing else is thrown by what declares no checked exception.
            throw (RuntimeException) e.getCause();
        }
    }

    @SuppressWarnings("unchecked") // The map's values are tables of their keys' entities: see read.
    <E> EntityTable<E> table(Class<E> entity) {
        EntityTable<?> table = mapping().tables().get(entity);
        if (table == null) {
            throw new IllegalArgumentException("no step fills " + entity.getSimpleName());
        }
        return (EntityTable<E>) table;
    }

    /** Whether an entity's natural key is its identifier, so that a parent's identifier needs no lookup. */
    public boolean naturalKeyIsIdentifier(Class<?> entity) {
        return table(entity).naturalKeyIsIdentifier();
    }

    /** The identifier of a row that was written. */
    public <E> Object identifier(Class<E> entity, E row) {
        return table(entity).identifier(row, mappingSession());
    }

    /** The columns of an entity's primary key. */
    public List<String> identifierColumns(Class<?> entity) {
        return table(entity).identifierColumns().stream().map(Column::name).toList();
    }

    /** The columns of an entity's natural key; none where the ledger keeps it. */
    public List<String> naturalKeyColumns(Class<?> entity) {
        return table(entity).naturalKeyColumns().stream().map(Column::name).toList();
    }

    /** The columns of an entity's table that a mapping gives values, by name; of others, no source says what they hold. */
    public List<String> mappedColumns(Class<?> entity) {
        return table(entity).mappedColumns().stream().map(Column::name).toList();
    }

    /**
     * Those of them that two runs of one source give the same values, whatever the order and number of its batches. Identifiers
     * from sequences to which a foreign key refers may still differ between two databases.
     */
    public List<String> stableColumns(Class<?> entity) {
        return table(entity).stableColumns().stream().map(Column::name).toList();
    }

    /** The column in which an attribute stands. */
    public String column(Class<?> entity, String attribute) {
        return table(entity).column(attribute).name();
    }

    /** The columns of an entity's table that name rows of other tables. */
    public List<ForeignKey> foreignKeys(Class<?> entity) {
        return table(entity).foreignKeys();
    }

    /** A session on a connection whose transaction is the caller's. The caller closes it; the connection stays open. */
    StatelessSession session(Connection connection) {
        StatelessSession session = mapping()
                .factory()
                .withStatelessOptions()
                .connection(connection)
                .openStatelessSession();
        // Hibernate sends batches only where it knows of a transaction; ours is open, and it never gets to end it.
        session.beginTransaction();
        return session;
    }

    /** A session that only binds and reads values, and leaves the connection's transaction alone. The caller closes it. */
    StatelessSession readingSession(Connection connection) {
        return mapping().factory().withStatelessOptions().connection(connection).openStatelessSession();
    }

    /** The session for what needs the mapping only: it has no connection. */
    SharedSessionContractImplementor mappingSession() {
        return mapping().session().unwrap(SharedSessionContractImplementor.class);
    }

    /** Waits for a mapping that is still being read; that it could not be read is told to those who need it. */
    @Override
    public void close() {
        @Nullable Mapping read = mapping.handle((done, failure) -> done).join();
        if (read != null) {
            read.session().close();
            read.factory().close();
        }
    }
}
