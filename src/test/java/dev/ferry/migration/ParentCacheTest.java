package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.NaturalKey;
import dev.ferry.write.FoundRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParentCacheTest {
    private static final NaturalKey WRITTEN = NaturalKey.of("a");
    private static final NaturalKey FOUND = NaturalKey.of("b");
    private static final NaturalKey ABSENT = NaturalKey.of("c");

    private final ParentCache cache = new ParentCache();
    private final List<NaturalKey> asked = new ArrayList<>();

    private Map<NaturalKey, Object> of(Class<?> entity, NaturalKey... keys) throws SQLException {
        asked.clear();
        return cache.of(entity, Set.of(keys), unknown -> {
            asked.addAll(unknown);
            return unknown.stream()
                    .map(key ->
                            key.equals(FOUND) ? Optional.of(new FoundRow(2, List.of())) : Optional.<FoundRow>empty())
                    .toList();
        });
    }

    @Test
    void only_what_is_not_known_is_looked_up() throws SQLException {
        cache.know(String.class, WRITTEN, 1);

        assertThat(of(String.class, WRITTEN, FOUND, ABSENT)).isEqualTo(Map.of(WRITTEN, 1, FOUND, 2));
        assertThat(asked).containsExactlyInAnyOrder(FOUND, ABSENT);
        assertThat(of(String.class, WRITTEN, FOUND, ABSENT)).isEqualTo(Map.of(WRITTEN, 1, FOUND, 2));
        assertThat(asked).containsExactly(ABSENT);
        assertThat(of(Long.class, WRITTEN)).isEmpty();
    }

    @Test
    void a_row_that_has_another_key_counts_before_one_that_has_it() throws SQLException {
        cache.know(String.class, WRITTEN, 1);
        cache.adopt(String.class, WRITTEN, 7);

        assertThat(of(String.class, WRITTEN)).isEqualTo(Map.of(WRITTEN, 7));
    }
}
