import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a source of the profile courses with this many courses of about 900 bytes, for this many course codes:
 * {@code java GenerateCourses.java COURSES FOLDER [CODES [SEED]]}.
 */
final class GenerateCourses {
    private static final String[] FREQUENCIES = {
        "overall_quality", "instructor_effectiveness", "intellectual_challenge", "ta", "feedback", "workload"
    };
    private static final String[] OPTIONS = {"Poor", "Weak", "Satisfactory", "Good", "Excellent", "N/A"};
    private static final int CODES = 10_000;

    private GenerateCourses() {}

    public static void main(String[] arguments) throws IOException {
        int courses = Integer.parseInt(arguments[0]);
        int codes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : CODES;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("metadata.json"))) {
            out.write('{');
            for (int i = 0; i < codes; i++) {
                out.write((i == 0 ? "" : ",\n") + "\"" + code(i) + "\": {\"last_period_gathered\": \"SP25\"}");
            }
            out.write("}\n");
        }
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("data.json"))) {
            out.write('{');
            for (int i = 0; i < courses; i++) {
                out.write((i == 0 ? "" : ",\n") + "\"" + code(i % codes) + "." + i / codes + ".FA23\": " + course(i, random));
            }
            out.write("}\n");
        }
    }

    private static String code(int number) {
        return String.format("AS.%03d.%03d", number / 100, number % 100 + 100);
    }

    private static String course(int number, Random random) {
        StringBuilder json = new StringBuilder("{\"course_name\": \"Course " + number
                + ": an introduction with exercises, weekly problem sets, two midterms and a final project\", \"instructor_name\": \"Instructor "
                + number % 977 + "\"");
        for (String frequency : FREQUENCIES) {
            json.append(", \"").append(frequency).append("_frequency\": {");
            for (int i = 0; i < OPTIONS.length; i++) {
                json.append(i == 0 ? "" : ", ").append('"').append(OPTIONS[i]).append("\": ").append(random.nextInt(60));
            }
            json.append('}');
        }
        return json.append(", \"ta_names\": [\"Assistant ").append(number % 31)
                .append("\", \"Assistant ").append(number % 37).append("\"]}").toString();
    }
}
