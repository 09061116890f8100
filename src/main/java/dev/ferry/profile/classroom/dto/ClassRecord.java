package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import dev.ferry.profile.Part;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A class and who is enrolled in it.
 *
 * @param capacity the number of places
 * @param color its colour in the timetable
 * @param enrolledStudents identifiers of students
 */
public record ClassRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @NotBlank String name,
        @NotNull String subject,
        @NotNull String description,
        @NotNull String room,
        @NotNull @Positive Integer capacity,

        @NotNull @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be a colour as #rrggbb")
        String color,

        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @JsonProperty("enrolledStudents") @NotNull List<String> enrolledStudents) {

    /**
     * One student of a class.
     *
     * @param classId the class
     * @param studentId the student
     */
    public record Enrollment(String classId, String studentId) {}

    /** The students of the class, each at its place; without those that are no text. */
    public List<Part<Enrollment>> enrollments() {
        return enrolledStudents == null
                ? List.of()
                : IntStream.range(0, enrolledStudents.size())
                        .filter(i -> enrolledStudents.get(i) != null)
                        .mapToObj(i -> new Part<>("enrolledStudents." + i, new Enrollment(id, enrolledStudents.get(i))))
                        .toList();
    }
}
