package dev.ferry.migration;

import dev.ferry.write.HibernateModel;
import java.sql.Connection;

/**
 * What the targets of one run share.
 *
 * @param header the run's record, and its lock
 * @param model the profile's entities
 * @param connection the one that holds the lock
 */
record RunSession(RunHeader header, MigrationOptions options, HibernateModel model, Connection connection) {}
