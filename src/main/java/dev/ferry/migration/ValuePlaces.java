package dev.ferry.migration;

import dev.ferry.profile.Profile;
import dev.ferry.source.Position;
import dev.ferry.source.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a source says what a column holds: at the record's field of that name, whatever its way of spelling; a mapping may take the
 * value from elsewhere, and then it is at the record.
 */
final class ValuePlaces {
    private final Map<String, Map<String, String>> fields = new HashMap<>();

    ValuePlaces(Profile profile) {
        RecordFields known = new RecordFields(profile);
        for (Section section : profile.sections()) {
            Map<String, String> byColumn = fields.computeIfAbsent(section.name(), any -> new HashMap<>());
            known.of(section).forEach(field -> byColumn.putIfAbsent(SecretColumns.plain(field), field));
        }
    }

    Position of(Origin origin, String column) {
        Position record = origin.locate(List.of());
        Optional<String> field = Optional.ofNullable(
                fields.getOrDefault(record.section(), Map.of()).get(SecretColumns.plain(column)));
        return origin.isRecord()
                ? field.map(name -> origin.locate(List.of(name))).orElse(record)
                : record;
    }
}
