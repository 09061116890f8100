package dev.ferry.fault;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The source of an app directory: apps of which some share a name, developers of several apps. */
final class AppDirectory {
    private AppDirectory() {}

    /** The document; of two with the same apps each differs in what is random. */
    static String document(int apps, Random random) {
        return IntStream.range(0, apps)
                .mapToObj(app -> app(app, random))
                .collect(Collectors.joining(",\n", "[", "]\n"));
    }

    private static String app(int number, Random random) {
        return """
                {"id": "%1$d_App", "Name_En": "App %2$d", "Name_Ar": "تطبيق %2$d", "Short_Description_En": "Short %3$d",
                "Short_Description_Ar": "قصير", "Description_En": "Long %3$d", "Description_Ar": "", "status": "%4$s",
                "sort": %1$d, "Apps_Avg_Rating": "%5$d.%6$d", "categories": ["tools", "kind %7$d"],
                "screenshots": ["https://cdn.example.org/%1$d/%3$d.png"], "mainImage": "https://cdn.example.org/%1$d.png",
                "applicationIcon": "https://cdn.example.org/%1$d/icon.png", "Developer_Name_En": "Developer %8$d",
                "Developer_Name_Ar": "مطور", "Developer_Website": "https://example.org/%8$d",
                "Google_Play_Link": "https://play.google.com/store/apps/details?id=org.example.app%1$d"}""".formatted(
                        number,
                        // Every third app has the name of the one before, and so another slug.
                        number - (number % 3 == 2 ? 1 : 0),
                        random.nextInt(1_000_000),
                        random.nextBoolean() ? "Done" : "Draft",
                        random.nextInt(5),
                        random.nextInt(10),
                        number % 17,
                        number % 41);
    }
}
