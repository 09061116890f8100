package dev.ferry.backup;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names that entries have, and the only ones that are accepted: none leads out of the folder it is unpacked into. */
final class EntryName {
    /** The folder of a source's files. */
    static final String FILES = "source/";

    /** The entry of the identity map. */
    static final String IDENTITIES = "identities.jsonl";

    private static final String TABLES = "tables/";
    private static final int LONGEST = 255;
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1," + LONGEST + "}");

    private EntryName() {}

    /** The entry of a table; numbered, so that names stay different when what no file may have is taken out of them. */
    static String ofTable(int number, String table) {
        String plain = table.replaceAll("[^\\p{Alnum}_-]", "_");
        return String.format(
                Locale.ROOT, TABLES + "%02d-%s.jsonl", number, plain.substring(0, Math.min(100, plain.length())));
    }

    /** The entry of a source's file. */
    static String ofFile(String name) {
        return FILES + name;
    }

    /** Whether an entry may have this name. */
    static boolean isAllowed(String name) {
        if (name.equals(IDENTITIES) || name.equals(Manifest.NAME)) {
            return true;
        }
        String folder = name.startsWith(TABLES) ? TABLES : name.startsWith(FILES) ? FILES : "";
        String rest = name.substring(folder.length());
        return !folder.isEmpty() && PLAIN.matcher(rest).matches() && !rest.equals(".") && !rest.equals("..");
    }
}
