package dev.ferry.profile;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The passwords of a table's rows. What must be hashed or generated is, before the run's transaction; the mapping sets what
 * needs neither, a {@link Password.Hashed} or {@link Password.Digest}, by itself.
 *
 * <p>A row that has a hash already keeps it where the source's plain text matches it, or where the source has none.
 *
 * @param attribute the entity's attribute that holds the hash, as JPA knows it
 * @param password what the source says
 * @param give sets a hash that was made or kept
 * @param login what a person logs in with, of a row that is written
 * @param loginAttribute the entity's attribute that holds that, as JPA knows it
 */
public record Passwords<D extends Record, E>(
        String attribute,
        Function<D, Password> password,
        BiConsumer<E, String> give,
        Function<E, String> login,
        String loginAttribute) {}
