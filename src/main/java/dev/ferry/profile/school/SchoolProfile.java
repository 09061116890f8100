package dev.ferry.profile.school;

import dev.ferry.profile.Defaults;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** A school system: separate logins of schools, teachers, parents and students become one graph of users with roles. */
public final class SchoolProfile implements Profile {
    static final String NAME = "school";

    /** Made once: a step is known by being the same. */
    private static final List<Step> STEPS = Stream.of(
                    Roles.steps(),
                    Marks.steps(),
                    Teaching.steps(),
                    Schools.steps(),
                    Staff.steps(),
                    Families.parents(),
                    Pupils.users(),
                    Classrooms.steps(),
                    Pupils.students(),
                    Families.ofStudents())
            .flatMap(List::stream)
            .toList();

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
        return "schools, whose separate logins become users with roles (a V1 PostgreSQL, JSON or CSV)";
    }

    @Override
    public List<Section> sections() {
        return Sections.all();
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                PermissionModule.class,
                Permission.class,
                Role.class,
                RolePermission.class,
                GradeSystem.class,
                Grade.class,
                Curriculum.class,
                ClassLevel.class,
                SubjectCategory.class,
                Subject.class,
                ClassYear.class,
                School.class,
                User.class,
                UserRole.class,
                SchoolAdmin.class,
                Teacher.class,
                Guardian.class,
                AcademicYear.class,
                SchoolClass.class,
                ClassStream.class,
                Student.class,
                StudentParent.class,
                EmergencyContact.class);
    }

    @Override
    public List<Step> steps() {
        return STEPS;
    }

    @Override
    public Defaults defaults() {
        return new Defaults(1_000);
    }
}
