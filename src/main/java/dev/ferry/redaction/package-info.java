/**
 * Keeps secrets out of every text that leaves the process: standard output and error, log, report files, notifications. One
 * {@link dev.ferry.redaction.Redactor} of a command knows the secrets of that process and is the only one that masks.
 *
 * <p>Values of records that are secret are another matter: there are as many as there are people, and they are known by their
 * field and not by their text, so {@code migration} conceals them where it reads them. Files that hold data to be read again,
 * rejects and conversions, are not redacted: a mask in them would be a change of the data.
 */
@NullMarked
package dev.ferry.redaction;

import org.jspecify.annotations.NullMarked;
