/**
 * What a profile's tables held, as one archive, and back into tables.
 *
 * <p>An archive is a zip file. A {@code DatabaseBackup} writes it: for each table an entry of JSON Lines in the order of the
 * primary key, one for the identity map, and last {@code manifest.json}, which names every entry with its length and SHA-256.
 * The zip's comment, its last bytes, holds the SHA-256 of all bytes before (the {@code Seal}), so that no byte is without a
 * checksum. An {@code Archive} is believed only as far as it was checked; a {@code TableRestore} puts a table's rows back.
 */
@NullMarked
package dev.ferry.backup;

import org.jspecify.annotations.NullMarked;
