import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a source of the profile subscriptions with this many users: {@code java GenerateUsers.java USERS FILE [SEED]}. */
final class GenerateUsers {
    /** Past 32 bits, as chat services give them today. */
    private static final long FIRST = 7_000_000_000L;

    private static final String[] TIERS = {"free", "premium", "PRO"};

    private GenerateUsers() {}

    public static void main(String[] arguments) throws IOException {
        int users = Integer.parseInt(arguments[0]);
        Random random = new Random(arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            out.write("{\"users\": [\n");
            for (int i = 0; i < users; i++) {
                out.write(user(i, users, random) + (i + 1 < users ? ",\n" : "\n"));
            }
            out.write("], \"analytics\": {\"total_users\": " + users + ", \"daily_stats\": {}}}\n");
        }
    }

    /** Every tenth user has no subscription; every fifth was brought by another one, who stands anywhere in the file. */
    private static String user(int number, int users, Random random) {
        StringBuilder json = new StringBuilder("{\"user_id\": " + (FIRST + number));
        if (number % 3 > 0) {
            json.append(", \"faceit_player_id\": \"player-").append(number).append("\", \"faceit_nickname\": \"Nick ")
                    .append(number).append("\", \"last_checked_match_id\": \"1-").append(random.nextLong()).append('"');
        }
        json.append(", \"waiting_for_nickname\": ").append(number % 3 == 0)
                .append(", \"language\": \"ru\", \"notifications_enabled\": true, \"created_at\": \"")
                .append(timestamp(random)).append("\", \"last_active_at\": \"").append(timestamp(random))
                .append("Z\", \"total_requests\": ").append(random.nextInt(5_000));
        if (number % 10 > 0) {
            json.append(", \"subscription\": {\"tier\": \"").append(TIERS[number % TIERS.length])
                    .append("\", \"expires_at\": \"").append(timestamp(random))
                    .append("\", \"auto_renew\": false, \"payment_method\": null, \"daily_requests\": ")
                    .append(random.nextInt(100)).append(", \"last_reset_date\": null, \"referred_by\": ")
                    .append(number % 5 == 1 ? String.valueOf(FIRST + (number + 1 + random.nextInt(users - 1)) % users) : "null")
                    .append(", \"referral_code\": \"R").append(Integer.toString(number, 36).toUpperCase())
                    .append("\", \"referrals_count\": 0}");
        }
        return json.append('}').toString();
    }

    private static String timestamp(Random random) {
        return String.format("20%02d-%02d-%02dT%02d:%02d:%02d.%06d", 20 + random.nextInt(6), 1 + random.nextInt(12),
                1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60),
                random.nextInt(1_000_000));
    }
}
