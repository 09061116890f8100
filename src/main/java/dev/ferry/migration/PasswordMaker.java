package dev.ferry.migration;

import dev.ferry.migration.StepPasswords.Whose;
import dev.ferry.password.Generator;
import dev.ferry.password.Hasher;
import dev.ferry.password.Match;
import dev.ferry.password.PasswordHash;
import dev.ferry.password.StoredHash;
import dev.ferry.profile.Password;
import java.util.Optional;

/** Makes what a row gets for a password: what it has already, where that will do, and else a new hash. Thread-safe. */
final class PasswordMaker {
    private final Hasher hasher;
    private final Generator generator = new Generator();
    private final Effort effort;

    /** How much of the work a run needs. */
    enum Effort {
        /** All of it. */
        FULL,
        /** What is there is compared, so that it can be told what would change; new hashes are placeholders. */
        COMPARE,
        /** What is there is taken for what it should be: comparing every hash with its password would take hours. */
        TRUST,
        /** Placeholders only: nothing will be kept, and nothing be told. */
        NONE
    }

    /** What was done. */
    enum Act {
        HASHED,
        GENERATED,
        KEPT,
        /** Kept, since the hash that is there cannot be compared. */
        KEPT_UNCHECKED
    }

    /**
     * What a row wants.
     *
     * @param said what the source says: a plain password, or none
     * @param present the hash that the row has
     */
    record Wanted(Whose whose, Password said, Optional<String> present) {}

    /** What it gets. */
    record Made(Whose whose, Act act, String hash, Optional<String> generated) {
        /** Keeps secrets out of logs and messages. */
        @Override
        public String toString() {
            return "Made[key=" + whose.key() + ", act=" + act + "]";
        }
    }

    PasswordMaker(PasswordHash algorithm, Effort effort) {
        this.hasher = new Hasher(algorithm);
        this.effort = effort;
    }

    Made make(Wanted wanted) {
        if (wanted.said() instanceof Password.Plain plain) {
            return kept(wanted, plain).orElseGet(() -> hashed(wanted, plain.text(), Act.HASHED));
        }
        if (wanted.present().isPresent()) {
            return new Made(wanted.whose(), Act.KEPT, wanted.present().get(), Optional.empty());
        }
        return hashed(wanted, generator.next(), Act.GENERATED);
    }

    private Optional<Made> kept(Wanted wanted, Password.Plain plain) {
        if (wanted.present().isEmpty() || effort == Effort.NONE) {
            return Optional.empty();
        }
        String present = wanted.present().get();
        if (effort == Effort.TRUST) {
            return Password.of(present) instanceof Password.Hashed
                    ? Optional.of(new Made(wanted.whose(), Act.KEPT_UNCHECKED, present, Optional.empty()))
                    : Optional.empty();
        }
        Match match = StoredHash.of(present)
                .map(stored -> stored.matches(plain.text()))
                .orElse(Match.UNKNOWN);
        return switch (match) {
            case YES -> Optional.of(new Made(wanted.whose(), Act.KEPT, present, Optional.empty()));
            // Hashed anew it would differ in every run.
            case UNKNOWN -> Optional.of(new Made(wanted.whose(), Act.KEPT_UNCHECKED, present, Optional.empty()));
            case NO -> Optional.empty();
        };
    }

    private Made hashed(Wanted wanted, String plain, Act act) {
        String hash = effort == Effort.FULL ? hasher.hash(plain) : hasher.placeholder();
        return new Made(wanted.whose(), act, hash, act == Act.GENERATED ? Optional.of(plain) : Optional.empty());
    }
}
