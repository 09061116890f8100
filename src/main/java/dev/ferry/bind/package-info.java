/**
 * The second stage: a raw record's bytes become a DTO, or a list of what is wrong with them.
 *
 * <p>{@link Binder} binds with Jackson, but reads scalars and containers strictly ({@code StrictScalar},
 * {@code StrictContainer}, {@code RecordDeserializer}): a value of the wrong kind is noted in {@code Findings} and left out,
 * and binding goes on. What binding cannot see is found before it: {@code Suspicion} looks over the bytes of each record,
 * and only where something may be off does {@code Inspection} go through its tokens.
 */
@NullMarked
package dev.ferry.bind;

import org.jspecify.annotations.NullMarked;
