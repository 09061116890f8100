package dev.ferry.profile.school;

import dev.ferry.profile.Reading;
import dev.ferry.profile.school.dto.ClassRecord;
import dev.ferry.profile.school.dto.ContactRecord;
import dev.ferry.profile.school.dto.ParentRecord;
import dev.ferry.profile.school.dto.SchoolRecord;
import dev.ferry.profile.school.dto.StreamRecord;
import dev.ferry.profile.school.dto.StudentRecord;
import dev.ferry.profile.school.dto.TeacherRecord;
import dev.ferry.source.Section;
import java.util.List;

/**
 * The V1 tables. Their rows are taken in the order of their identifiers, whatever form the source has, so that what several users
 * want, an e-mail address for instance, goes to the same one of them.
 */
final class Sections {
    static final Reading<SchoolRecord, SchoolRecord> SCHOOLS = Reading.records(
                    Section.list("School", "id")
                            .alsoNamed("Schools", "school", "schools")
                            .inOrderOfIdentity(),
                    SchoolRecord.class)
            .of("schools")
            .without(SchoolRecord::deleted);

    static final Reading<TeacherRecord, TeacherRecord> TEACHERS = Reading.records(
                    Section.list("Teacher", "id")
                            .alsoNamed("Teachers", "teacher", "teachers")
                            .inOrderOfIdentity(),
                    TeacherRecord.class)
            .of("teachers")
            .without(TeacherRecord::deleted);

    static final Reading<ParentRecord, ParentRecord> PARENTS = Reading.records(
                    Section.list("Parent", "id")
                            .alsoNamed("Parents", "parent", "parents")
                            .inOrderOfIdentity(),
                    ParentRecord.class)
            .of("parents")
            .without(ParentRecord::deleted);

    static final Reading<StudentRecord, StudentRecord> STUDENTS = Reading.records(
                    Section.list("Student", "id")
                            .alsoNamed("Students", "student", "students")
                            .inOrderOfIdentity(),
                    StudentRecord.class)
            .of("students")
            .without(StudentRecord::deleted);

    static final Reading<ContactRecord, ContactRecord> CONTACTS = Reading.records(
                    Section.list("EmergencyContact", "id")
                            .alsoNamed("EmergencyContacts", "emergencyContact", "emergencyContacts")
                            .alsoNamed("emergency_contact", "emergency_contacts")
                            .inOrderOfIdentity(),
                    ContactRecord.class)
            .of("emergency_contacts");

    static final Reading<ClassRecord, ClassRecord> CLASSES = Reading.records(
                    Section.list("SchoolClasses", "id")
                            .optional()
                            .alsoNamed("schoolClasses", "school_classes")
                            .inOrderOfIdentity(),
                    ClassRecord.class)
            .of("school_classes");

    static final Reading<StreamRecord, StreamRecord> STREAMS = Reading.records(
                    Section.list("Streams", "id")
                            .optional()
                            .alsoNamed("streams")
                            .inOrderOfIdentity(),
                    StreamRecord.class)
            .of("streams");

    private Sections() {}

    static List<Section> all() {
        return List.of(
                SCHOOLS.section(),
                TEACHERS.section(),
                PARENTS.section(),
                STUDENTS.section(),
                CONTACTS.section(),
                CLASSES.section(),
                STREAMS.section());
    }
}
