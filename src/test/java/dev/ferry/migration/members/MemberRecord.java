package dev.ferry.migration.members;

import dev.ferry.profile.Sensitive;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record MemberRecord(
        @NotNull String name,

        @Nullable @Size(max = 20) String email,

        @Nullable Integer age,

        @Sensitive @Nullable @Size(max = 100) String password) {}
