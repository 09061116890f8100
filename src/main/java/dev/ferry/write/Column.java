package dev.ferry.write;

import org.hibernate.metamodel.mapping.JdbcMapping;

/**
 * A column that an entity writes.
 *
 * @param name the name as the catalog has it
 * @param sql the name as SQL statements write it, quoted
 * @param mapping how Hibernate binds and reads its values
 */
record Column(String name, String sql, JdbcMapping mapping) {}
