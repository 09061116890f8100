/**
 * The first stage: bytes of files become raw records, each with its place. Uses no other stage.
 *
 * <p>{@link Sources} opens a file or a folder as a {@link dev.ferry.source.Source}. {@code FileSource} knows which
 * {@code JsonFile} holds which {@code JsonSection}; a {@code RecordCursor} walks a section record by record over a
 * {@code RecordScanner}, which checks every byte once (grammar, UTF-8, depth) and holds no more than the record at hand. A
 * {@code JsonRecord} then answers where anything inside it stands.
 *
 * <p>There is a scanner for each {@code Notation}. That of JSON keeps the bytes as they are ({@code JsonScanner}). That of
 * TypeScript ({@code LiteralScanner}) reads the literals of a module as data, never as code: a {@code TypeScriptModule} goes
 * through its {@code ModuleStatements} to the constants, and each record is rewritten to JSON as it is read
 * ({@code JsonText}), with the places that moved ({@code PlaceMap}). So no later stage knows what the file was written in.
 *
 * <p>Files of rows are a {@code RowSection} each: CSV ({@code CsvFormat}) and JSON Lines ({@code LinesFormat}). CSV is scanned
 * over the same window for the same reasons as JSON: a record needs the byte offset it begins at, columns in code points,
 * errors of UTF-8 at their place, a limit, and which cells were quoted. A section that asks for it is taken in the order of its
 * identities, whatever file it stands in ({@code IdentityOrder}).
 *
 * <p>The scanner is our own because finding records is not what a JSON library offers: Jackson remembers every member name
 * of a file (so memory grows with a keyed section), does not check all of UTF-8, and places errors by its own buffer. What a
 * record means is left to Jackson in the next stage.
 */
@NullMarked
package dev.ferry.source;

import org.jspecify.annotations.NullMarked;
