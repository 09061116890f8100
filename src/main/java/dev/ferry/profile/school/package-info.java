/**
 * A school system: the separate logins of schools, teachers, parents and students become one graph of users with roles.
 *
 * <p>Rows have identifiers of their own; the ledger's identity map knows which V1 row each of them was. {@link
 * dev.ferry.profile.school.SchoolProfile} names the steps: reference data, then {@code Schools}, {@code Staff}, {@code Families}
 * and {@code Classrooms}. What is shared by all kinds of people is in {@code Accounts}.
 */
@NullMarked
package dev.ferry.profile.school;

import org.jspecify.annotations.NullMarked;
