package dev.ferry.profile.classroom.dto;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Something that begins and ends on one day. */
interface Timed {
    @Nullable
    LocalTime startTime();

    @Nullable
    LocalTime endTime();
}
