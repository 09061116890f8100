package dev.ferry.migration;

import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.profile.Profile;

/**
 * What a rollback is asked to take back.
 *
 * @param profile the profile whose runs are meant
 * @param schema the database schema of the profile's tables
 * @param goal how far back
 * @param drift what becomes of rows that changed since
 */
public record RollbackRequest(Profile profile, String schema, RollbackGoal goal, DriftPolicy drift) {}
