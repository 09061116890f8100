package dev.ferry.cli.setting;

import java.util.ArrayList;
import java.util.List;

/** The words of a command line that are secrets as a whole, even where they cannot be parsed. */
public final class SecretArguments {
    private SecretArguments() {}

    /** The values of options of settings that are {@link Setting.Trait#SECRET}. */
    public static List<String> in(List<String> words) {
        List<String> flags = Catalog.ALL.stream()
                .filter(setting -> setting.is(Setting.Trait.SECRET))
                .flatMap(setting -> setting.flags().stream())
                .toList();
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (flags.contains(word) && i + 1 < words.size()) {
                secrets.add(words.get(i + 1));
            }
            flags.stream()
                    .filter(flag -> word.startsWith(flag + "="))
                    .forEach(flag -> secrets.add(word.substring(flag.length() + 1)));
        }
        return secrets;
    }
}
