package dev.ferry.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The mock data of a class register: records that refer to one another at random, but without a clash. */
@NullMarked
public final class RandomRegister {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATES = "'createdDate': '2026-03-01', 'updatedDate': '2026-03-02'}";

    private final ObjectNode sections = JSON.createObjectNode();
    private final int size;
    private final Random random;

    /** @param size the records of each section */
    public RandomRegister(int size, Random random) {
        this.size = size;
        this.random = random;
        add(
                "students",
                i -> "{'id': 's%d', 'name': 'N', 'email': '', 'phone': '', 'grade': '9', 'parentContact': '',"
                                .formatted(i)
                        + "'enrollmentDate': '2025-08-25'}");
        add(
                "classes",
                i -> "{'id': 'c%d', 'name': 'N', 'subject': '', 'description': '', 'room': '', 'capacity': 9,"
                                .formatted(i)
                        + "'color': '#aabbcc', 'createdDate': '2025-08-25', 'enrolledStudents': "
                        + someStudents("'%s'") + "}");
        add(
                "schedules",
                i -> "{'id': 'h%d', %s, 'dayOfWeek': %d, 'startTime': '08:00', 'endTime': '09:30'}"
                        .formatted(i, any("classId", "c"), i % 7));
        add(
                "scheduleExceptions",
                i -> "{'id': 'e%d', %s, 'date': '2026-03-09', 'startTime': '08:00',"
                                .formatted(i, any("scheduleId", "h"))
                        + "'endTime': '09:30', 'createdDate': '2026-03-02'}");
        add(
                "tests",
                i -> "{'id': 't%d', %s, 'title': 'T', 'description': '', 'testDate': '2026-03-16',"
                                .formatted(i, any("classId", "c"))
                        + "'totalPoints': 40, 'testType': 'quiz', " + DATES);
        add(
                "testResults",
                i -> "{'id': 'r%d', 'testId': 't%d', %s, 'score': %d.5, 'maxScore': 40, 'percentage': 50,"
                                .formatted(i, i, any("studentId", "s"), i % 40)
                        + "'grade': 'C', 'gradedDate': '2026-03-19', " + DATES);
        add(
                "homeworkAssignments",
                i -> "{'id': 'a%d', %s, 'title': 'T', 'description': '', 'totalPoints': 10,"
                                .formatted(i, any("classId", "c"))
                        + "'assignedDate': '2026-03-02', 'dueDate': '2026-03-09', " + DATES);
        add(
                "homeworkSubmissions",
                i -> "{'id': 'u%d', 'assignmentId': 'a%d', %s, 'maxScore': 10, 'status': 'late', "
                                .formatted(i, i, any("studentId", "s"))
                        + DATES);
        add(
                "attendanceRecords",
                i -> "{'id': 'n%d', %s, 'date': '2026-03-02', 'attendanceData': %s, "
                                .formatted(
                                        i, any("classId", "c"), someStudents("{'studentId': '%s', 'status': 'late'}"))
                        + DATES);
        add(
                "classNotes",
                i -> "{'id': 'o%d', %s, 'date': '2026-03-02', 'content': '', ".formatted(i, any("classId", "c"))
                        + DATES);
        add(
                "meetings",
                i -> "{'id': 'm%d', 'title': 'T', 'description': '', 'date': '2026-02-11', 'participants': [],"
                                .formatted(i)
                        + "'startTime': '08:00', 'endTime': '09:30', 'participantType': 'parents',"
                        + "'location': '', 'meetingType': 'virtual', 'status': 'scheduled', 'createdDate': '2026-01-28'}");
    }

    private void add(String section, IntFunction<String> record) {
        ArrayNode records = sections.putArray(section);
        IntStream.range(0, size).mapToObj(record).forEach(text -> records.add(JSON.readTree(text.replace('\'', '"'))));
    }

    private String any(String field, String prefix) {
        return "'" + field + "': '" + prefix + random.nextInt(size) + "'";
    }

    /** A list that names up to three students, each once. */
    private String someStudents(String element) {
        return IntStream.generate(() -> random.nextInt(size))
                .limit(3)
                .distinct()
                .mapToObj(student -> element.formatted("s" + student))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Takes a student out of their section; gives the JSON pointers of what names them still. */
    List<String> removeStudent(int student) {
        ((ArrayNode) sections.get("students")).remove(student);
        List<String> references = new ArrayList<>();
        collect(sections, "s" + student, "", references);
        return references;
    }

    private static void collect(JsonNode node, String text, String pointer, List<String> found) {
        if (node.isString() && node.stringValue().equals(text)) {
            found.add(pointer);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            collect(member.getValue(), text, pointer + "/" + member.getKey(), found);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), text, pointer + "/" + i, found);
        }
    }

    /** Puts the sections, their records and what is in the records' lists into another order. */
    void shuffle() {
        List<String> names = new ArrayList<>(sections.propertyNames());
        Collections.shuffle(names, random);
        for (String name : names) {
            JsonNode records = sections.remove(name);
            records.forEach(record -> record.forEach(this::shuffle));
            shuffle(records);
            sections.set(name, records);
        }
    }

    private void shuffle(JsonNode node) {
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(elements::add);
            Collections.shuffle(elements, random);
            array.removeAll().addAll(elements);
        }
    }

    /** As JSON. */
    public String document() {
        return sections.toPrettyString();
    }
}
