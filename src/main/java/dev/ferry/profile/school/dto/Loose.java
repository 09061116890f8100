package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.source.RawRecord;

/**
 * A value that some V1 databases keep as a text and others as a number.
 *
 * @param text the characters of a text, anything else as it stands
 */
public record Loose(@JacksonInject(RawRecord.TEXT) String text) {
    /** As it stands, for messages. */
    @Override
    public String toString() {
        return text;
    }
}
