package dev.ferry.profile.apps;

import java.util.Map;
import java.util.Optional;

/** The Arabic names of categories, which no source carries. */
final class ArabicNames {
    private static final Map<String, String> BY_SLUG = Map.ofEntries(
            Map.entry("accessibility", "إمكانية الوصول"),
            Map.entry("audio", "صوتيات"),
            Map.entry("education", "تعليم"),
            Map.entry("kids", "أطفال"),
            Map.entry("listen", "استماع"),
            Map.entry("memorization", "تحفيظ"),
            Map.entry("memorize", "حفظ"),
            Map.entry("mushaf", "مصحف"),
            Map.entry("recite", "تلاوة"),
            Map.entry("riwayat", "روايات"),
            Map.entry("tafsir", "تفسير"),
            Map.entry("tajweed", "تجويد"),
            Map.entry("tools", "أدوات"),
            Map.entry("translation", "ترجمة"),
            Map.entry("translations", "ترجمات"));

    private ArabicNames() {}

    /** The Arabic name of a category, empty where the table has none. */
    static Optional<String> ofCategory(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }
}
