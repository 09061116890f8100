package dev.ferry.profile.classroom;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.classroom.dto.AttendanceRecord;
import dev.ferry.profile.classroom.dto.ClassNoteRecord;
import dev.ferry.profile.classroom.dto.MeetingRecord;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** What happens from day to day: who was there, what was done, who met whom. */
final class Diary {
    static final Section ATTENDANCE_RECORDS = Section.list("attendanceRecords", "id");
    static final Section CLASS_NOTES = Section.list("classNotes", "id");
    static final Section MEETINGS = Section.list("meetings", "id");

    private static final EntityStep<AttendanceRecord, Attendance> ATTENDANCE = new EntityStep<>(
                    Keys.table("attendance_records", Attendance.class),
                    Reading.records(ATTENDANCE_RECORDS, AttendanceRecord.class),
                    (dto, references) -> Stream.of(
                            new Attendance(dto, references.parent(SchoolClass.class, NaturalKey.of(dto.classId())))))
            .withParents(List.of(Keys.parent("classId", SchoolClass.class, AttendanceRecord::classId)));

    private static final EntityStep<AttendanceRecord.Entry, AttendanceEntry> ATTENDANCE_ENTRY = new EntityStep<
                    AttendanceRecord.Entry, AttendanceEntry>(
                    new Table<>(
                            AttendanceEntry.TABLE,
                            AttendanceEntry.class,
                            Keys.pair(
                                    "studentId",
                                    new KeyAttribute<>("attendance", AttendanceEntry::attendance),
                                    new KeyAttribute<>("student", AttendanceEntry::student))),
                    Reading.parts(ATTENDANCE_RECORDS, AttendanceRecord.class, AttendanceRecord::entries),
                    (dto, references) -> Stream.of(new AttendanceEntry(
                            dto,
                            references.parent(Attendance.class, NaturalKey.of(dto.recordId())),
                            references.parent(
                                    Student.class, NaturalKey.of(dto.mark().studentId())))))
            .withParents(List.of(
                    Keys.parent("", Attendance.class, AttendanceRecord.Entry::recordId),
                    Keys.parent("studentId", Student.class, dto -> dto.mark().studentId())));

    private static final EntityStep<ClassNoteRecord, ClassNote> CLASS_NOTE = new EntityStep<>(
                    Keys.table("class_notes", ClassNote.class),
                    Reading.records(CLASS_NOTES, ClassNoteRecord.class),
                    (dto, references) -> Stream.of(
                            new ClassNote(dto, references.parent(SchoolClass.class, NaturalKey.of(dto.classId())))))
            .withParents(List.of(Keys.parent("classId", SchoolClass.class, ClassNoteRecord::classId)));

    private static final EntityStep<MeetingRecord, Meeting> MEETING = new EntityStep<>(
            Keys.table("meetings", Meeting.class),
            Reading.records(MEETINGS, MeetingRecord.class),
            (dto, references) -> Stream.of(new Meeting(dto)));

    private Diary() {}

    static List<Step> steps() {
        return List.of(ATTENDANCE, ATTENDANCE_ENTRY, CLASS_NOTE, MEETING);
    }
}
