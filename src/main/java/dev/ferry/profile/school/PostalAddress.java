package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts of an address that V1 has as one line. What cannot be told apart stays missing: the whole line is kept beside.
 *
 * @param poBox the box as {@code P.O. Box 123}
 * @param postalCode the five digits that Kenyan post offices have
 */
record PostalAddress(
        Optional<String> street,
        Optional<String> poBox,
        Optional<String> postalCode,
        Optional<String> town,
        Optional<String> county) {
    private static final Pattern PARTS = Pattern.compile("[,;\\n]+");
    private static final Pattern BOX = Pattern.compile(
            "(?i)\\b(?:p\\s*\\.?\\s*o\\s*\\.?\\s*)?box\\s*(?:no\\.?\\s*)?(\\d+)(?:\\s*[-–,]\\s*(\\d{5})\\b)?");
    private static final Pattern POSTAL_CODE = Pattern.compile("(?<!\\d)(\\d{5})(?!\\d)");
    private static final Pattern COUNTY = Pattern.compile("(?i)(.+?)\\s+county\\.?|county\\s+of\\s+(.+)");
    private static final Pattern STREET = Pattern.compile(
            "(?i).*\\b(road|rd|street|st|avenue|ave|lane|drive|dr|way|close"
                    + "|highway|crescent|boulevard|bypass|plot|building|house|estate|off|opposite|next to|along)\\b.*|.*\\d.*");
    private static final Pattern EDGES = Pattern.compile("^[\\s.\\-–]+|[\\s.\\-–]+$");

    /** Splits a line. */
    static PostalAddress of(String line) {
        Optional<String> box = Optional.empty();
        Optional<String> code = Optional.empty();
        String rest = line;
        Matcher found = BOX.matcher(line);
        if (found.find()) {
            box = Optional.of("P.O. Box " + found.group(1));
            code = Optional.ofNullable(found.group(2));
            rest = line.substring(0, found.start()) + "," + line.substring(found.end());
        }
        List<String> parts = PARTS.splitAsStream(rest)
                .map(part -> EDGES.matcher(part).replaceAll(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        if (code.isEmpty()) {
            code = takeCode(parts);
        }
        Optional<String> county = takeCounty(parts);
        Optional<String> town = takeTown(parts);
        return new PostalAddress(Text.of(String.join(", ", parts)), box, code, town, county);
    }

    private static Optional<String> takeCode(List<String> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Matcher found = POSTAL_CODE.matcher(parts.get(i));
            if (found.find()) {
                String without =
                        parts.get(i).substring(0, found.start()) + parts.get(i).substring(found.end());
                replace(parts, i, EDGES.matcher(without).replaceAll(""));
                return Optional.of(found.group(1));
            }
        }
        return Optional.empty();
    }

    private static void replace(List<String> parts, int index, String part) {
        if (part.isEmpty()) {
            parts.remove(index);
        } else {
            parts.set(index, part);
        }
    }

    private static Optional<String> takeCounty(List<String> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Matcher found = COUNTY.matcher(parts.get(i));
            if (found.matches()) {
                parts.remove(i);
                return Optional.of(found.group(1) == null ? found.group(2) : found.group(1));
            }
        }
        return Optional.empty();
    }

    /** The last part, unless it looks like a street. */
    private static Optional<String> takeTown(List<String> parts) {
        if (parts.isEmpty() || STREET.matcher(parts.get(parts.size() - 1)).matches()) {
            return Optional.empty();
        }
        return Optional.of(parts.remove(parts.size() - 1));
    }
}
