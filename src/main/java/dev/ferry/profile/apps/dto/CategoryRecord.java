package dev.ferry.profile.apps.dto;

import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A category as the current generation defines it.
 *
 * @param icon SVG text
 */
public record CategoryRecord(
        @NotNull(groups = KeyRule.class) @Categorical(groups = KeyRule.class)
        String name,

        @Nullable String icon) {}
