package dev.ferry.filter;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A profile whose records have values of every kind. */
@NullMarked
final class ShopProfile implements Profile {
    static final Section GOODS = Section.list("Goods", "id").alsoNamed("wares");
    static final Section CLIENTS = Section.list("Client", "id");
    static final Section SETTINGS = Section.keyed("settings");

    record Good(
            @Nullable String id,
            @Nullable String name,
            @Nullable Boolean inStock,
            @Nullable Integer pieces,
            @Nullable Long views,
            @Nullable BigInteger code,
            @Nullable BigDecimal price,
            @Nullable LocalDate madeOn,
            @Nullable LocalTime opens,
            @Nullable @JsonProperty("createdAt") Instant created,
            @Nullable Instant soldAt,
            @Nullable List<String> tags,
            boolean hidden) {}

    record Client(
            @Nullable String id,
            @Nullable String name,
            @Nullable Integer visits) {}

    record Setting(
            @JacksonInject(RawRecord.KEY) String settingKey,
            @Nullable String value) {}

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "goods and clients";
    }

    @Override
    public List<Section> sections() {
        return List.of(GOODS, CLIENTS, SETTINGS);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                step("goods_sold", Reading.records(GOODS, Good.class)),
                step("users", Reading.records(CLIENTS, Client.class).of("clients")),
                step("settings", Reading.records(SETTINGS, Setting.class)));
    }

    private static <D extends Record> Step step(String table, Reading<D, D> reading) {
        return new EntityStep<>(
                new Table<>(table, Object.class, new UniqueKey<>("", List.of())),
                reading,
                (dto, references) -> Stream.of());
    }

    @Override
    public Defaults defaults() {
        return new Defaults(10);
    }
}
