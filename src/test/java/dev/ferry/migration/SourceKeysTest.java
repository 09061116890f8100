package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.migration.SourceKeys.Holder;
import dev.ferry.migration.library.LibraryProfile;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.Position;
import dev.ferry.validate.KeyIndex.Standing;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.ParentRows;
import dev.ferry.write.RememberedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys of rows that parts of one record give: parts share the offset of their record. */
@NullMarked
class SourceKeysTest {
    private final HibernateModel model = new HibernateModel(new LibraryProfile(), "library");
    private final ParentRows parents = new ParentRows(model, Map.of(), Map.of(), new RememberedRows(model));
    private final TableKeys<String> table = new TableKeys<>();
    private final List<Holder<String>> parts = new ArrayList<>();
    private final SourceKeys<String> keys = new SourceKeys<>(
            new Table<>("words", String.class, new UniqueKey<>("", List.of(new KeyAttribute<>("word", word -> word)))),
            "words",
            table,
            offset -> parts);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_part_that_repeats_a_key_of_its_record_leaves_the_first_part_accepted() {
        assertThat(part("a", 1)).isEmpty();
        assertThat(part("a", 2)).hasSize(1);
        assertThat(table.natural().standing(NaturalKey.of("a"))).isEqualTo(Standing.ACCEPTED);
    }

    @Test
    void a_part_whose_second_row_repeats_a_key_takes_back_its_first_row_only() {
        assertThat(part("a", 1)).isEmpty();
        assertThat(part(List.of("b", "a"), 2)).hasSize(1);
        assertThat(table.natural().standing(NaturalKey.of("a"))).isEqualTo(Standing.ACCEPTED);
        assertThat(table.natural().standing(NaturalKey.of("b"))).isEqualTo(Standing.REJECTED);
    }

    private List<?> part(String word, int column) {
        return part(List.of(word), column);
    }

    private List<?> part(List<String> words, int column) {
        Origin origin = new Origin.OfPlace(new Position("words.json", "words", 0, 1, column, "/0"), "", 0);
        parts.add(new Holder<>(origin, words, parents));
        return keys.addAccepted(origin, words, parents);
    }
}
