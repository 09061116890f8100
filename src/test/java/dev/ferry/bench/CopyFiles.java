package dev.ferry.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** What {@code psql} would do, by the driver: COPY of a shape's files in one transaction: {@code SHAPE URL FORMAT}. */
final class CopyFiles {
    private CopyFiles() {}

    /** Writes the files of the working directory. */
    public static void main(String[] arguments) throws SQLException, IOException {
        String format = arguments[2];
        try (Connection connection = DriverManager.getConnection(arguments[1])) {
            connection.setAutoCommit(false);
            for (Shape.Table table : Shape.valueOf(arguments[0]).tables()) {
                try (InputStream file = Files.newInputStream(table.file(Path.of(""), format))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table.withColumns() + " FROM STDIN (FORMAT " + format + ")", file);
                }
            }
            connection.commit();
        }
    }
}
