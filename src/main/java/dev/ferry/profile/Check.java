package dev.ferry.profile;

import java.util.List;

/** A constraint of a record that depends on its parents, such as a phone number's on the country of its school; a pure function. */
@FunctionalInterface
public interface Check<D extends Record> {
    /**
     * What is wrong with a record.
     *
     * @param dto a record that keeps its own constraints and has its parents
     * @param references gives the parents with the attributes that their tables remember
     */
    List<Fault> check(D dto, References references);

    /**
     * One thing that is wrong.
     *
     * @param path the path to the value, from where the step reads, its steps joined by dots; empty for the record itself
     * @param rule the rule's name, in lower case with hyphens
     * @param message what is wrong and what is allowed
     * @param value the value as a person reads it
     */
    record Fault(String path, String rule, String message, String value) {}
}
