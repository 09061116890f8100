package dev.ferry.profile.courses;

import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.profile.courses.dto.CourseRecord;
import dev.ferry.profile.courses.dto.MetadataRecord;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** Course evaluations ({@code data.json}) and their metadata ({@code metadata.json}), both keyed by natural key. */
public final class CoursesProfile implements Profile {
    private static final Section METADATA = Section.keyed("metadata");
    private static final Section DATA = Section.keyed("data");

    private static final EntityStep<MetadataRecord, CourseMetadata> COURSE_METADATA = new EntityStep<>(
            new Table<>(
                    "course_metadata",
                    CourseMetadata.class,
                    new UniqueKey<>("", List.of(new KeyAttribute<>("courseCode", CourseMetadata::courseCode)))),
            Reading.records(METADATA, MetadataRecord.class),
            (dto, references) -> Stream.of(new CourseMetadata(
                    dto.courseCode(),
                    dto.lastPeriodGathered(),
                    Boolean.TRUE.equals(dto.lastPeriodFailed()),
                    dto.relevantPeriods(),
                    dto.lastScrapeDuringGracePeriod())));

    private static final EntityStep<CourseRecord, Course> COURSES = new EntityStep<>(
                    new Table<>(
                            "courses",
                            Course.class,
                            new UniqueKey<>("", List.of(new KeyAttribute<>("instanceKey", Course::instanceKey)))),
                    Reading.records(DATA, CourseRecord.class),
                    (dto, references) -> Stream.of(new Course(
                            dto.instanceKey(),
                            references.parent(
                                    CourseMetadata.class,
                                    NaturalKey.of(dto.courseCode().orElseThrow())),
                            dto.payload())))
            .withParents(List.of(
                    Parent.one("", CourseMetadata.class, dto -> dto.courseCode().map(NaturalKey::of))))
            .withUnknownFieldsKeptIn("data");

    @Override
    public String name() {
        return "courses";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "course evaluations (data.json) and their metadata (metadata.json)";
    }

    @Override
    public List<Section> sections() {
        return List.of(METADATA, DATA);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(CourseMetadata.class, Course.class);
    }

    @Override
    public List<Step> steps() {
        return List.of(COURSE_METADATA, COURSES);
    }

    @Override
    public Defaults defaults() {
        return new Defaults(1_000);
    }
}
