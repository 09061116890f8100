package dev.ferry.migration.library;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

record BookRecord(
        @NotNull String isbn,
        @Nullable String shelfMark,
        @NotNull String title,
        @Nullable String publisher,
        @Nullable Genre genre,
        @Nullable @PositiveOrZero BigDecimal price,
        @Nullable List<@NotNull String> topics,
        @Nullable List<@NotNull String> reviews) {}
