package dev.ferry.profile.classroom;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.classroom.dto.ScheduleExceptionRecord;
import dev.ferry.profile.classroom.dto.ScheduleRecord;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** When classes meet each week, and when not. */
final class Timetable {
    static final Section SCHEDULES = Section.list("schedules", "id");
    static final Section EXCEPTIONS = Section.list("scheduleExceptions", "id");

    private static final EntityStep<ScheduleRecord, Schedule> SCHEDULE = new EntityStep<>(
                    Keys.table("schedules", Schedule.class),
                    Reading.records(SCHEDULES, ScheduleRecord.class),
                    (dto, references) -> Stream.of(
                            new Schedule(dto, references.parent(SchoolClass.class, NaturalKey.of(dto.classId())))))
            .withParents(List.of(Keys.parent("classId", SchoolClass.class, ScheduleRecord::classId)));

    private static final EntityStep<ScheduleExceptionRecord, ScheduleException> EXCEPTION = new EntityStep<>(
                    Keys.table("schedule_exceptions", ScheduleException.class),
                    Reading.records(EXCEPTIONS, ScheduleExceptionRecord.class),
                    (dto, references) -> Stream.of(new ScheduleException(
                            dto, references.parent(Schedule.class, NaturalKey.of(dto.scheduleId())))))
            .withParents(List.of(Keys.parent("scheduleId", Schedule.class, ScheduleExceptionRecord::scheduleId)));

    private Timetable() {}

    static List<Step> steps() {
        return List.of(SCHEDULE, EXCEPTION);
    }
}
