package dev.ferry.profile;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A unique text that rows are given in source order: the first row that wants a value gets it, later ones a variant.
 *
 * <p>A row that is there already keeps its value, whatever it would be given now. Values are given out in a pass over the
 * whole section before its first batch, so that a batch does not depend on the ones before it.
 *
 * @param attribute the attribute's name in the entity, as JPA knows it
 * @param wanted reads the value that the mapping gave the row, never null
 * @param give sets the value that the row gets
 * @param variant the value to try instead: of the wanted one and a number from 1; each number must give another text
 */
public record Allocation<E>(
        String attribute,
        Function<E, String> wanted,
        BiConsumer<E, String> give,
        BiFunction<String, Integer, String> variant) {}
