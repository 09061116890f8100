package dev.ferry.profile.apps.dto;

import org.jspecify.annotations.Nullable;

/** The description of an app of the early generation, in both languages. */
public record Description(@Nullable String en, @Nullable String ar) {}
