package dev.ferry.bind;

import dev.ferry.source.Limits;
import dev.ferry.source.LoneSurrogates;
import dev.ferry.source.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Binds raw records to a DTO and finds all that stands in the way, in one go.
 *
 * <p>Components of the DTO are members in snake_case. One annotated {@code @JacksonInject(RawRecord.KEY)} is given the
 * record's key, one annotated {@code @JacksonInject(RawRecord.PAYLOAD)} the text of its value as it stands. A DTO, or a record
 * nested in one, all of whose components are injected takes a value of any kind but null;
 * {@code @JacksonInject(RawRecord.TEXT)} is for such: the text that stands there, or any other value as it stands. Not
 * thread-safe: each thread needs its own.
 */
public final class Binder<D extends Record> {
    private final Limits limits;
    private final Findings findings = new Findings();
    private final UnknownFields unknownFields = new UnknownFields();
    private final ObjectReader reader;
    private final ObjectReader lenient;

    /** A binder that takes timestamps without an offset as UTC. */
    public Binder(Class<D> dto, Limits limits) {
        this(dto, limits, ZoneOffset.UTC);
    }

    /** @param zone the zone of timestamps without an offset */
    public Binder(Class<D> dto, Limits limits, ZoneId zone) {
        this.limits = limits;
        JsonMapper mapper = DtoMapper.builder(limits.depth())
                .addModule(new StrictModule(findings, zone))
                .build();
        this.lenient = mapper.readerFor(dto).with(new Injected(findings));
        this.reader = lenient.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** Binds a record. Where values are malformed the rest of the DTO is still given if it can be made. */
    public Bound<D> bind(RawRecord raw) {
        findings.begin(raw);
        @Nullable D dto = read(raw);
        if (dto == null && findings.none()) {
            findings.add(0, List.of(), Rule.TYPE, "an object is expected, found null");
        }
        unknownFields.add(findings);
        if (dto != null && findings.none()) {
            return new Bound.Parsed<>(raw, dto);
        }
        return new Bound.Malformed<>(raw, Optional.ofNullable(dto), findings.problems());
    }

    /** The fields that the DTO does not know, of all records bound so far, in the order in which they were first seen. */
    public List<UnknownField> unknownFields() {
        return unknownFields.list();
    }

    private @Nullable D read(RawRecord raw) {
        if (!Suspicion.of(raw, limits)) {
            try {
                return reader.readValue(raw.bytes());
            } catch (StreamReadException e) {
                // A member stands twice: Inspection finds out which, and which others do.
                findings.begin(raw);
            } catch (DatabindException e) {
                refuse(e);
                return null;
            }
        }
        Inspection.ofKey(raw, limits).ifPresent(findings::add);
        byte[] readable = LoneSurrogates.replaced(raw.bytes());
        try (JsonParser parser = lenient.createParser(readable)) {
            new Inspection(findings, limits, parser).run();
        }
        if (findings.overflowed()) {
            return null;
        }
        try {
            return lenient.readValue(readable);
        } catch (DatabindException e) {
            refuse(e);
            return null;
        }
    }

    /** For types that are not read strictly: Jackson stops at the first such value. */
    private void refuse(DatabindException e) {
        List<String> path = e.getPath().stream()
                .map(r -> r.getPropertyName() == null ? Integer.toString(r.getIndex()) : r.getPropertyName())
                .toList();
        int byteIndex =
                e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getByteOffset());
        findings.add(byteIndex, path, Rule.TYPE, "the value does not fit");
    }

    /** What the DTO is given beside the record's members. */
    private static final class Injected extends InjectableValues {
        private final Findings findings;

        Injected(Findings findings) {
            this.findings = findings;
        }

        @Override
        public @Nullable Object findInjectableValue(
                DeserializationContext context,
                Object id,
                BeanProperty component,
                @Nullable Object bean,
                @Nullable Boolean optional,
                @Nullable Boolean useInput) {
            if (id.equals(RawRecord.KEY)) {
                return findings.raw().key().orElse(null);
            }
            if (id.equals(RawRecord.PAYLOAD)) {
                return findings.value()
                        .map(FreeValue::json)
                        .orElseGet(() -> new String(findings.raw().bytes(), StandardCharsets.UTF_8));
            }
            if (id.equals(RawRecord.TEXT)) {
                return findings.value().map(FreeValue::text).orElse(null);
            }
            throw new IllegalArgumentException(component.getName() + " asks for " + id + ", which no record has");
        }

        @Override
        public InjectableValues snapshot() {
            return this;
        }
    }
}
