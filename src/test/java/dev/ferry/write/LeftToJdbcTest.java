package dev.ferry.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.schema.SchemaOwner;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.SecondaryTable;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What COPY leaves to JDBC, and that no table of a profile is among it. */
@NullMarked
class LeftToJdbcTest {
    @MappedSuperclass
    static class Base {
        @Id
        @Nullable
        Long id;

        @Nullable
        String text;
    }

    @Entity(name = "notes")
    static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Nullable
        String text;
    }

    @Entity(name = "notes")
    static class Called extends Base {
        @PrePersist
        void called() {}
    }

    @Entity(name = "notes")
    static class Collecting extends Base {
        @ElementCollection
        List<String> words = new ArrayList<>();
    }

    @Entity(name = "notes")
    static class Stamped extends Base {
        @CreationTimestamp
        @Nullable
        Instant created;
    }

    @Entity(name = "notes")
    static class GivenByDatabase extends Base {
        @Generated
        @Nullable
        String given;
    }

    @Entity(name = "notes")
    static class Transformed extends Base {
        @ColumnTransformer(write = "upper(?)")
        @Nullable
        String shouted;
    }

    @Entity(name = "notes")
    @DynamicInsert
    static class Dynamic extends Base {}

    @Entity(name = "notes")
    @SecondaryTable(name = "more_notes")
    static class InTwoTables extends Base {
        @Column(table = "more_notes")
        @Nullable
        String more;
    }

    @Entity(name = "notes")
    static class Host extends Base {
        @Nullable
        InetAddress host;
    }

    private static final String HOSTS = "CREATE TABLE notes (id bigint PRIMARY KEY, text text, host inet, version text,"
            + " created timestamptz, given text, shouted text)";

    static Stream<Class<?>> leftToJdbc() {
        return Stream.of(
                Identity.class,
                Called.class,
                Collecting.class,
                Stamped.class,
                GivenByDatabase.class,
                Transformed.class,
                Dynamic.class,
                InTwoTables.class,
                Host.class);
    }

    @ParameterizedTest
    @MethodSource
    void leftToJdbc(Class<?> entity) throws SQLException {
        try (WriterTrial<?> trial = new WriterTrial<>(WriterChoice.COPY, entity, "notes", HOSTS)) {
            assertThat(trial.ways().insert()).isEmpty();
        }
    }

    @Test
    void every_table_of_every_profile_is_copied_into() throws SQLException {
        for (Profile profile : Profiles.all()) {
            Database database = TestPostgres.at(TestPostgres.newDatabase());
            new SchemaOwner(database, profile, profile.name()).update();
            try (HibernateModel model = new HibernateModel(profile, profile.name());
                    Connection connection = database.connect("test")) {
                CopyTables tables = new CopyTables(connection);
                for (Class<?> entity : profile.entities()) {
                    assertThat(tables.of(model.table(entity)).insert())
                            .as(entity.getName())
                            .isPresent();
                }
            }
        }
    }

    @Test
    void a_type_whose_binary_form_is_not_known_is_written_by_jdbc() throws Exception {
        Host host = new Host();
        host.id = 1L;
        host.host = InetAddress.getByName("192.0.2.1");
        try (WriterTrial<Host> trial = new WriterTrial<>(WriterChoice.COPY, Host.class, "notes", HOSTS)) {
            assertThat(trial.insert(host)).isEmpty();
            assertThat(DatabaseDump.value(trial.url, "SELECT host::text FROM courses.notes"))
                    .isEqualTo("192.0.2.1/32");
        }
    }
}
