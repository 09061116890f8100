package dev.ferry.profile.classroom.dto;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something that has a score out of a highest one. */
interface Scored {
    @Nullable
    BigDecimal score();

    @Nullable
    BigDecimal maxScore();
}
