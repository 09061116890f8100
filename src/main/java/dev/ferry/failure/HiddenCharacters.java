package dev.ferry.failure;

/** Characters that a reader could not see, or that would act on a terminal or on the order of the letters around them. */
public final class HiddenCharacters {
    private HiddenCharacters() {}

    /** Whether a code point is a control, format, line-separating or unpaired character. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Joiners hold emoji and Persian or Indic words together; they change nothing outside their word.
            case Character.FORMAT -> codePoint != 0x200c && codePoint != 0x200d;
            default -> false;
        };
    }

    /** Whether a text has any. */
    public static boolean areIn(String text) {
        return text.codePoints().anyMatch(HiddenCharacters::isHidden);
    }
}
