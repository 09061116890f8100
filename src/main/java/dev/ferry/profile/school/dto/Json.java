package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.source.RawRecord;

/**
 * A value of any kind, kept as JSON.
 *
 * @param text the value as it stands
 */
public record Json(@JacksonInject(RawRecord.PAYLOAD) String text) {
    /** As it stands, for messages. */
    @Override
    public String toString() {
        return text;
    }
}
