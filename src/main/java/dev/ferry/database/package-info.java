/**
 * Where the rows go: which database ({@link dev.ferry.database.DatabaseUrl}), how to connect
 * ({@link dev.ferry.database.Database}), who may change it now ({@link dev.ferry.database.AdvisoryLock}), and what its
 * failures mean ({@link dev.ferry.database.SqlFailure}). Where nobody names a database, it is the embedded PostgreSQL
 * ({@link dev.ferry.database.EmbeddedServer}).
 */
@NullMarked
package dev.ferry.database;

import org.jspecify.annotations.NullMarked;
