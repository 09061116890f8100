package dev.ferry.schema;

import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;

/** PostgreSQL as Liquibase sees it, with one schema whose name is taken exactly as it is. */
final class SchemaDatabase extends PostgresDatabase {
    private final SavepointConnection savepoints;

    SchemaDatabase(SavepointConnection connection, String schema) {
        this.savepoints = connection;
        setConnection(connection);
        setDefaultSchemaName(schema);
        setLiquibaseSchemaName(schema);
        setOutputDefaultSchema(true);
    }

    /** The connection, as what it is. */
    SavepointConnection savepoints() {
        return savepoints;
    }

    /** Liquibase would fold {@code COURSES} to lower case and leave {@code my schema} unquoted. */
    @Override
    public String escapeObjectName(String objectName, Class<? extends DatabaseObject> objectType) {
        return objectType == Schema.class
                ? '"' + objectName.replace("\"", "\"\"") + '"'
                : super.escapeObjectName(objectName, objectType);
    }

    @Override
    public String correctObjectName(String objectName, Class<? extends DatabaseObject> objectType) {
        return objectType == Schema.class ? objectName : super.correctObjectName(objectName, objectType);
    }

    /** Without the SET SEARCH_PATH that Liquibase adds: back at a savepoint, the path is what it was. */
    @Override
    public void rollback() throws DatabaseException {
        getConnection().rollback();
    }
}
