/**
 * Where the rows go: connection settings, the embedded PostgreSQL, the advisory lock, the meaning of SQL failures.
 */
@NullMarked
package dev.ferry.database;

import org.jspecify.annotations.NullMarked;
