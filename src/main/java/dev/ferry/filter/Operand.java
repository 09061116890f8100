package dev.ferry.filter;

import java.util.Optional;

/** A side of a comparison. */
sealed interface Operand {
    /** What its values are. */
    Kind kind();

    /** Its value for a record; empty for NULL. */
    Optional<Object> value(Record dto);

    /** A field of the record. */
    record OfField(Field field) implements Operand {
        @Override
        public Kind kind() {
            return field.kind();
        }

        @Override
        public Optional<Object> value(Record dto) {
            return field.value(dto);
        }

        /** Adds the field's column. */
        void write(SqlText sql) {
            sql.column(field);
        }

        @Override
        public String toString() {
            return field.name();
        }
    }

    /** A value that stands in the filter. */
    record Fixed(Kind kind, Object value) implements Operand {
        @Override
        public Optional<Object> value(Record dto) {
            return Optional.of(value);
        }

        @Override
        public String toString() {
            return Constant.written(value);
        }
    }
}
