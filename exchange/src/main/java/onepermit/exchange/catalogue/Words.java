package onepermit.exchange.catalogue;

import java.util.stream.Stream;

/**
 * A text of the catalogue in both languages of an office.
 *
 * @param zh in Chinese as written in China
 * @param en in English
 */
public record Words(String zh, String en) {

    Stream<String> both() {
        return Stream.of(zh, en);
    }
}
