package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.bind.UnknownField;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionBinderTest {
    private static final Section THINGS = Section.list("things", "id");

    @TempDir
    Path folder;

    private final List<RawRecord> records = new ArrayList<>();

    record Thing(@Nullable Long id, @Nullable String name) {}

    @BeforeEach
    void read() throws IOException {
        Path file = Files.writeString(
                folder.resolve("things.json"),
                "{\"things\": [{\"id\": 1, \"name\": \"a\", \"size\": 4}, {\"id\": \"two\"}, {\"id\": 3, \"name\": \"c\"}]}");
        try (Source source = Sources.open(file.toString(), List.of(THINGS), Limits.DEFAULT);
                Stream<RawRecord> all = source.records(THINGS)) {
            all.forEach(records::add);
        }
    }

    private static SectionBinder<Thing> binder(boolean readAgain, LongPredicate room) {
        return new SectionBinder<>(() -> new Binder<>(Thing.class, Limits.DEFAULT), readAgain, room);
    }

    private List<Bound<Thing>> pass(SectionBinder<Thing> binder) {
        binder.begin();
        return records.stream().map(binder::bind).toList();
    }

    private static @Nullable Object value(Bound<Thing> bound) {
        return bound.dto().orElse(null);
    }

    @Test
    void a_later_pass_gets_the_dtos_of_the_first_and_binds_what_is_malformed_again() {
        SectionBinder<Thing> binder = binder(true, bytes -> true);
        List<Bound<Thing>> first = pass(binder);
        List<Bound<Thing>> second = pass(binder);
        List<Bound<Thing>> third = pass(binder);

        assertThat(value(first.get(0))).isEqualTo(new Thing(1L, "a"));
        assertThat(value(second.get(0))).isSameAs(value(first.get(0)));
        assertThat(value(third.get(2))).isSameAs(value(first.get(2)));
        assertThat(third.get(1) instanceof Bound.Malformed<?> malformed ? malformed.problems() : List.of())
                .hasSize(1);
        assertThat(second).extracting(Bound::raw).isEqualTo(records);
        assertThat(binder.unknownFields()).extracting(UnknownField::count).containsExactly(1L);
    }

    @Test
    void nothing_is_kept_that_is_not_read_again_or_has_no_room() {
        SectionBinder<Thing> once = binder(false, bytes -> true);
        assertThat(value(pass(once).get(0))).isNotSameAs(value(pass(once).get(0)));

        List<Long> asked = new ArrayList<>();
        SectionBinder<Thing> full = binder(true, bytes -> {
            asked.add(bytes);
            return asked.size() < 2;
        });
        List<Bound<Thing>> first = pass(full);
        List<Bound<Thing>> second = pass(full);
        assertThat(value(second.get(0))).isSameAs(value(first.get(0)));
        assertThat(value(second.get(2))).isNotSameAs(value(first.get(2))).isEqualTo(new Thing(3L, "c"));
        // Once there is no room, nothing more is asked for.
        assertThat(asked).hasSize(2).allSatisfy(bytes -> assertThat(bytes).isGreaterThan(200));
    }

    @Test
    void records_are_not_read_again_where_all_dtos_are_kept() {
        records.remove(1);
        SectionBinder<Thing> binder = binder(true, bytes -> true);
        pass(binder);
        assertThat(binder.known(offset -> records.get(0)))
                .as("before the pass has ended")
                .isEmpty();
        binder.end();

        List<Long> read = new ArrayList<>();
        List<RawRecord> known = new ArrayList<>();
        binder.known(offset -> {
                    read.add(offset);
                    return offset == records.get(0).offset() ? records.get(0) : records.get(1);
                })
                .orElseThrow()
                .forEachRemaining(known::add);
        binder.begin();
        assertThat(known)
                .map(binder::bind)
                .map(SectionBinderTest::value)
                .containsExactly(new Thing(1L, "a"), new Thing(3L, "c"));
        assertThat(known)
                .map(RawRecord::offset)
                .isEqualTo(records.stream().map(RawRecord::offset).toList());
        assertThat(known)
                .map(RawRecord::length)
                .isEqualTo(records.stream().map(RawRecord::length).toList());
        assertThat(read).isEmpty();
        RawRecord last = known.get(1);
        assertThat(last.position()).isEqualTo(records.get(1).position());
        assertThat(last.locate(List.of("name"))).isEqualTo(records.get(1).locate(List.of("name")));
        assertThat(last.id()).isEqualTo("3");
        assertThat(last.end()).isEqualTo(records.get(1).end());
        assertThat(read).containsExactly(records.get(1).offset());
    }

    @Test
    void a_record_that_has_no_dto_is_read_again() {
        SectionBinder<Thing> binder = binder(true, bytes -> true);
        pass(binder);
        binder.end();

        assertThat(binder.known(offset -> records.get(0))).isEmpty();
    }

    @Test
    void a_record_that_is_passed_by_keeps_its_place_and_one_that_stands_elsewhere_is_bound() {
        SectionBinder<Thing> binder = binder(true, bytes -> true);
        binder.begin();
        binder.skip(records.get(0));
        binder.bind(records.get(1));
        Bound<Thing> last = binder.bind(records.get(2));

        assertThat(value(pass(binder).get(2))).isSameAs(value(last));

        binder.begin();
        assertThat(value(binder.bind(records.get(2)))).isEqualTo(new Thing(3L, "c"));
        assertThat(value(binder.bindSingle(records.get(0)))).isEqualTo(new Thing(1L, "a"));
    }
}
