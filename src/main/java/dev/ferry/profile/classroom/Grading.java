package dev.ferry.profile.classroom;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.classroom.dto.AssignmentRecord;
import dev.ferry.profile.classroom.dto.SubmissionRecord;
import dev.ferry.profile.classroom.dto.TestRecord;
import dev.ferry.profile.classroom.dto.TestResultRecord;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** Tests and homework, and what each student got for them: once for each. */
final class Grading {
    static final Section TESTS = Section.list("tests", "id");
    static final Section RESULTS = Section.list("testResults", "id");
    static final Section ASSIGNMENTS = Section.list("homeworkAssignments", "id");
    static final Section SUBMISSIONS = Section.list("homeworkSubmissions", "id");

    private static final EntityStep<TestRecord, Test> TEST = new EntityStep<>(
                    Keys.table("tests", Test.class),
                    Reading.records(TESTS, TestRecord.class),
                    (dto, references) -> Stream.of(
                            new Test(dto, references.parent(SchoolClass.class, NaturalKey.of(dto.classId())))))
            .withParents(List.of(Keys.parent("classId", SchoolClass.class, TestRecord::classId)));

    private static final EntityStep<TestResultRecord, TestResult> RESULT = new EntityStep<>(
                    Keys.table("test_results", TestResult.class)
                            .withUnique(List.of(Keys.pair(
                                    "studentId",
                                    new KeyAttribute<>("test", TestResult::test),
                                    new KeyAttribute<>("student", TestResult::student)))),
                    Reading.records(RESULTS, TestResultRecord.class),
                    (dto, references) -> Stream.of(new TestResult(
                            dto,
                            references.parent(Test.class, NaturalKey.of(dto.testId())),
                            references.parent(Student.class, NaturalKey.of(dto.studentId())))))
            .withParents(List.of(
                    Keys.parent("testId", Test.class, TestResultRecord::testId),
                    Keys.parent("studentId", Student.class, TestResultRecord::studentId)));

    private static final EntityStep<AssignmentRecord, Assignment> ASSIGNMENT = new EntityStep<>(
                    Keys.table("homework_assignments", Assignment.class),
                    Reading.records(ASSIGNMENTS, AssignmentRecord.class),
                    (dto, references) -> Stream.of(
                            new Assignment(dto, references.parent(SchoolClass.class, NaturalKey.of(dto.classId())))))
            .withParents(List.of(Keys.parent("classId", SchoolClass.class, AssignmentRecord::classId)));

    private static final EntityStep<SubmissionRecord, Submission> SUBMISSION = new EntityStep<>(
                    Keys.table("homework_submissions", Submission.class)
                            .withUnique(List.of(Keys.pair(
                                    "studentId",
                                    new KeyAttribute<>("assignment", Submission::assignment),
                                    new KeyAttribute<>("student", Submission::student)))),
                    Reading.records(SUBMISSIONS, SubmissionRecord.class),
                    (dto, references) -> Stream.of(new Submission(
                            dto,
                            references.parent(Assignment.class, NaturalKey.of(dto.assignmentId())),
                            references.parent(Student.class, NaturalKey.of(dto.studentId())))))
            .withParents(List.of(
                    Keys.parent("assignmentId", Assignment.class, SubmissionRecord::assignmentId),
                    Keys.parent("studentId", Student.class, SubmissionRecord::studentId)));

    private Grading() {}

    static List<Step> steps() {
        return List.of(TEST, RESULT, ASSIGNMENT, SUBMISSION);
    }
}
