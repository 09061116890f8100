package dev.ferry.profile.classroom;

import dev.ferry.profile.Defaults;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** The mock data of a class register's frontend: eleven lists, in any order, in a TypeScript module or a JSON document. */
public final class ClassroomProfile implements Profile {
    static final String NAME = "classroom";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "a class register: the mock data of a frontend (.ts or .json)";
    }

    @Override
    public List<Section> sections() {
        return List.of(
                Register.STUDENTS,
                Register.CLASSES,
                Timetable.SCHEDULES,
                Timetable.EXCEPTIONS,
                Grading.TESTS,
                Grading.RESULTS,
                Grading.ASSIGNMENTS,
                Grading.SUBMISSIONS,
                Diary.ATTENDANCE_RECORDS,
                Diary.CLASS_NOTES,
                Diary.MEETINGS);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                User.class,
                Student.class,
                SchoolClass.class,
                Enrollment.class,
                Schedule.class,
                ScheduleException.class,
                Test.class,
                TestResult.class,
                Assignment.class,
                Submission.class,
                Attendance.class,
                AttendanceEntry.class,
                ClassNote.class,
                Meeting.class);
    }

    @Override
    public List<Step> steps() {
        return Stream.of(Register.steps(), Timetable.steps(), Grading.steps(), Diary.steps())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Defaults defaults() {
        return new Defaults(1_000);
    }
}
