package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import dev.ferry.profile.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who was there when a class met.
 *
 * @param attendanceData a student each
 */
public record AttendanceRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("classId") @NotNull(groups = KeyRule.class)
        String classId,

        @NotNull LocalDate date,
        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @JsonProperty("updatedDate") @Nullable LocalDate updatedDate,
        @JsonProperty("attendanceData") @NotNull List<@Valid Mark> attendanceData) {

    /** Whether one student was there. */
    public record Mark(
            @JsonProperty("studentId") @NotNull(groups = KeyRule.class)
            String studentId,

            @NotNull @OneOf({"present", "absent", "late", "excused"})
            String status,

            @Nullable String notes) {}

    /**
     * Whether one student was there, with what the row needs of the record around it.
     *
     * @param recordId the attendance record
     * @param mark the element of its data
     */
    public record Entry(String recordId, Mark mark) {}

    /** The students of the record, each at its place; without those that are no object. */
    public List<Part<Entry>> entries() {
        return attendanceData == null
                ? List.of()
                : IntStream.range(0, attendanceData.size())
                        .filter(i -> attendanceData.get(i) != null)
                        .mapToObj(i -> new Part<>("attendanceData." + i, new Entry(id, attendanceData.get(i))))
                        .toList();
    }
}
