package dev.ferry.migration;

import dev.ferry.bind.Binder;
import dev.ferry.migration.Analysis.Comparison;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the records that make rows one by one, and those among them that the source holds for deleted.
 *
 * <p>Records that could not be bound count, since the source has them. Where several steps read a section for one entity, the
 * first speaks for all.
 */
final class CountComparison {
    private final MigrationOptions options;
    private final Source source;

    CountComparison(MigrationOptions options, Source source) {
        this.options = options;
        this.source = source;
    }

    List<Comparison> with(TargetView target) {
        Map<String, Reading<?, ?>> entities = new LinkedHashMap<>();
        for (Step step : options.profile().steps()) {
            if (step instanceof EntityStep<?, ?> entityStep) {
                Reading<?, ?> reading = entityStep.reading();
                entities.putIfAbsent(reading.table().orElse(step.table().name()), reading);
            }
        }
        List<Comparison> counts = new ArrayList<>();
        entities.forEach((entity, reading) -> {
            Tally tally = count(reading);
            counts.add(new Comparison(entity, tally.units, tally.leftOut, target.rows(entity)));
        });
        return counts;
    }

    private <R extends Record> Tally count(Reading<R, ?> reading) {
        Binder<R> binder = new Binder<>(reading.dto(), options.limits(), options.sourceZone());
        Tally tally = new Tally();
        try (Stream<RawRecord> records = source.records(reading.section())) {
            for (RawRecord raw : (Iterable<RawRecord>) records::iterator) {
                Optional<R> dto = binder.bind(raw).dto();
                long units = reading.unit() == Reading.Unit.RECORD
                        ? 1
                        : dto.map(record -> reading.parts().apply(record).size())
                                .orElse(0);
                tally.units += units;
                tally.leftOut += dto.filter(reading.deleted()).isPresent() ? units : 0;
            }
        }
        return tally;
    }

    private static final class Tally {
        private long units;
        private long leftOut;
    }
}
