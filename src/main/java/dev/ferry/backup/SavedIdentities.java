package dev.ferry.backup;

import dev.ferry.ledger.TransactionLedger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the ledger back which row each natural key of a source became, so that the next migration finds the rows again. */
final class SavedIdentities {
    private static final int ENTRIES = 10_000;

    private final Archive archive;
    private final TransactionLedger ledger;
    private final List<String> keys = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private String table = "";

    SavedIdentities(Archive archive, TransactionLedger ledger) {
        this.archive = archive;
        this.ledger = ledger;
    }

    /** @param identifiers the column of the primary key, by table */
    void restore(Map<String, String> identifiers) throws IOException, Damage {
        Optional<ArchiveEntry> entry = archive.manifest().identities();
        if (entry.isEmpty()) {
            return;
        }
        try (EntryStream in = archive.stream(entry.get());
                LineReader lines = new LineReader(in, List.of("table", "key", "id"), EntryName.IDENTITIES)) {
            for (List<@Nullable String> line = lines.next(); !line.isEmpty(); line = lines.next()) {
                add(identifiers, text(line, 0), text(line, 1), text(line, 2));
            }
            in.requireWhole();
        }
        flush(identifiers);
    }

    private void add(Map<String, String> identifiers, String of, String key, String id) throws Damage {
        if (!identifiers.containsKey(of)) {
            throw new Damage("its entry " + EntryName.IDENTITIES + " names a table that is not in it");
        }
        if (!of.equals(table) || keys.size() == ENTRIES) {
            flush(identifiers);
            table = of;
        }
        keys.add(key);
        ids.add(id);
    }

    private void flush(Map<String, String> identifiers) {
        String identifier = identifiers.get(table);
        if (identifier != null && !keys.isEmpty()) {
            ledger.identifiedBefore(table, identifier, keys, ids);
        }
        keys.clear();
        ids.clear();
    }

    private static String text(List<@Nullable String> line, int place) throws Damage {
        String text = line.get(place);
        if (text == null) {
            throw new Damage("its entry " + EntryName.IDENTITIES + " has a line with a null");
        }
        return text;
    }
}
