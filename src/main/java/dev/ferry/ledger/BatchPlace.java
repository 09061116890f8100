package dev.ferry.ledger;

/**
 * Where a batch stands in its run, the same each time that the same source is read with the same options.
 *
 * @param step the number of its step, from 1; 0 for what is done before the first one
 * @param number its number in the step, from 1
 */
public record BatchPlace(int step, long number) {
    public BatchPlace {
        if (step < 0 || number < 1) {
            throw new IllegalArgumentException(
                    "a batch's step counts from 0 and its number from 1, were " + step + " and " + number);
        }
    }
}
