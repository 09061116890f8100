package dev.ferry.profile.apps.dto;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.profile.KeyRule;
import dev.ferry.source.RawRecord;
import jakarta.validation.constraints.Pattern;

/**
 * A category as the early generation defines it: a member of an object.
 *
 * @param name the member's name
 * @param icon the member's value, SVG text
 */
public record CategoryIcon(
        @JacksonInject(RawRecord.KEY) @Categorical(groups = KeyRule.class)
        String name,

        @JacksonInject(RawRecord.TEXT)
        @Pattern(regexp = "\\s*(<.*)?", flags = Pattern.Flag.DOTALL, message = "must be SVG text, which begins with <")
        String icon) {}
